package io.casewright.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of a header: encoded ones (RFC 2047) decoded, those of one character in two halves put together first, and bytes that
 * were sent as they are read in the charset they look like.
 */
final class HeaderText {

    private static final Pattern WORD =
            Pattern.compile("=\\?([^?\\s*]{1,40})(?:\\*[^?\\s]*)?\\?([bBqQ])\\?([^?]*)\\?=");
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cntrl}\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069\\uFEFF]");

    private HeaderText() {}

    /** As one line. */
    static String of(@Nullable String raw) {
        if (raw == null) {
            return "";
        }
        String decoded = raw.contains("=?") ? decoded(raw) : sentAsBytes(raw);
        return CONTROL.matcher(decoded.replaceAll("\\s+", " ")).replaceAll("").strip();
    }

    private static String decoded(String raw) {
        var text = new StringBuilder();
        var bytes = new ByteArrayOutputStream();
        String charset = null;
        Matcher word = WORD.matcher(raw);
        int end = 0;
        while (word.find()) {
            String between = raw.substring(end, word.start());
            boolean goesOn = charset != null && between.isBlank();
            if (!goesOn || !word.group(1).equalsIgnoreCase(charset)) {
                text.append(charset == null ? "" : Charsets.decode(bytes.toByteArray(), charset));
                bytes.reset();
                // Blanks between two encoded words belong to neither.
                text.append(goesOn ? "" : sentAsBytes(between));
            }
            charset = word.group(1);
            bytes.writeBytes(bytesOf(word.group(2), word.group(3)));
            end = word.end();
        }
        if (charset != null) {
            text.append(Charsets.decode(bytes.toByteArray(), charset));
        }
        return text.append(sentAsBytes(raw.substring(end))).toString();
    }

    private static byte[] bytesOf(String way, String encoded) {
        if (way.toLowerCase(Locale.ROOT).equals("q")) {
            return quoted(encoded);
        }
        String letters = encoded.replaceAll("[^A-Za-z0-9+/]", "");
        // A single letter over says less than a byte.
        int whole = letters.length() % 4 == 1 ? letters.length() - 1 : letters.length();
        return Base64.getDecoder().decode(letters.substring(0, whole));
    }

    private static byte[] quoted(String encoded) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < encoded.length(); i++) {
            char at = encoded.charAt(i);
            int high = i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 1), 16) : -1;
            int low = i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 2), 16) : -1;
            if (at == '=' && high < 0 && i + 2 == encoded.length() - 1) {
                bytes.write(at);
            } else if (at == '=' && high >= 0 && low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(at == '_' ? ' ' : at).getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return bytes.toByteArray();
    }

    /** The library gives each byte as the character of its number. */
    private static String sentAsBytes(String raw) {
        boolean isBytes = raw.chars().anyMatch(at -> at >= 0x80) && raw.chars().allMatch(at -> at <= 0xFF);
        return isBytes ? Charsets.decode(raw.getBytes(StandardCharsets.ISO_8859_1), null) : raw;
    }
}
