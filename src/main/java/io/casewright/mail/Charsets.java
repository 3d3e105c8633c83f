package io.casewright.mail;

import com.ibm.icu.text.CharsetDetector;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes text of bytes as their writer meant it: in the charset that is named if they fit it, else in the one they look like. */
final class Charsets {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Programs name these whatever they write. */
    private static final Set<String> SAYS_NOTHING = Set.of(
            "us-ascii", "ascii", "ansi_x3.4-1968", "unknown", "unknown-8bit", "x-unknown", "x-user-defined", "default");

    private Charsets() {}

    /** @param named as the mail names it; null where it names none */
    static String decode(byte[] bytes, @Nullable String named) {
        return known(named).flatMap(charset -> fitting(bytes, charset)).orElseGet(() -> guessed(bytes));
    }

    /** The charset of this name, if it says anything and is known here. */
    static Optional<Charset> known(@Nullable String named) {
        if (named == null || SAYS_NOTHING.contains(named.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        try {
            Charset charset = Charset.forName(alias(named));
            // Whoever says Latin 1 means what Windows makes of it, as browsers know.
            return Optional.of(charset.equals(StandardCharsets.ISO_8859_1) ? WINDOWS : charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static String alias(String named) {
        String name = named.toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (name) {
            case "utf8", "utf-8mb4", "utf8mb4", "unicode-1-1-utf-8", "cp65001", "cp-65001", "65001" -> "utf-8";
            case "cp-1252", "ansi", "1252" -> "windows-1252";
            case "cp-850" -> "ibm850";
            case "ks-c-5601-1987", "ks-c-5601" -> "x-windows-949";
            case "gb2312", "gb-2312-80", "hz-gb-2312" -> "gb18030";
            case "shift-jis", "x-sjis", "sjis" -> "windows-31j";
            case "iso-8859-8-i", "iso-8859-8-e" -> "iso-8859-8";
            case "macintosh", "x-mac-roman" -> "x-macroman";
            case "iso-2022-jp" -> "x-windows-iso2022jp";
            default ->
                name.matches("cp-\\d+") ? name.replace("-", "") : named.replaceFirst("(?i)^x-(?=(utf|iso)-)", "");
        };
    }

    private static Optional<String> fitting(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    // A few characters that the charset lacks say nothing against it.
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String guessed(byte[] bytes) {
        return fitting(bytes, StandardCharsets.UTF_8)
                .orElseGet(() -> new String(bytes, isMostlyPlain(bytes) ? WINDOWS : looksLike(bytes)));
    }

    /** Of a few letters with accents among many without, nothing else can be told. */
    private static boolean isMostlyPlain(byte[] bytes) {
        int plain = 0;
        int other = 0;
        for (byte each : bytes) {
            if (each < 0) {
                other++;
            } else if (Character.isLetter(each)) {
                plain++;
            }
        }
        return other < plain;
    }

    private static Charset looksLike(byte[] bytes) {
        var match = new CharsetDetector().setText(bytes).detect();
        return match == null ? WINDOWS : known(match.getName()).orElse(WINDOWS);
    }
}
