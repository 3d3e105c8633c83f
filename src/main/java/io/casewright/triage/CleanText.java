package io.casewright.triage;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text without markup, invisible characters and excess length, in lower case; and its words. */
record CleanText(String text, List<String> words) {

    /** Enough for any request; what follows is a log or an attack. */
    private static final int LONGEST_RAW = 12_000;

    private static final int LONGEST = 4_000;
    private static final Pattern MARKUP = Pattern.compile("<[^<>]{0,300}>|&[a-z]{2,6};|https?://\\S{1,500}");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]");
    private static final Pattern GAP = Pattern.compile("[\\p{Cc}\\s\\p{Z}]+");
    private static final String UNSPACED = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}ー]";
    private static final String SPACED = "[[\\p{L}\\p{N}]&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}ー]]";
    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+|(?<=%1$s)(?=%2$s)|(?<=%2$s)(?=%1$s)".formatted(UNSPACED, SPACED));

    static CleanText of(String... parts) {
        var all = new StringBuilder();
        for (String part : parts) {
            String cut = part.substring(0, Math.min(part.length(), LONGEST_RAW));
            all.append(cut).append(" . ");
        }
        String visible = INVISIBLE
                .matcher(Normalizer.normalize(all, Normalizer.Form.NFKC))
                .replaceAll("");
        String plain = MARKUP.matcher(visible).replaceAll(" ");
        String even = GAP.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        String text = even.substring(0, Math.min(even.length(), LONGEST));
        return new CleanText(text, split(text));
    }

    private static List<String> split(String text) {
        var words = new ArrayList<String>();
        for (String word : BETWEEN_WORDS.split(text, -1)) {
            if (!word.isEmpty()) {
                words.add(word.chars().allMatch(Character::isDigit) ? "#" + word.length() : word);
            }
        }
        return words;
    }

    /** Written without blanks between words. */
    static boolean isUnspaced(String word) {
        return word.codePoints().anyMatch(c -> switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI -> true;
            default -> false;
        });
    }
}
