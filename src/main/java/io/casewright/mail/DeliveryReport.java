package io.casewright.mail;

import io.casewright.platform.text.MailIds;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a mail server says became of a mail (RFC 3464).
 *
 * @param messageIds ids of mails that it speaks of
 * @param addresses that it speaks of, in small letters; none where that is not told
 * @param failed whether it did not arrive, and nobody tries any more; else it is late, or arrived
 * @param status such as {@code 5.1.1}; empty when it is not told
 */
public record DeliveryReport(Set<String> messageIds, Set<String> addresses, boolean failed, String status) {

    private static final int READ = 64 << 10;
    private static final Pattern NAMED = Pattern.compile("(?im)^Message-ID:\\s*(<\\S+>)");
    private static final Pattern ADDRESS =
            Pattern.compile("(?im)^(?:Final|Original)-Recipient:\\s*[\\w-]+\\s*;\\s*<?([^\\s<>]+@[^\\s<>]+?)>?\\s*$");
    private static final Pattern ACTION = Pattern.compile("(?im)^Action:\\s*(\\w+)");
    private static final Pattern STATUS = Pattern.compile("(?im)^Status:\\s*(\\d\\.\\d{1,3}\\.\\d{1,3})");

    /**
     * Empty when the mail is no report. Servers that do not know the form name the mail somewhere in theirs.
     *
     * @param head of the same mail
     */
    public static Optional<DeliveryReport> of(MimeMessage mail, MailHead head) throws MessagingException, IOException {
        var reading = new Reading();
        var type = LenientType.of(mail);
        if (type.is("multipart/report") && mail.getContent() instanceof Multipart parts) {
            for (int i = 0; i < Math.min(parts.getCount(), 10); i++) {
                reading.read(parts.getBodyPart(i));
            }
            return reading.isReport() ? Optional.of(reading.report()) : Optional.empty();
        }
        if (head.writer() != MailHead.Writer.MAIL_SERVER) {
            return Optional.empty();
        }
        reading.readFreely(Reading.textOf(mail));
        return Optional.of(reading.report());
    }

    private static final class Reading {

        private final Set<String> ids = new LinkedHashSet<>();
        private final Set<String> addresses = new LinkedHashSet<>();
        private final List<String> actions = new ArrayList<>();
        private String status = "";
        private boolean stated;

        void read(Part part) throws MessagingException, IOException {
            var type = LenientType.of(part);
            if (type.is("message/delivery-status") || type.is("message/global-delivery-status")) {
                stated = true;
                String fields = textOf(part);
                ACTION.matcher(fields)
                        .results()
                        .map(each -> each.group(1).toLowerCase(Locale.ROOT))
                        .forEach(actions::add);
                ADDRESS.matcher(fields)
                        .results()
                        .limit(50)
                        .forEach(each -> addresses.add(each.group(1).toLowerCase(Locale.ROOT)));
                STATUS.matcher(fields).results().findFirst().ifPresent(each -> status = each.group(1));
            } else if (type.isIn("message") || type.is("text/rfc822-headers")) {
                NAMED.matcher(textOf(part))
                        .results()
                        .flatMap(each -> MailIds.in(each.group(1)).stream())
                        .findFirst()
                        .ifPresent(ids::add);
            }
        }

        void readFreely(String text) {
            MailIds.in(text).stream().limit(50).forEach(ids::add);
            STATUS.matcher(text).results().findFirst().ifPresent(each -> status = each.group(1));
        }

        boolean isReport() {
            return stated;
        }

        DeliveryReport report() {
            boolean failed =
                    actions.isEmpty() ? !status.startsWith("2") && !status.startsWith("4") : actions.contains("failed");
            return new DeliveryReport(Set.copyOf(ids), Set.copyOf(addresses), failed, status);
        }

        private static String textOf(Part part) throws MessagingException, IOException {
            try (InputStream in = Decoded.of(part)) {
                return new String(in.readNBytes(READ), StandardCharsets.ISO_8859_1);
            }
        }
    }
}
