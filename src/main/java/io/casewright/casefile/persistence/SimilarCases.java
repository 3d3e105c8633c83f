package io.casewright.casefile.persistence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Searches the texts of resolved cases by MySQL's full-text indexes: one for words, one for scripts without blanks. */
@Component
public class SimilarCases {

    private static final String WORDS = "subject, description, resolution";
    private static final String NGRAMS = "subject, description";

    private final JdbcClient database;

    SimilarCases(JdbcClient database) {
        this.database = database;
    }

    /** A found case; the score only orders the cases of one answer. */
    public record Found(String number, String subject, String resolution, Instant resolvedAt, double score) {}

    /** At most {@code limit} resolved or closed cases other than {@code asking}, the most similar first. */
    public List<Found> find(String asking, @Nullable String product, String text, int limit) {
        String unspaced = SearchWords.unspaced(text);
        String words = unspaced.isEmpty() ? SearchWords.spaced(text) : unspaced;
        if (words.isEmpty()) {
            return List.of();
        }
        return database.sql(sql(!unspaced.isEmpty()))
                .param("words", words)
                .param("asking", asking)
                .param("product", product == null ? "" : product.strip().replaceAll("\\s+", " "))
                .param("limit", limit)
                .query((row, i) -> new Found(
                        row.getString("number"),
                        row.getString("subject"),
                        row.getString("resolution"),
                        row.getObject("resolved_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getDouble("score")))
                .list();
    }

    static String sql(boolean unspaced) {
        return """
                SELECT number, subject, resolution, resolved_at, MATCH (%1$s) AGAINST (:words) AS score
                FROM support_case
                WHERE MATCH (%1$s) AGAINST (:words)
                  AND status IN ('RESOLVED', 'CLOSED')
                  AND resolution IS NOT NULL AND resolved_at IS NOT NULL
                  AND number <> :asking
                  AND (:product = '' OR TRIM(REGEXP_REPLACE(product, '[[:space:]]+', ' ')) = :product)
                ORDER BY score DESC, id DESC
                LIMIT :limit""".formatted(unspaced ? NGRAMS : WORDS);
    }
}
