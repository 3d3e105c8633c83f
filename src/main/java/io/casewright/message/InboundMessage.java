package io.casewright.message;

import io.casewright.platform.text.MailIds;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wrote about a case, by mail or by a portal.
 *
 * @param subject of a mail
 * @param internetMessageId the mail's {@code Message-ID} with its brackets; one that is not well formed counts as none
 * @param inReplyTo the mail's {@code In-Reply-To}, likewise
 * @param automatic whether a machine wrote it
 * @param stepKey what makes it the same message when it comes again; unique per case, at most 255 characters
 */
public record InboundMessage(
        String caseNumber,
        String authorName,
        @Nullable String subject,
        String body,
        @Nullable String internetMessageId,
        @Nullable String inReplyTo,
        boolean automatic,
        String stepKey) {

    /** So many characters somebody may type; a mail may be longer. */
    public static final int LONGEST = 20_000;

    public InboundMessage {
        internetMessageId = wellFormed(internetMessageId);
        inReplyTo = wellFormed(inReplyTo);
    }

    /** The same, told to be by a machine or not. */
    public InboundMessage automatic(boolean machine) {
        return new InboundMessage(
                caseNumber, authorName, subject, body, internetMessageId, inReplyTo, machine, stepKey);
    }

    /** A reply that did not come by mail. */
    public static InboundMessage fromPortal(
            String caseNumber, String authorName, String body, boolean automatic, String stepKey) {
        return new InboundMessage(caseNumber, authorName, null, body, null, null, automatic, stepKey);
    }

    private static @Nullable String wellFormed(@Nullable String id) {
        return id != null && MailIds.isOne(id) ? id : null;
    }
}
