package io.casewright.intake.application;

import io.casewright.intake.domain.IncomingMail;
import io.casewright.intake.persistence.IncomingMails;
import io.casewright.platform.engine.EngineMessage;
import io.casewright.platform.engine.EngineOutbox;
import io.casewright.platform.engine.place.CarriedByProcess;
import io.casewright.platform.engine.place.Place;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Mails that wait for a person, in whichever engine. */
@Component
class AsideMails implements CarriedByProcess {

    private final IncomingMails mails;
    private final EngineOutbox engine;
    private final TransactionOperations transactions;

    AsideMails(IncomingMails mails, EngineOutbox engine, TransactionOperations transactions) {
        this.mails = mails;
        this.engine = engine;
        this.transactions = transactions;
    }

    /** Has a person look at it; in the current transaction. */
    void show(IncomingMail mail) {
        String reference = mail.reference();
        engine.send(EngineMessage.starting(IntakeMessages.SET_ASIDE, reference, Map.of("mail", reference)));
    }

    @Override
    public String processId() {
        return "quarantined-mail";
    }

    @Override
    public String name() {
        return "quarantined mail";
    }

    @Override
    public Set<String> open() {
        return mails.aside().stream().map(IncomingMail::reference).collect(Collectors.toSet());
    }

    @Override
    public String keyOf(Place place) {
        return Objects.requireNonNullElse(place.reference(), "");
    }

    /** Nothing but a task comes of it. */
    @Override
    public Optional<Runnable> startAgain(String key) {
        return IncomingMail.named(key)
                .flatMap(mails::find)
                .filter(mail -> mail.isAside() && mail.reference().equals(key))
                .map(mail -> () -> transactions.executeWithoutResult(status -> show(mail)));
    }
}
