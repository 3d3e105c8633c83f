package io.casewright.handoff.client;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A mark at the end of each note of ours, where a desk's notes carry no id: by it a repeated note is known before it is
 * added again. It is taken off when the note is read back.
 */
final class NoteMark {

    private static final Pattern MARK = Pattern.compile("\\s*\\(note [0-9a-f]{8}\\)\\s*$");
    private static final int DIGITS = 8;

    private NoteMark() {}

    static String marked(String text, UUID key) {
        return text.strip() + "\n\n" + of(key);
    }

    static boolean carries(String text, UUID key) {
        return text.stripTrailing().endsWith(of(key));
    }

    static String without(String text) {
        return MARK.matcher(text).replaceFirst("");
    }

    private static String of(UUID key) {
        return "(note " + key.toString().substring(0, DIGITS) + ")";
    }
}
