package io.casewright.prepaid.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.prepaid.domain.Balance;
import io.casewright.prepaid.domain.CaseHours;
import io.casewright.prepaid.domain.PrepaidEntry;
import io.casewright.prepaid.persistence.PrepaidAccounts;
import io.casewright.prepaid.persistence.PrepaidEntries;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers have of prepaid hours, and how it came to that. */
@Service
@Transactional(readOnly = true)
public class ReadPrepaidHours {

    /** Entries before these are told by no page. */
    public static final int MOST_ENTRIES = 500;

    private final PrepaidAccounts accounts;
    private final PrepaidEntries entries;
    private final BuyPackages buyPackages;

    ReadPrepaidHours(PrepaidAccounts accounts, PrepaidEntries entries, BuyPackages buyPackages) {
        this.accounts = accounts;
        this.entries = entries;
        this.buyPackages = buyPackages;
    }

    /** Balance and newest entries of one moment, the newest first. */
    public record Statement(Balance balance, List<PrepaidEntry> entries) {}

    /** What belongs to a case, beside what its customer has. */
    public record OfCase(long customer, Balance balance, CaseHours hours) {}

    /** Of a customer without an account there is nothing in it. */
    public Statement of(long customer) {
        return new Statement(
                accounts.find(customer).map(account -> account.balance()).orElse(Balance.NOTHING),
                entries.ofCustomer(customer, MOST_ENTRIES));
    }

    /** Whether the customer has an account, or a plan by which it can have one. */
    public boolean concerns(long customer) {
        return accounts.find(customer).isPresent()
                || buyPackages.offerTo(customer).isPresent();
    }

    /** Empty for a case to which no prepaid hours can belong. */
    public Optional<OfCase> ofCase(CaseNumber number) {
        return accounts.findOfCase(number.value())
                .map(found ->
                        new OfCase(found.account().customer(), found.account().balance(), found.hours()));
    }
}
