package io.casewright.triage;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds how many people a text speaks of: "all 120 of our employees", "zwölf Kollegen", "三十人". */
final class AffectedPeople {

    private static final String FILE = "triage/people.tsv";
    private static final String NOUN = "people";
    /** Of more than this many words between number and people, the number counts something else. */
    private static final String BETWEEN = "(?:\\s+\\p{L}+){0,2}?\\s+";

    private static final int MOST = 1_000_000;

    private final Map<String, Integer> written = new HashMap<>();
    private final Pattern spaced;
    private final Pattern unspaced;

    AffectedPeople() {
        var rows = TableRow.read(FILE, 2);
        var nouns = rows.stream()
                .filter(row -> row.cell(0).equals(NOUN))
                .flatMap(row -> Stream.of(row.cell(1).split(",", -1)))
                .map(String::strip)
                .toList();
        for (TableRow row : rows) {
            if (!row.cell(0).equals(NOUN)) {
                for (String word : row.cell(1).split(",", -1)) {
                    written.put(
                            word.strip(), number(row.cell(0)).orElseThrow(() -> row.fault("begins with no number")));
                }
            }
        }
        spaced = Pattern.compile("(?<![\\p{L}\\p{N}.,])(\\d{1,3}(?:[.,' ]\\d{3})*|\\d{1,6}|%s)%s(?:%s)(?!\\p{L})"
                .formatted(oneOf(written.keySet().stream(), false), BETWEEN, oneOf(nouns.stream(), false)));
        unspaced = Pattern.compile("(\\d{1,6}|%s)\\s?(?:%s)"
                .formatted(oneOf(written.keySet().stream(), true), oneOf(nouns.stream(), true)));
    }

    /** The greatest number of people; null when the text speaks of none. */
    @Nullable
    Integer in(CleanText text) {
        return Stream.concat(
                        spaced.matcher(text.text()).results(),
                        unspaced.matcher(text.text()).results())
                .map(this::number)
                .flatMap(Optional::stream)
                .max(Integer::compare)
                .orElse(null);
    }

    private Optional<Integer> number(MatchResult found) {
        Integer word = written.get(found.group(1));
        return word != null ? Optional.of(word) : number(found.group(1));
    }

    private static Optional<Integer> number(String digits) {
        String plain = digits.replaceAll("[.,' ]", "");
        if (plain.isEmpty() || plain.length() > 7 || !plain.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int number = Integer.parseInt(plain);
        return number > 0 && number <= MOST ? Optional.of(number) : Optional.empty();
    }

    /** The longest first, so that none hides another; a star stands for any ending. */
    private static String oneOf(Stream<String> words, boolean withoutBlanks) {
        return words.filter(word -> CleanText.isUnspaced(word) == withoutBlanks)
                .sorted((a, b) -> b.length() - a.length())
                .map(word -> word.endsWith("*")
                        ? Pattern.quote(word.substring(0, word.length() - 1)) + "\\p{L}*"
                        : Pattern.quote(word))
                .collect(Collectors.joining("|"));
    }
}
