package io.casewright.handoff.client;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
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

/** What a mail says about itself, and its text. */
final class DeskLetter {

    private static final Pattern BOUNCER = Pattern.compile("(?i)^(mailer-daemon|postmaster|bounces?([+-].*)?)@.*");
    private static final Pattern LOOPING = Pattern.compile("(?i)\\s*(bulk|junk|list|auto_reply)\\s*");
    private static final Pattern FORGED = Pattern.compile("(?i)\\bdmarc=fail\\b");
    private static final Pattern FORWARDED = Pattern.compile("(?i)^\\s*(fwd?|wg|tr|rv|doorst)\\s*:.*");

    private final MimeMessage mail;

    DeskLetter(MimeMessage mail) {
        this.mail = mail;
    }

    /** The address of its one sender. */
    Optional<String> sender() throws MessagingException {
        var from = mail.getFrom();
        return from != null && from.length == 1 && from[0] instanceof InternetAddress address
                ? Optional.ofNullable(address.getAddress()).map(each -> each.toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    String messageId() throws MessagingException, IOException {
        String id = mail.getMessageID();
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
                || mail.isMimeType("multipart/report")
                || sender().filter(from -> BOUNCER.matcher(from).matches()).isPresent();
    }

    /** Whether its server says that somebody else wrote it. */
    boolean isForged() throws MessagingException {
        return FORGED.matcher(first("Authentication-Results")).find();
    }

    /** Our reference: of the mail that it answers, or else in its subject. */
    Optional<String> reference(DeskMailIds ids) throws MessagingException {
        var subject = DeskMailIds.REFERENCE.matcher(String.valueOf(mail.getSubject()));
        return ids.referenceIn(first("In-Reply-To"))
                .or(() -> ids.referenceIn(firstQuietly("References")))
                .or(() -> subject.find() ? Optional.of(subject.group()) : Optional.empty());
    }

    boolean isOurs(DeskMailIds ids) throws MessagingException {
        return ids.referenceIn(first("Message-ID")).isPresent();
    }

    /** When it was written; {@code otherwise} when it does not say, or says a time to come. */
    Instant writtenAt(Instant otherwise) throws MessagingException {
        Date sent = mail.getSentDate();
        return sent == null || sent.toInstant().isAfter(otherwise) ? otherwise : sent.toInstant();
    }

    /** Its own words, plain; all of it when it was forwarded, since there the history is the news. */
    String text() throws MessagingException, IOException {
        var content = MailContent.of(mail);
        String own = isForwarded() ? content.text() : ReplyText.withoutHistory(content.text());
        String text = own.isBlank() ? content.text() : own;
        return content.attachments().isEmpty()
                ? text
                : text + "\n\n(attached, in the mailbox: " + String.join(", ", content.attachments()) + ")";
    }

    boolean isForwarded() throws MessagingException {
        return FORWARDED.matcher(String.valueOf(mail.getSubject())).matches();
    }

    private String likeness() throws MessagingException, IOException {
        String told = sender().orElse("") + mail.getSentDate() + mail.getSubject() + text();
        return UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private String first(String header) throws MessagingException {
        return firstOf(mail, header);
    }

    private String firstQuietly(String header) {
        try {
            return first(header);
        } catch (MessagingException e) {
            return "";
        }
    }

    private static String firstOf(Part mail, String header) throws MessagingException {
        String @Nullable [] values = mail.getHeader(header);
        return values == null ? "" : Arrays.stream(values).findFirst().orElse("");
    }
}
