package io.casewright.solution;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes from a text the words to search by, each once, the first ones of a long text. MySQL takes each of them for one
 * word: they have at least three characters, and nothing but letters, digits and underscores.
 */
final class SearchWords {

    private static final int READ = 8000;
    private static final int MOST = 300;
    private static final int TOPICS = 8;
    private static final Pattern WORD = Pattern.compile(
            "(?<unspaced>[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}ー]+)"
                    + "|(?![0-9]{1,4}(?![\\p{L}\\p{M}\\p{N}]))[[\\p{L}\\p{M}\\p{N}]&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}ー]]{3,40}");

    private SearchWords() {}

    static Set<String> of(String text, Set<String> topics) {
        var words = new LinkedHashSet<String>();
        addTopics(topics, words);
        var found = WORD.matcher(normal(text));
        while (words.size() < MOST && found.find()) {
            String unspaced = found.group("unspaced");
            if (unspaced == null) {
                words.add(found.group());
            } else {
                addPairs(unspaced, words);
            }
        }
        return words;
    }

    /** Also each two together, as a single topic is shared by many. */
    private static void addTopics(Set<String> topics, Set<String> words) {
        List<String> first = topics.stream()
                .sorted()
                .limit(TOPICS)
                .map(topic -> "topic_" + topic.replaceAll("[^A-Za-z0-9]", "_"))
                .toList();
        words.addAll(first);
        for (int i = 0; i < first.size(); i++) {
            for (int j = i + 1; j < first.size(); j++) {
                words.add(first.get(i) + "_" + first.get(j));
            }
        }
    }

    /** Chinese, Japanese and Korean have no blanks between words, so each two neighbours count. */
    private static void addPairs(String run, Set<String> words) {
        for (int at = 0; at + 2 <= run.length() && words.size() < MOST; at++) {
            words.add(run.substring(at, at + 2) + "_");
        }
    }

    private static String normal(String text) {
        String read = text.substring(0, Math.min(READ, text.length()));
        return Normalizer.normalize(read, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
