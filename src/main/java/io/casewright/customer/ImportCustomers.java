package io.casewright.customer;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Takes in lists of customers: first shows what one would change, then changes exactly that, all of it or nothing. */
@Service
public class ImportCustomers {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int LONGEST_NAME = 200;

    private final ImportRows rows;
    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final Clock clock;

    ImportCustomers(ImportRows rows, JdbcClient database, TransactionOperations transactions, Clock clock) {
        this.rows = rows;
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What became of the wish to apply a list. */
    public enum Applied {
        DONE,
        /** It would do something else than what was shown, or rows of it are refused; nothing was changed. */
        NOT_AS_SHOWN,
        /** It was applied before, or is too old. */
        GONE
    }

    /** A list that nobody has applied yet. */
    public record Waiting(long id, String name, Instant since) {}

    private record Kept(String name, @Nullable String content) {}

    /**
     * Keeps the list until it is applied, for a day at most; nothing else is changed.
     *
     * @param name of the file, for people
     * @return its id
     * @throws CsvUnreadable when it is no such list
     */
    public long handIn(String name, InputStream file, Editor editor) throws IOException {
        String text = CustomerCsv.textOf(file.readNBytes(CustomerCsv.LARGEST + 1));
        CustomerCsv.rowsOf(text);
        return keep(name, text, editor);
    }

    /** Lists that wait to be looked at, the newest first. */
    public List<Waiting> waiting() {
        return database.sql("""
                        SELECT id, name, created_at FROM customer_import
                        WHERE content IS NOT NULL AND created_at >= ? ORDER BY id DESC LIMIT 10""")
                .param(utc(clock.instant().minus(KEPT)))
                .query((row, i) -> new Waiting(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .list();
    }

    /** A list that was found to be one. */
    long keep(String name, String text, Editor editor) {
        var key = new GeneratedKeyHolder();
        database.sql("INSERT INTO customer_import (name, login, created_at, content) VALUES (?, ?, ?, ?)")
                .param(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name)
                .param(editor.login())
                .param(utc(clock.instant()))
                .param(text)
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** What the list would change now. Empty when it was applied, or is too old. */
    public Optional<ImportPlan> dryRun(long id, Editor editor) {
        return transactions.execute(status -> {
            status.setRollbackOnly();
            return run(id, editor);
        });
    }

    /**
     * Does what was shown.
     *
     * @param fingerprint of the plan that was shown
     */
    public Applied apply(long id, String fingerprint, Editor editor) {
        try {
            return transactions.execute(status -> {
                var plan = run(id, editor);
                if (plan.isEmpty()) {
                    return Applied.GONE;
                }
                if (plan.get().isRefused() || !plan.get().fingerprint().equals(fingerprint)) {
                    status.setRollbackOnly();
                    return Applied.NOT_AS_SHOWN;
                }
                database.sql("UPDATE customer_import SET content = NULL, applied_at = ? WHERE id = ?")
                        .params(utc(clock.instant()), id)
                        .update();
                return Applied.DONE;
            });
        } catch (ConcurrencyFailureException | DataIntegrityViolationException e) {
            // Somebody changed the same customers at the same moment.
            return Applied.NOT_AS_SHOWN;
        }
    }

    /** It names people, and nobody will come back to it. */
    @Scheduled(fixedDelay = 60 * 60 * 1000, initialDelay = 60 * 1000)
    void forgetOld() {
        database.sql("UPDATE customer_import SET content = NULL WHERE content IS NOT NULL AND created_at < ?")
                .param(utc(clock.instant().minus(KEPT)))
                .update();
    }

    private Optional<ImportPlan> run(long id, Editor editor) {
        return kept(id).filter(kept -> kept.content != null).map(kept -> {
            String content = Objects.requireNonNull(kept.content);
            return new ImportPlan(id, kept.name, content, rows.run(CustomerCsv.rowsOf(content), editor));
        });
    }

    /** Locked, so that it is applied once. */
    private Optional<Kept> kept(long id) {
        return database.sql("SELECT name, content FROM customer_import WHERE id = ? AND created_at >= ? FOR UPDATE")
                .params(id, utc(clock.instant().minus(KEPT)))
                .query((row, i) -> new Kept(row.getString("name"), row.getString("content")))
                .optional();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
