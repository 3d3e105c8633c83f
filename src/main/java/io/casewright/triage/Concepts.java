package io.casewright.triage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Words of many languages that mean the same, from a table: concept, language, terms. What is learned about a concept in
 * one language holds in all. A term may have several words; {@code *} ends a word of which only the beginning counts.
 */
final class Concepts {

    private record Term(String concept, List<String> words) {}

    private final Map<String, List<Term>> byFirstWord = new HashMap<>();
    private final Map<String, String> unspaced = new HashMap<>();

    /** @param terms which cell of a row has the terms; the first has the concept */
    Concepts(List<TableRow> rows, int terms) {
        for (TableRow row : rows) {
            for (String term : row.cell(terms).split(",", -1)) {
                add(row.cell(0), term.strip());
            }
        }
    }

    private void add(String concept, String term) {
        if (CleanText.isUnspaced(term)) {
            unspaced.put(term, concept);
            return;
        }
        List<String> words = List.of(term.split(" ", -1));
        byFirstWord.merge(words.getFirst(), List.of(new Term(concept, words)), (known, added) -> {
            var both = new ArrayList<>(known);
            both.addAll(added);
            return both;
        });
    }

    /** The concepts that occur, in alphabetical order. */
    Set<String> in(CleanText text) {
        var found = new TreeSet<String>();
        List<String> words = text.words();
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            collect(byFirstWord.get(word), words, at, found);
            for (int length = 2; length <= word.length(); length++) {
                collect(byFirstWord.get(word.substring(0, length) + "*"), words, at, found);
            }
        }
        if (CleanText.isUnspaced(text.text())) {
            unspaced.forEach((term, concept) -> {
                if (text.text().contains(term)) {
                    found.add(concept);
                }
            });
        }
        return found;
    }

    private static void collect(@Nullable List<Term> terms, List<String> words, int at, Set<String> found) {
        if (terms == null) {
            return;
        }
        for (Term term : terms) {
            if (follows(term.words(), words, at)) {
                found.add(term.concept());
            }
        }
    }

    private static boolean follows(List<String> term, List<String> words, int at) {
        if (at + term.size() > words.size()) {
            return false;
        }
        for (int i = 1; i < term.size(); i++) {
            String expected = term.get(i);
            String word = words.get(at + i);
            boolean same = expected.endsWith("*")
                    ? word.startsWith(expected.substring(0, expected.length() - 1))
                    : word.equals(expected);
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
