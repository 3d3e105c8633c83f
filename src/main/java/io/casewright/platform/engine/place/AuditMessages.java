package io.casewright.platform.engine.place;

import io.casewright.platform.engine.EngineMessage;
import io.casewright.platform.engine.EngineOutbox;
import io.casewright.platform.engine.audit.AuditCheck;
import io.casewright.platform.engine.audit.EngineState;
import io.casewright.platform.engine.audit.Finding;
import io.casewright.platform.engine.audit.Finding.Kind;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the engine was told leads to a step within minutes. */
@Component
class AuditMessages implements AuditCheck {

    private static final Duration SOON = Duration.ofMinutes(5);

    private final SentMessages messages;
    private final ObjectProvider<EngineOutbox> outbox;
    private final TransactionTemplate transaction;

    AuditMessages(SentMessages messages, ObjectProvider<EngineOutbox> outbox, TransactionTemplate transaction) {
        this.messages = messages;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    @Override
    public List<Finding> look(EngineState engine) {
        return messages.sentBefore(engine.readAt().minus(SOON)).stream()
                // One for a process that runs may wait until that comes to where it is heard.
                .filter(sent ->
                        sent.message().startsProcess() || sent.keptUntil().isBefore(engine.readAt()))
                .map(sent -> finding(sent.message()))
                .toList();
    }

    private Finding finding(EngineMessage message) {
        boolean starts = message.startsProcess();
        return new Finding(
                Kind.MESSAGE_UNCONFIRMED,
                "message " + message.id(),
                starts
                        ? "was to start a process more than five minutes ago, and none began with it"
                        : "was not taken by anything that waits for it, as long as the engine kept it",
                starts
                        ? "It is sent again; if that does not help, see the incidents of its process."
                        : "See where its case is: what it tells is in the case file already, and counts there.",
                starts ? () -> sendAgain(message) : null);
    }

    /** The engine starts one process per key at a time, so once more does no harm; what was begun meanwhile is not sent. */
    private void sendAgain(EngineMessage message) {
        transaction.executeWithoutResult(status -> {
            if (messages.isKnown(message.id())) {
                outbox.getObject().send(message);
            }
        });
    }
}
