package io.casewright.message;

import java.util.regex.Pattern;

/** Text from outside as nothing but text: no control characters, no marks that turn the reading direction around. */
final class PlainText {

    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069]");
    private static final Pattern UNSEEN_BUT_LINES =
            Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|[\\u0080-\\u009F\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\u0085\\u2028\\u2029]");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private PlainText() {}

    /** As one line of at most so many characters: for names, subjects, titles and everything in a header. */
    static String line(String text, int atMost) {
        String line = SPACES.matcher(UNSEEN.matcher(text).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        if (line.length() <= atMost) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(atMost - 2)) ? atMost - 2 : atMost - 1;
        return line.substring(0, end) + "…";
    }

    /** As lines ended by a line feed. */
    static String lines(String text) {
        return UNSEEN_BUT_LINES
                .matcher(LINE_END.matcher(text).replaceAll("\n"))
                .replaceAll("")
                .strip();
    }
}
