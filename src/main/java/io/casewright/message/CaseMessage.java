package io.casewright.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message of a case, to be shown. All texts are plain text.
 *
 * @param direction which way it went; an internal note has none
 * @param authorName the partner for a letter, the customer's contact for a reply, an agent for a note
 * @param recipientName who a letter was written to
 * @param body what was written, of a letter with greeting and signature
 * @param createdAt when it was written or came in
 * @param sentAt when a mail server took the letter
 * @param delivery how far a letter got; replies and notes have none
 * @param automatic whether no person wrote it
 * @param failure why a letter cannot be delivered and what to do, in a sentence
 */
public record CaseMessage(
        long id,
        String caseNumber,
        @Nullable Direction direction,
        Visibility visibility,
        MessageKind kind,
        String authorName,
        @Nullable String recipientName,
        @Nullable String subject,
        String body,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable Delivery delivery,
        boolean automatic,
        @Nullable String failure) {

    /** Whether the customer wrote it after it had asked. */
    public boolean isReply() {
        return direction == Direction.INBOUND && kind != MessageKind.REQUEST;
    }

    /** Whether it belongs to what the customer may read. How satisfied somebody is, is asked of one person by a link of its own. */
    public boolean isForCustomers() {
        return visibility == Visibility.PUBLIC && kind != MessageKind.SATISFACTION;
    }

    /** Whether the customer hears something of the partner by it. The acknowledgement goes out by itself, so it is no response yet. */
    public boolean isResponse() {
        return direction == Direction.OUTBOUND && kind != MessageKind.ACKNOWLEDGEMENT;
    }
}
