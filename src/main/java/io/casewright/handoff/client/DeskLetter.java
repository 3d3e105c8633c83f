package io.casewright.handoff.client;

import io.casewright.platform.text.ReplyText;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a mail of a proven sender says about itself, and its text. */
final class DeskLetter {

    private static final Pattern BOUNCER = Pattern.compile("(?i)^(mailer-daemon|postmaster|bounces?([+-].*)?)@.*");
    private static final Pattern LOOPING = Pattern.compile("(?i)\\s*(bulk|junk|list|auto_reply)\\s*");
    private static final Pattern FORWARDED = Pattern.compile("(?i)^\\s*(fwd?|wg|tr|rv|doorst)\\s*:.*");

    private final String sender;
    private final MimeMessage head;
    private final Part mail;

    /**
     * @param sender whose mail it is
     * @param head fetched already
     * @param mail of which nothing is fetched before it is asked for
     */
    DeskLetter(String sender, MimeMessage head, Part mail) {
        this.sender = sender;
        this.head = head;
        this.mail = mail;
    }

    String sender() {
        return sender;
    }

    String messageId() throws MessagingException, IOException, Unreadable {
        String id = head.getMessageID();
        return id == null || id.isBlank() ? "<" + likeness() + "@without-id>" : id.strip();
    }

    /**
     * Whether a machine answered by itself: an absence note, an acknowledgement, a list, a bounce. What a ticket system
     * generates, as opposed to replies, is taken: an engineer's words may come that way.
     */
    boolean isAutomatic() throws MessagingException {
        return first("Auto-Submitted").strip().toLowerCase(Locale.ROOT).startsWith("auto-replied")
                || LOOPING.matcher(first("Precedence")).matches()
                || !first("X-Autoreply").isEmpty()
                || !first("X-Autorespond").isEmpty()
                || first("Return-Path").strip().equals("<>")
                || head.isMimeType("multipart/report")
                || BOUNCER.matcher(sender).matches();
    }

    /** Our reference: of the mail that it answers, or else in its subject. */
    Optional<String> reference(DeskMailIds ids) throws MessagingException {
        var subject = DeskMailIds.REFERENCE.matcher(String.valueOf(head.getSubject()));
        String references = first("References");
        return ids.referenceIn(first("In-Reply-To"))
                .or(() -> ids.referenceIn(references))
                .or(() -> subject.find() ? Optional.of(subject.group()) : Optional.empty());
    }

    boolean isOurs(DeskMailIds ids) throws MessagingException {
        return ids.referenceIn(first("Message-ID")).isPresent();
    }

    /** When it was written; {@code otherwise} when it does not say, or says a time to come. */
    Instant writtenAt(Instant otherwise) throws MessagingException {
        Date sent = head.getSentDate();
        return sent == null || sent.toInstant().isAfter(otherwise) ? otherwise : sent.toInstant();
    }

    /** Its own words, plain; all of it when it was forwarded, since there the history is the news. */
    String text() throws MessagingException, IOException, Unreadable {
        var content = MailContent.of(mail);
        String own = isForwarded() ? content.text() : ReplyText.withoutHistory(content.text());
        String text = own.isBlank() ? content.text() : own;
        return content.attachments().isEmpty()
                ? text
                : text + "\n\n(attached, in the mailbox: " + String.join(", ", content.attachments()) + ")";
    }

    boolean isForwarded() throws MessagingException {
        return FORWARDED.matcher(String.valueOf(head.getSubject())).matches();
    }

    private String likeness() throws MessagingException, IOException, Unreadable {
        String told = sender + head.getSentDate() + head.getSubject() + text();
        return UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private String first(String header) throws MessagingException {
        String @Nullable [] values = head.getHeader(header);
        return values == null ? "" : Arrays.stream(values).findFirst().orElse("");
    }
}
