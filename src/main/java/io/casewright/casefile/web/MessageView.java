package io.casewright.casefile.web;

import io.casewright.attachment.Attachment;
import io.casewright.message.CaseMessage;
import io.casewright.message.Direction;
import io.casewright.platform.text.CutText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of a case.
 *
 * @param from {@code customer} or {@code partner}
 * @param author the customer's contact who wrote, the partner for a letter, and for a note whose it is
 * @param text in a list at most 20,000 characters of it
 * @param truncated whether there is more of it, which the message by its id tells
 * @param automatic whether no person wrote it
 * @param delivery of a letter: waiting, sent or failed; for the partner's own people and programs
 * @param attachments ids of its files
 */
record MessageView(
        long id,
        String from,
        String visibility,
        String kind,
        String author,
        @Nullable String subject,
        String text,
        @Nullable Boolean truncated,
        Instant at,
        boolean automatic,
        @Nullable String delivery,
        List<Long> attachments) {

    /** So many characters of a text stand in a list. */
    static final int SHOWN = 20_000;
    /** So many of them say that there is more. */
    private static final int MARK = 4;

    /** In a list. */
    static MessageView cut(CaseMessage message, List<Attachment> files, boolean isInside) {
        boolean isMore = message.body().length() > SHOWN;
        return of(
                message, isMore ? CutText.upTo(SHOWN - MARK, message.body()) : message.body(), isMore, files, isInside);
    }

    static MessageView whole(CaseMessage message, List<Attachment> files, boolean isInside) {
        return of(message, message.body(), false, files, isInside);
    }

    private static MessageView of(
            CaseMessage message, String text, boolean truncated, List<Attachment> files, boolean isInside) {
        var delivery = message.delivery();
        return new MessageView(
                message.id(),
                message.direction() == Direction.INBOUND ? "customer" : "partner",
                CaseView.lower(message.visibility()),
                CaseView.lower(message.kind()),
                message.authorName(),
                message.subject(),
                text,
                truncated ? true : null,
                message.createdAt(),
                message.automatic(),
                isInside && delivery != null ? CaseView.lower(delivery) : null,
                files.stream()
                        .filter(file -> file.messageId() == message.id())
                        .map(Attachment::id)
                        .toList());
    }
}
