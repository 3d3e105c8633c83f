package io.casewright.solution;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Chooses the words that tell most about a text: those that few solved cases have. The time of a full-text search goes
 * with the number of rows that have any of its words, and words that all have say nothing. How common a word is stands in
 * no table that intake or closing would have to wait for; it is counted now and then in the latest cases.
 */
@Component
class TellingWords {

    private static final int COUNTED = 2000;
    private static final int MOST_WORDS = 40;
    private static final double MOST_ROWS = 3000;
    private static final Duration REST = Duration.ofMinutes(10);

    private final JdbcClient database;
    private final Clock clock;
    private volatile @Nullable Counts counts;

    TellingWords(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How many of the counted cases have a word, and how many cases stand behind each counted one. */
    private record Counts(Map<String, Integer> cases, double weight, Instant at) {

        /** Also a word that was never met may be somewhere. */
        double rows(String word) {
            return Math.max(0.5, cases.getOrDefault(word, 0)) * weight;
        }
    }

    /** The most telling ones of the words, as one text; at least one, unless there are none. */
    String of(Set<String> words) {
        var now = current();
        List<String> rarestFirst = words.stream()
                .sorted(Comparator.comparingDouble(now::rows))
                .limit(MOST_WORDS)
                .toList();
        var chosen = new StringJoiner(" ");
        double rows = 0;
        for (String word : rarestFirst) {
            rows += now.rows(word);
            if (rows > MOST_ROWS && chosen.length() > 0) {
                break;
            }
            chosen.add(word);
        }
        return chosen.toString();
    }

    private Counts current() {
        var known = counts;
        var now = clock.instant();
        if (known == null || !now.isBefore(known.at.plus(REST))) {
            known = count(now);
            counts = known;
        }
        return known;
    }

    private Counts count(Instant now) {
        var cases = new HashMap<String, Integer>();
        int[] counted = {0};
        database.sql("SELECT words FROM solved_case ORDER BY case_id DESC LIMIT :counted")
                .param("counted", COUNTED)
                .query((ResultSet row) -> {
                    counted[0]++;
                    for (String word : row.getString("words").split(" ", -1)) {
                        cases.merge(word, 1, Integer::sum);
                    }
                });
        long all = database.sql("SELECT COUNT(*) FROM solved_case")
                .query(Long.class)
                .single();
        return new Counts(cases, Math.max(1, all / (double) Math.max(1, counted[0])), now);
    }
}
