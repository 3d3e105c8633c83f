package io.casewright.platform.text;

/** Texts that are too long for where they go. */
public final class CutText {

    private CutText() {}

    /** At most so many characters of the text, never half a pair; where something is missing a mark follows. */
    public static String upTo(int longest, String text) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + " […]";
    }
}
