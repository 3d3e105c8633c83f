package io.casewright.casefile.persistence;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.regex.Pattern;

/** Takes from a text the words to search by: letters and digits only, each once, the first ones of a long text. */
final class SearchWords {

    private static final int READ = 8000;
    private static final int WORDS = 40;
    private static final int RUN = 60;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]{3,40}");
    private static final Pattern RUNS_WITHOUT_BLANKS =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}ー]{2,60}");

    private SearchWords() {}

    /** Words that have blanks between them; empty when the text has none. */
    static String spaced(String text) {
        var words = new LinkedHashSet<String>();
        var found = WORD.matcher(RUNS_WITHOUT_BLANKS.matcher(normal(text)).replaceAll(" "));
        while (words.size() < WORDS && found.find()) {
            words.add(found.group());
        }
        return joined(words);
    }

    /** Runs of Chinese, Japanese or Korean, together at most 60 characters; empty when the text has none. */
    static String unspaced(String text) {
        var runs = new LinkedHashSet<String>();
        var found = RUNS_WITHOUT_BLANKS.matcher(normal(text));
        int left = RUN;
        while (left >= 2 && found.find()) {
            String run = found.group().substring(0, Math.min(left, found.group().length()));
            if (runs.add(run)) {
                left -= run.length();
            }
        }
        return joined(runs);
    }

    private static String normal(String text) {
        return Normalizer.normalize(text.substring(0, Math.min(READ, text.length())), Normalizer.Form.NFKC);
    }

    private static String joined(Collection<String> words) {
        return String.join(" ", words);
    }
}
