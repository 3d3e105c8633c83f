package io.casewright.casefile.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.persistence.SupportCases;
import io.casewright.customer.CustomerDirectory;
import io.casewright.customer.Requester;
import io.casewright.participant.Participants;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may speak about a case by mail: who asked, and every other contact of the same customer whom nobody removed. */
@Component
@Transactional(readOnly = true)
public class CasesByMail {

    private final SupportCases cases;
    private final CustomerDirectory directory;
    private final Participants participants;

    CasesByMail(SupportCases cases, CustomerDirectory directory, Participants participants) {
        this.cases = cases;
        this.directory = directory;
        this.participants = participants;
    }

    /**
     * As whom the sender speaks about the case; empty when it may not, or there is no such case.
     *
     * @param senders contacts to whom the sender's address belongs
     */
    public Optional<Requester> party(CaseNumber number, List<Requester> senders) {
        return cases.findByNumber(number.value()).flatMap(supportCase -> {
            long customer = directory.contact(supportCase.contactId()).customerId();
            return senders.stream()
                    .filter(sender -> sender.customerId() == customer)
                    .filter(sender -> !participants.isRemoved(number.value(), sender.contactId()))
                    // Of several, who asked.
                    .min(Comparator.comparing(sender -> sender.contactId() != supportCase.contactId()));
        });
    }

    /** Keeps who a mail of the case is from and went to as those who take part in it. */
    @Transactional
    public void takeUp(CaseNumber number, Map<String, String> people) {
        cases.findByNumber(number.value())
                .ifPresent(supportCase ->
                        participants.takeUp(number.value(), directory.contact(supportCase.contactId()), people));
    }

    public boolean exists(CaseNumber number) {
        return cases.findByNumber(number.value()).isPresent();
    }

    /** Whether its words were erased, so that nothing more can be added. */
    public boolean isErased(CaseNumber number) {
        return cases.findByNumber(number.value()).map(SupportCase::isErased).orElse(false);
    }
}
