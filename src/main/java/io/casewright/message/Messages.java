package io.casewright.message;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The messages of the cases: reads them, and keeps what customers and agents write. */
@Component
@Transactional
public class Messages {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_SUBJECT = 255;

    private final MessageStore store;
    private final Clock clock;

    Messages(MessageStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** All messages of the case, public and internal, in the order they were kept. */
    @Transactional(readOnly = true)
    public List<CaseMessage> of(String caseNumber) {
        return store.findByCaseNumberOrderById(caseNumber).stream()
                .map(StoredMessage::view)
                .toList();
    }

    /** What the customer wrote last, by whatever way. */
    @Transactional(readOnly = true)
    public Optional<CaseMessage> lastOfTheCustomer(String caseNumber) {
        return of(caseNumber).reversed().stream().filter(CaseMessage::isReply).findFirst();
    }

    /**
     * Whether this message or note is kept already.
     *
     * @throws MessageKeyReused when something else is kept under its key
     */
    @Transactional(readOnly = true)
    public boolean isKept(String caseNumber, MessageKind kind, String text, String stepKey) {
        var kept = store.findByCaseNumberAndStepKey(caseNumber, stepKey);
        if (kept.stream().anyMatch(other -> other.kind != kind || !other.body.equals(PlainText.lines(text)))) {
            throw new MessageKeyReused(caseNumber);
        }
        return !kept.isEmpty();
    }

    /** The message of the case that is kept under this id. */
    @Transactional(readOnly = true)
    public Optional<CaseMessage> find(String caseNumber, long id) {
        return store.findById(id)
                .filter(message -> message.caseNumber.equals(caseNumber))
                .map(StoredMessage::view);
    }

    /** The letter of ours that travelled by mail under this id, which only who got it knows. */
    @Transactional(readOnly = true)
    public Optional<CaseMessage> letter(String internetMessageId) {
        return store.findByInternetMessageIdAndDirection(internetMessageId, Direction.OUTBOUND)
                .map(StoredMessage::view);
    }

    /** Numbers of the cases to which mails of this id belong, of ours or of the customer. */
    @Transactional(readOnly = true)
    public List<String> casesOfMail(String internetMessageId) {
        return store.findCasesOfMail(internetMessageId);
    }

    /**
     * Keeps what the customer wrote. The same step key of the case is the same message: it is not kept again, and the answer
     * is what was kept the first time. Of two at once one fails on the unique key.
     */
    public CaseMessage receive(InboundMessage inbound) {
        return keep(inbound, MessageKind.REPLY);
    }

    /** Keeps the mail by which the customer asked, as {@link #receive} keeps what it writes after that. */
    public CaseMessage receiveRequest(InboundMessage inbound) {
        return keep(inbound, MessageKind.REQUEST);
    }

    private CaseMessage keep(InboundMessage inbound, MessageKind kind) {
        return store.findByCaseNumberAndKindAndStepKey(inbound.caseNumber(), kind, inbound.stepKey())
                .orElseGet(() -> store.save(received(inbound, kind)))
                .view();
    }

    /**
     * Keeps a note among those who work on the case; it goes nowhere. The same step key of the case is the same note, as
     * for {@link #receive}.
     *
     * @param author name of the agent
     */
    public CaseMessage note(String caseNumber, String author, InternalNote note, String stepKey) {
        return store.findByCaseNumberAndKindAndStepKey(caseNumber, MessageKind.NOTE, stepKey)
                .orElseGet(() -> {
                    var message = kept(caseNumber, MessageKind.NOTE, author, note.value(), stepKey);
                    message.visibility = Visibility.INTERNAL;
                    return store.save(message);
                })
                .view();
    }

    private StoredMessage received(InboundMessage inbound, MessageKind kind) {
        var message = kept(inbound.caseNumber(), kind, inbound.authorName(), inbound.body(), inbound.stepKey());
        message.direction = Direction.INBOUND;
        message.visibility = Visibility.PUBLIC;
        message.subject = inbound.subject() == null ? null : PlainText.line(inbound.subject(), LONGEST_SUBJECT);
        message.internetMessageId = inbound.internetMessageId();
        message.inReplyTo = inbound.inReplyTo();
        message.autoSubmitted = inbound.automatic() ? "auto-replied" : null;
        return message;
    }

    private StoredMessage kept(String caseNumber, MessageKind kind, String author, String body, String stepKey) {
        var message = new StoredMessage();
        message.caseNumber = caseNumber;
        message.kind = kind;
        message.authorName = PlainText.line(author, LONGEST_NAME);
        message.body = PlainText.lines(body);
        message.stepKey = stepKey;
        message.createdAt = clock.instant();
        return message;
    }
}
