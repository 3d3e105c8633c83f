package io.casewright.mail;

import io.casewright.platform.text.MailIds;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a mail says; nobody vouches for any of it.
 *
 * @param from who it says it is from; null when that is not clear
 * @param to addresses it says it went to, copies as well, the first {@value #MOST_RECIPIENTS} in small letters
 * @param copied those of them that its writer named
 * @param moreRecipients whether it went to more than these
 * @param subject in one line; empty when there is none
 * @param messageId with its brackets; null when there is none that is well formed
 * @param answers ids of the mails it answers, the nearest first
 * @param sentAt null when it does not say
 */
public record MailHead(
        @Nullable Mailer from,
        List<Mailer> to,
        List<Mailer> copied,
        boolean moreRecipients,
        String subject,
        @Nullable String messageId,
        List<String> answers,
        @Nullable Instant sentAt,
        Writer writer) {

    static final int MOST_RECIPIENTS = 200;

    private static final int MOST_ANSWERED = 50;
    private static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_NAME = 120;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\"(),:;\\[\\]\\\\]+@[^\\s@<>\"(),:;\\[\\]\\\\]+");
    private static final Pattern BOUNCER = Pattern.compile("(?i)^(mailer-daemon|postmaster|bounces?([+-].*)?)@.*");
    private static final Pattern IN_BULK = Pattern.compile("(?i)\\s*(bulk|junk|list)\\s*");

    /** Somebody with an address. */
    public record Mailer(String address, String name) {

        @Override
        public String toString() {
            return "Mailer[withheld]";
        }
    }

    /** Who wrote it, as far as it tells (RFC 3834). */
    public enum Writer {
        PERSON,
        /** A machine that answers whatever it gets: an absence note, a receipt, an acknowledgement. */
        MACHINE_ANSWERING,
        /** A machine of its own accord, such as another desk or a monitor. */
        MACHINE,
        /** Somebody, to many at once. */
        LIST,
        /** A mail server about a mail that did not arrive. */
        MAIL_SERVER
    }

    /** Reads the headers, and nothing else of the mail. */
    public static MailHead of(MimeMessage mail) throws MessagingException {
        MailDecoding.forgive();
        var recipients = new LinkedHashSet<Mailer>();
        recipients.addAll(mailers(mail, "To"));
        recipients.addAll(mailers(mail, "Cc"));
        var named = recipients.stream().limit(MOST_RECIPIENTS).toList();
        recipients.addAll(mailers(mail, "Delivered-To"));
        recipients.addAll(mailers(mail, "X-Original-To"));
        var senders = mailers(mail, "From");
        return new MailHead(
                senders.size() == 1 ? senders.getFirst() : null,
                recipients.stream().limit(MOST_RECIPIENTS).toList(),
                named,
                recipients.size() > MOST_RECIPIENTS,
                cut(HeaderText.of(first(mail, "Subject")), LONGEST_SUBJECT),
                MailIds.in(first(mail, "Message-ID")).stream().findFirst().orElse(null),
                answered(mail),
                sentAt(mail),
                writerOf(mail, senders));
    }

    private static List<String> answered(MimeMessage mail) throws MessagingException {
        var ids = new LinkedHashSet<>(MailIds.in(first(mail, "In-Reply-To")));
        ids.addAll(MailIds.in(first(mail, "References")).reversed());
        return ids.stream().limit(MOST_ANSWERED).toList();
    }

    private static @Nullable Instant sentAt(MimeMessage mail) {
        try {
            String said = first(mail, "Date");
            return said.isBlank() ? null : new MailDateFormat().parse(said).toInstant();
        } catch (java.text.ParseException | MessagingException e) {
            return null;
        }
    }

    private static Writer writerOf(MimeMessage mail, List<Mailer> senders) throws MessagingException {
        String automatic = first(mail, "Auto-Submitted").strip().toLowerCase(Locale.ROOT);
        boolean fromServer = senders.stream()
                .anyMatch(sender -> BOUNCER.matcher(sender.address()).matches());
        var type = LenientType.of(mail);
        if (fromServer || first(mail, "Return-Path").strip().equals("<>") && type.is("multipart/report")) {
            return Writer.MAIL_SERVER;
        }
        if (automatic.startsWith("auto-replied")
                || type.is("multipart/report")
                || first(mail, "Return-Path").strip().equals("<>")
                || !first(mail, "X-Autoreply").isEmpty()
                || !first(mail, "X-Autorespond").isEmpty()
                || first(mail, "Precedence").strip().equalsIgnoreCase("auto_reply")) {
            return Writer.MACHINE_ANSWERING;
        }
        if (!first(mail, "List-Id").isEmpty()
                || !first(mail, "List-Unsubscribe").isEmpty()
                || IN_BULK.matcher(first(mail, "Precedence")).matches()) {
            return Writer.LIST;
        }
        return automatic.isEmpty() || automatic.startsWith("no") ? Writer.PERSON : Writer.MACHINE;
    }

    private static List<Mailer> mailers(MimeMessage mail, String name) throws MessagingException {
        String @Nullable [] values = mail.getHeader(name);
        var found = new ArrayList<Mailer>();
        for (String value : values == null ? new String[0] : values) {
            found.addAll(mailersIn(value.replaceAll("[\\r\\n]+", " ")));
        }
        return found;
    }

    private static List<Mailer> mailersIn(String header) {
        var found = addresses(header).stream()
                .flatMap(each -> mailer(each).stream())
                .toList();
        // Where nothing is as it should be: what looks like an address, wherever it stands.
        return found.isEmpty()
                ? ADDRESS.matcher(header)
                        .results()
                        .map(each -> new Mailer(each.group().toLowerCase(Locale.ROOT), ""))
                        .toList()
                : found;
    }

    private static List<InternetAddress> addresses(String header) {
        try {
            return Arrays.asList(InternetAddress.parseHeader(header, false));
        } catch (AddressException e) {
            return List.of();
        }
    }

    private static Optional<Mailer> mailer(InternetAddress address) {
        String said = address.getAddress();
        if (said == null || !ADDRESS.matcher(said).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new Mailer(said.toLowerCase(Locale.ROOT), cut(HeaderText.of(address.getPersonal()), LONGEST_NAME)));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1).stripTrailing() + "…";
    }

    private static String first(MimeMessage mail, String header) throws MessagingException {
        String @Nullable [] values = mail.getHeader(header);
        return values == null || values.length == 0 ? "" : values[0].replaceAll("[\\r\\n]+", " ");
    }
}
