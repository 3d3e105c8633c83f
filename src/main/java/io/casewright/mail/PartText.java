package io.casewright.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.util.DecodingException;
import org.jspecify.annotations.Nullable;

/** The words of a part, plain and clean. */
final class PartText {

    /** So many times as long as it is may be how it is sent, and that is told before anything is fetched. */
    private static final int MOST_ENCODED = 3;

    private static final int HEAD_OF_PAGE = 2_048;
    private static final Pattern CHARSET_OF_PAGE =
            Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]+)");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\u0085\\u2028\\u2029]");
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cntrl}&&[^\\n\\t]]|[\\u0080-\\u009F\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    private PartText() {}

    /** @param text of so many bytes of the mail; empty when it has more than were allowed, or is broken */
    record Read(Optional<String> text, int bytes, @Nullable Shortfall shortfall) {}

    static Read of(Part part, LenientType type, int most) throws MessagingException, IOException {
        if (part.getSize() > MOST_ENCODED * (long) most) {
            return new Read(Optional.empty(), most, Shortfall.TOO_LONG);
        }
        byte[] bytes;
        try (InputStream in = Decoded.of(part)) {
            bytes = in.readNBytes(most + 1);
        } catch (DecodingException e) {
            return new Read(Optional.empty(), 0, Shortfall.BROKEN);
        }
        if (bytes.length > most) {
            return new Read(Optional.empty(), most, Shortfall.TOO_LONG);
        }
        return new Read(Optional.of(clean(decode(bytes, type))), bytes.length, null);
    }

    private static String decode(byte[] bytes, LenientType type) {
        boolean html = type.is("text/html") || !type.told() && beginsAsHtml(bytes);
        if (!html) {
            return Charsets.decode(bytes, type.charset());
        }
        String charset = type.charset() == null ? charsetOfPage(bytes) : type.charset();
        return HtmlText.of(Charsets.decode(bytes, charset));
    }

    static String clean(String text) {
        return UNSEEN.matcher(LINE_END.matcher(text).replaceAll("\n")).replaceAll("");
    }

    private static boolean beginsAsHtml(byte[] bytes) {
        String head = headOf(bytes).strip().toLowerCase(Locale.ROOT);
        return head.startsWith("<!doctype html") || head.startsWith("<html");
    }

    private static @Nullable String charsetOfPage(byte[] bytes) {
        var said = CHARSET_OF_PAGE.matcher(headOf(bytes));
        return said.find() ? said.group(1) : null;
    }

    private static String headOf(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, HEAD_OF_PAGE), StandardCharsets.ISO_8859_1);
    }
}
