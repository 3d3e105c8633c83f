package io.casewright.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ParseException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** The name that a mail gives a file, however it writes it. */
final class FileName {

    private static final int LONGEST = 255;
    private static final Pattern NAME =
            Pattern.compile("(?i)(?:^|[;\\s])(?:file)?name\\*?\\s*=\\s*(?:\"([^\"]*)\"?|([^;]+))");

    private FileName() {}

    /** Whether the mail says that the part is a file and not to be read along. */
    static boolean isFile(Part part) throws MessagingException {
        return dispositionOf(part).strip().toLowerCase(Locale.ROOT).startsWith("attachment");
    }

    private static String dispositionOf(Part part) throws MessagingException {
        try {
            return Objects.requireNonNullElse(part.getDisposition(), "");
        } catch (ParseException e) {
            return first(part, "Content-Disposition");
        }
    }

    /** In one line; empty when there is none. */
    static String of(Part part) throws MessagingException {
        String name = HeaderText.of(said(part));
        return name.substring(0, Math.min(name.length(), LONGEST));
    }

    private static String said(Part part) throws MessagingException {
        try {
            return Objects.requireNonNullElse(part.getFileName(), "");
        } catch (ParseException e) {
            // Written in no form of the rules, so it is looked for as a person would.
            var found = NAME.matcher(first(part, "Content-Disposition") + ";" + first(part, "Content-Type"));
            return !found.find() ? "" : found.group(1) == null ? found.group(2).strip() : found.group(1);
        }
    }

    private static String first(Part part, String header) throws MessagingException {
        String[] values = part.getHeader(header);
        return values == null || values.length == 0 ? "" : values[0].replaceAll("[\\r\\n]+", " ");
    }
}
