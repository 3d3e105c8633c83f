package io.casewright.desk.persistence;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a text as they are searched for: in lower case and without accents; neighbours where a script has no blanks. */
final class DeskWords {

    static final int LONGEST = 40;

    private static final int MOST = 60;

    /** Of a longer text, more is not read. */
    private static final int READ = 8_000;

    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
    private static final Pattern WORD = Pattern.compile("(?<unspaced>[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]+)"
            + "|[[\\p{L}\\p{N}]&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]]+");

    private DeskWords() {}

    static Set<String> of(List<String> texts) {
        var words = new LinkedHashSet<String>();
        for (String text : texts) {
            var found = WORD.matcher(plain(text.substring(0, Math.min(READ, text.length()))));
            while (words.size() < MOST && found.find()) {
                String unspaced = found.group("unspaced");
                if (unspaced == null) {
                    words.add(cut(found.group()));
                } else {
                    addNeighbours(unspaced, words);
                }
            }
        }
        return words;
    }

    private static void addNeighbours(String run, Set<String> words) {
        if (run.length() == 1) {
            words.add(run);
        }
        for (int at = 0; at + 2 <= run.length(); at++) {
            words.add(run.substring(at, at + 2));
        }
    }

    private static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return ACCENTS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT).replace("ß", "ss");
    }

    private static String cut(String word) {
        return word.codePointCount(0, word.length()) <= LONGEST
                ? word
                : word.substring(0, word.offsetByCodePoints(0, LONGEST));
    }
}
