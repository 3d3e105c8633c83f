package io.casewright.prepaid.application;

import io.casewright.prepaid.domain.Movement;
import io.casewright.prepaid.persistence.PrepaidAccounts;
import io.casewright.prepaid.persistence.PrepaidAccounts.Account;
import io.casewright.prepaid.persistence.PrepaidAccounts.CaseAccount;
import io.casewright.prepaid.persistence.PrepaidEntries;
import io.casewright.prepaid.persistence.PrepaidEntries.NewEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Enters what happens to hours, and keeps the figures that follow; all of an account that is held. */
@Component
class MoveHours {

    private final PrepaidAccounts accounts;
    private final PrepaidEntries entries;
    private final TellLowBalance tellLow;
    private final PrepaidSettings settings;
    private final Clock clock;

    MoveHours(
            PrepaidAccounts accounts,
            PrepaidEntries entries,
            TellLowBalance tellLow,
            PrepaidSettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.entries = entries;
        this.tellLow = tellLow;
        this.settings = settings;
        this.clock = clock;
    }

    /** Says whether that key was new; if not, nothing is changed. */
    boolean buy(Account account, int minutes, String key, String note, String login) {
        var bought = new Movement(Movement.Kind.BOUGHT, minutes);
        if (!entries.add(new NewEntry(account.customer(), null, key, bought, note, login), clock.instant())) {
            return false;
        }
        accounts.keep(new Account(account.customer(), account.balance().after(bought), false));
        return true;
    }

    /**
     * Moves hours of a case and its account.
     *
     * @param asked which use was asked for; null where none was
     * @return what they have then
     */
    CaseAccount move(CaseAccount found, List<Movement> movements, @Nullable Integer asked) {
        var hours = found.hours().after(movements);
        if (asked != null) {
            hours = hours.asked(asked);
        }
        if (hours.equals(found.hours())) {
            return found;
        }
        var now = clock.instant();
        enter(found, movements, now);
        var before = found.account();
        var balance = before.balance().after(movements);
        boolean isLow = settings.low().isLow(before.isLow(), before.balance(), balance);
        var then = new CaseAccount(
                new Account(before.customer(), balance, isLow),
                found.caseNumber(),
                hours,
                found.isWorked(),
                found.moves() + movements.size());
        accounts.keep(then);
        if (isLow && !before.isLow()) {
            tellLow.order(before.customer(), keyOf(found, then.moves()), balance, now);
        }
        return then;
    }

    private void enter(CaseAccount found, List<Movement> movements, Instant now) {
        for (int i = 0; i < movements.size(); i++) {
            var entry = new NewEntry(
                    found.account().customer(),
                    found.caseNumber(),
                    keyOf(found, found.moves() + i + 1),
                    movements.get(i),
                    null,
                    null);
            if (!entries.add(entry, now)) {
                throw new IllegalStateException(
                        "Prepaid hours of case %s were moved meanwhile; do it again".formatted(found.caseNumber()));
            }
        }
    }

    private static String keyOf(CaseAccount found, int move) {
        return "%s:%d".formatted(found.caseNumber(), move);
    }
}
