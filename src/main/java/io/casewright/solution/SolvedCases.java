package io.casewright.solution;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What closed cases were about and what helped, found again by MySQL's full-text index. */
@Component
public class SolvedCases {

    static final String SEARCH = """
            SELECT number, subject, resolution, closed_at, MATCH (words) AGAINST (:words) AS score
            FROM solved_case
            WHERE MATCH (words) AGAINST (:words)
              AND number <> :asking
              AND (:product = '' OR product = :product)
            ORDER BY score DESC, case_id DESC
            LIMIT :limit""";

    private final JdbcClient database;
    private final TellingWords tellingWords;

    SolvedCases(JdbcClient database, TellingWords tellingWords) {
        this.database = database;
        this.tellingWords = tellingWords;
    }

    /**
     * A solved case as anybody may see it.
     *
     * @param text all that it is found by, beside the topics
     * @param topics what it is about, in words that are the same for all languages
     */
    public record Solved(
            long caseId,
            String number,
            @Nullable String product,
            String subject,
            String resolution,
            Instant closedAt,
            String text,
            Set<String> topics) {}

    /** A found case; the score only orders the cases of one answer. */
    public record Found(String number, String subject, String resolution, Instant closedAt, double score) {}

    /** Keeps a solved case, in place of what was kept of it before. */
    public void keep(Solved solved) {
        database.sql("""
                        INSERT INTO solved_case (case_id, number, product, subject, resolution, closed_at, words)
                        VALUES (?, ?, ?, ?, ?, ?, ?) AS new
                        ON DUPLICATE KEY UPDATE product = new.product, subject = new.subject,
                          resolution = new.resolution, closed_at = new.closed_at, words = new.words""")
                .params(
                        solved.caseId,
                        solved.number,
                        normal(solved.product),
                        solved.subject,
                        solved.resolution,
                        LocalDateTime.ofInstant(solved.closedAt, ZoneOffset.UTC),
                        String.join(" ", SearchWords.of(solved.text, solved.topics)))
                .update();
    }

    /** What was kept did not help after all. */
    public void forget(long caseId) {
        database.sql("DELETE FROM solved_case WHERE case_id = ?").param(caseId).update();
    }

    /** At most {@code limit} solved cases other than {@code asking}, the most similar first. */
    public List<Found> find(String asking, @Nullable String product, String text, Set<String> topics, int limit) {
        String words = tellingWords.of(SearchWords.of(text, topics));
        if (words.isEmpty()) {
            return List.of();
        }
        return database.sql(SEARCH)
                .param("words", words)
                .param("asking", asking)
                .param("product", normal(product))
                .param("limit", limit)
                .query((row, i) -> new Found(
                        row.getString("number"),
                        row.getString("subject"),
                        row.getString("resolution"),
                        row.getObject("closed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getDouble("score")))
                .list();
    }

    private static String normal(@Nullable String product) {
        return product == null ? "" : product.strip().replaceAll("\\s+", " ");
    }
}
