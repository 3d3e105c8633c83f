package io.casewright.handoff.client;

import io.casewright.mail.MailBody;
import io.casewright.mail.MailFile;
import io.casewright.mail.MailHead;
import io.casewright.mail.Shortfall;
import io.casewright.mail.Unreadable;
import io.casewright.platform.text.ReplyText;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a mail of a proven sender says about itself, and its text. */
final class DeskLetter {

    private static final Pattern BULK = Pattern.compile("(?i)\\s*(bulk|junk|list)\\s*");
    private static final Pattern FORWARDED = Pattern.compile("(?i)^\\s*(fwd?|wg|tr|rv|doorst)\\s*:.*");

    private static final int LONGEST_NAME = 80;
    private static final int MOST_NAMES = 20;

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
     * Whether a machine answered by itself: an absence note, an acknowledgement, a bounce. What a ticket system generates, as
     * opposed to replies, is taken: an engineer's words may come that way.
     */
    boolean isAutomatic(DeskMailIds ids) throws MessagingException {
        return switch (MailHead.of(head).writer()) {
            case MACHINE_ANSWERING, MAIL_SERVER -> true;
            case LIST ->
                reference(ids).isEmpty() || BULK.matcher(first("Precedence")).matches();
            case PERSON, MACHINE -> false;
        };
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
        var content = MailBody.of(mail);
        if (content.shortfalls().contains(Shortfall.TOO_LONG)) {
            throw new Unreadable(Shortfall.TOO_LONG.words());
        }
        String whole = DeskText.plain(content.text());
        String own = isForwarded() ? whole : ReplyText.withoutHistory(whole);
        String text = own.isBlank() ? whole : own;
        return Stream.of(text, shortfalls(content), attached(content.files()))
                .filter(each -> !each.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    /** A text that could not be read is never taken as read. */
    private static String shortfalls(MailBody content) {
        return content.shortfalls().stream().sorted().map(Shortfall::words).collect(Collectors.joining(" "));
    }

    private static String attached(List<MailFile> files) {
        if (files.isEmpty()) {
            return "";
        }
        String names = files.stream()
                .limit(MOST_NAMES)
                .map(file -> file.name().isEmpty() ? "without a name" : DeskText.line(file.name(), LONGEST_NAME))
                .collect(Collectors.joining(", "));
        String more = files.size() > MOST_NAMES ? ", and %d more".formatted(files.size() - MOST_NAMES) : "";
        return "(attached, in the mailbox: " + names + more + ")";
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
