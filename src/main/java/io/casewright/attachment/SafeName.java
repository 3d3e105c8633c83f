package io.casewright.attachment;

import io.casewright.platform.text.InputText;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names of files that lead nowhere, deceive nobody, and can be kept on every system. */
final class SafeName {

    private static final int LONGEST = 120;
    private static final int LONGEST_ENDING = 12;
    private static final Pattern PATH = Pattern.compile("^.*[/\\\\]");
    /** Controls, and what turns the direction of reading or cannot be seen. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]");

    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*]");
    private static final Set<String> RESERVED = Stream.concat(
                    Stream.of("con", "prn", "aux", "nul"),
                    IntStream.range(0, 10).boxed().flatMap(i -> Stream.of("com" + i, "lpt" + i)))
            .collect(Collectors.toUnmodifiableSet());

    private SafeName() {}

    /** @param ending of a file without a name, with its dot; may be empty */
    static String of(String said, String ending) {
        // What cannot be seen goes first, or a path would hide behind it.
        String name =
                UNSEEN.matcher(Normalizer.normalize(said, Normalizer.Form.NFC)).replaceAll("");
        name = FORBIDDEN.matcher(PATH.matcher(name.strip()).replaceFirst("")).replaceAll("_");
        name = trimmed(name.replaceAll("\\s+", " "));
        if (name.isEmpty() || !InputText.isVisible(name)) {
            return "file" + ending;
        }
        String first = name.split("\\.", 2)[0].strip().toLowerCase(Locale.ROOT);
        return trimmed(cut(RESERVED.contains(first) ? "_" + name : name));
    }

    /** Windows takes neither blanks nor dots at the end; a dot at the beginning hides the file elsewhere. */
    private static String trimmed(String name) {
        return name.replaceAll("[\\s.]+$", "").replaceAll("^[\\s.]+", "");
    }

    /** At most so many characters, with its ending. */
    private static String cut(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        int end = LONGEST - ending.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + ending;
    }
}
