package io.casewright.servicehealth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** How alike two texts are by the words they share: word stems without filler words, as Microsoft writes in English. */
final class CommonWords {

    private static final Analyzer ENGLISH = new EnglishAnalyzer();

    private CommonWords() {}

    /** The Ochiai coefficient of the two sets of words, 0 (none in common) to 1 (the same). */
    static double likeness(String one, String other) {
        var first = words(one);
        var second = words(other);
        if (first.isEmpty() || second.isEmpty()) {
            return 0;
        }
        long common = first.stream().filter(second::contains).count();
        return common / Math.sqrt((double) first.size() * second.size());
    }

    private static Set<String> words(String text) {
        var words = new HashSet<String>();
        try (var stream = ENGLISH.tokenStream("text", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
