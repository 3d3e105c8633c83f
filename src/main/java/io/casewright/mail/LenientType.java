package io.casewright.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a part says it is, read as people would: blanks where none belong, quotes that do not end, words nobody knows.
 *
 * @param type such as {@code text/plain}, in small letters; that, where it cannot be told
 * @param charset as it is named; null where none is
 * @param told whether the part says a type that can be read
 */
record LenientType(String type, @Nullable String charset, boolean told) {

    private static final Pattern TYPE =
            Pattern.compile("^\\s*([A-Za-z0-9!#$&^_.+-]+)\\s*/\\s*([A-Za-z0-9!#$&^_.+-]+)\\s*(?:;|$|\\s)");
    private static final Pattern CHARSET =
            Pattern.compile("(?i)(?:^|[;\\s])charset\\*?\\s*=\\s*(?:\"|')?\\s*([^\\s\";',]+)");
    private static final String PLAIN = "text/plain";

    static LenientType of(Part part) throws MessagingException {
        // Of a mail that still lies on its server, this is told without fetching a header for each part.
        String said = part.getContentType();
        if (said == null || said.isBlank()) {
            return new LenientType(PLAIN, null, false);
        }
        String line = said.replaceAll("[\\r\\n]+", " ");
        var charset = CHARSET.matcher(line);
        String named = charset.find() ? charset.group(1) : null;
        var type = TYPE.matcher(line);
        if (!type.find()) {
            // "text" alone and the like.
            return new LenientType(PLAIN, named, false);
        }
        return new LenientType((type.group(1) + "/" + type.group(2)).toLowerCase(Locale.ROOT), named, true);
    }

    boolean is(String other) {
        return type.equals(other);
    }

    boolean isIn(String top) {
        return type.startsWith(top + "/");
    }
}
