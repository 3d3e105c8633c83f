package io.casewright.message;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what became of a letter, and counts it. */
@Component
class LetterOutcomes {

    private static final Logger log = LoggerFactory.getLogger(LetterOutcomes.class);

    private final MessageStore store;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final MeterRegistry meters;
    private final Clock clock;

    LetterOutcomes(
            MessageStore store,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            MeterRegistry meters,
            Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.events = events;
        this.meters = meters;
        this.clock = clock;
    }

    void sent(long messageId) {
        settle(messageId, "casewright.letters.sent", letter -> letter.sent(clock.instant()));
    }

    void failed(long messageId, String reason) {
        settle(messageId, "casewright.letters.failed", letter -> {
            letter.failed(reason);
            log.warn("Case {}: its {} cannot be delivered to the customer", letter.caseNumber, letter.kind);
            events.publishEvent(new LetterFailed(letter.caseNumber, LetterKind.valueOf(letter.kind.name()), reason));
        });
    }

    /**
     * A letter that had left did not arrive.
     *
     * @param status by which its mail server says why; empty when it does not
     * @return the case; empty when this was told before
     */
    Optional<String> returned(StoredMessage letter, String status) {
        if (letter.delivery != Delivery.SENT) {
            return Optional.empty();
        }
        String reason = MailTrouble.returned(status);
        letter.failed(reason);
        log.warn("Case {}: its {} came back from the customer's mail server", letter.caseNumber, letter.kind);
        events.publishEvent(new LetterFailed(letter.caseNumber, LetterKind.valueOf(letter.kind.name()), reason));
        return Optional.of(letter.caseNumber);
    }

    private void settle(long messageId, String meter, Consumer<StoredMessage> change) {
        var settled = transaction.execute(status -> {
            var letter = store.findById(messageId).filter(StoredMessage::waits);
            letter.ifPresent(change);
            return letter;
        });
        if (settled != null) {
            settled.ifPresent(letter -> Counter.builder(meter)
                    .description("Letters to customers")
                    .tag("kind", letter.kind.name().toLowerCase(Locale.ROOT))
                    .register(meters)
                    .increment());
        }
    }
}
