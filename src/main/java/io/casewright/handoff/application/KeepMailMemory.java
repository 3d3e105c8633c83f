package io.casewright.handoff.application;

import io.casewright.handoff.persistence.DeskMails;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Remembers mails in the database, where every instance that reads the same mailbox finds it. */
@Service
class KeepMailMemory implements MailMemory {

    /** A mail is done with in minutes; what is older is of one that somebody else took away. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final DeskMails mails;
    private final Clock clock;

    KeepMailMemory(DeskMails mails, Clock clock) {
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    @Transactional
    public OptionalInt begin(String mail, Duration pause) {
        var now = clock.instant();
        return mails.begin(mail, now, now.minus(pause));
    }

    @Override
    @Transactional
    public void end(String mail) {
        mails.end(mail, clock.instant().minus(KEPT));
    }

    @Override
    @Transactional
    public void setAside(Reason reason) {
        mails.setAside(reason.name(), clock.instant());
    }

    @Override
    @Transactional
    public void allSeenTo() {
        mails.forgetAside();
    }
}
