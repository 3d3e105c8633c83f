package io.casewright.message;

import io.casewright.platform.outbox.Outbox;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes to customers. The letter is kept with its case and leaves by mail once the transaction has committed. */
@Component
public class CustomerMail {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_SUBJECT = 200;

    private final MessageStore store;
    private final LetterTexts texts;
    private final LetterCopies copies;
    private final Outbox outbox;
    private final MailSettings settings;
    private final Clock clock;

    CustomerMail(
            MessageStore store,
            LetterTexts texts,
            LetterCopies copies,
            Outbox outbox,
            MailSettings settings,
            Clock clock) {
        this.store = store;
        this.texts = texts;
        this.copies = copies;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Keeps the letter in the current transaction and has it sent after the commit; without a transaction it fails. The
     * same step of the same case and kind sends once: the second time nothing happens, and of two at once one fails on
     * the unique key.
     *
     * @return id of its message
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long send(Letter letter) {
        return send(letter, List.of());
    }

    /**
     * As {@link #send(Letter)}.
     *
     * @param readers who else gets the letter
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long send(Letter letter, List<Recipient> readers) {
        var kind = MessageKind.of(letter.content().kind());
        var before = store.findByCaseNumberAndKindAndStepKey(letter.caseNumber(), kind, letter.stepKey());
        if (before.isPresent()) {
            return before.get().id;
        }
        var message = store.save(written(letter, kind));
        outbox.add(MailDelivery.TASK
                .instance(String.valueOf(message.id))
                .data(new MailDelivery.Order(message.id))
                .build());
        copies.add(message.id, readers);
        return message.id;
    }

    private StoredMessage written(Letter letter, MessageKind kind) {
        Optional<StoredMessage> previous = store.findLatestMail(letter.caseNumber());
        var message = new StoredMessage();
        message.caseNumber = letter.caseNumber();
        message.direction = Direction.OUTBOUND;
        message.visibility = Visibility.PUBLIC;
        message.kind = kind;
        message.authorName = PlainText.line(letter.sender(), LONGEST_NAME);
        message.recipientName = PlainText.line(letter.recipient().name(), LONGEST_NAME);
        message.recipientAddress = letter.recipient().email();
        message.subject =
                "[%s] %s".formatted(letter.caseNumber(), PlainText.line(letter.caseSubject(), LONGEST_SUBJECT));
        message.body = texts.write(letter);
        message.locale = letter.locale().toLanguageTag();
        message.internetMessageId = "<%s.%s@%s>".formatted(letter.caseNumber(), UUID.randomUUID(), settings.domain());
        message.inReplyTo = previous.map(mail -> mail.internetMessageId).orElse(null);
        message.autoSubmitted = autoSubmitted(letter.content(), previous);
        message.stepKey = letter.stepKey();
        message.createdAt = clock.instant();
        message.delivery = Delivery.WAITING;
        return message;
    }

    /** The words of RFC 3834: an answer to a mail is auto-replied, what comes by itself auto-generated. */
    private static @Nullable String autoSubmitted(LetterContent content, Optional<StoredMessage> previous) {
        if (!content.automatic()) {
            return null;
        }
        boolean answers = content.kind() == LetterKind.ACKNOWLEDGEMENT
                && previous.map(mail -> mail.direction == Direction.INBOUND).orElse(false);
        return answers ? "auto-replied" : "auto-generated";
    }
}
