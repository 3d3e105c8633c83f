package io.casewright.platform.engine.place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/**
 * Which engine the keys belong to. An engine that starts empty issues the keys of its predecessor again; the generation tells
 * them apart.
 */
@Component
public class EngineGeneration {

    /** The newest, as a part of another query. */
    public static final String NEWEST = "(SELECT MAX(g.id) FROM engine_generation g)";

    private static final int FIRST = 1;

    private final JdbcClient database;
    private final Clock clock;
    private volatile @Nullable Integer current;

    EngineGeneration(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * An engine that was worked with.
     *
     * @param engine the name that the settings give it; null for one without
     * @param isComplete whether all that was open before has been set going again in it
     */
    public record Generation(int number, @Nullable String engine, boolean isComplete) {}

    /** The number of the engine that is worked with; this program works with one as long as it runs. */
    public int current() {
        Integer known = current;
        if (known == null) {
            known = newest().number();
            current = known;
        }
        return known;
    }

    public Generation newest() {
        return database.sql("SELECT id, engine, reseated_at FROM engine_generation ORDER BY id DESC LIMIT 1")
                .query(EngineGeneration::generation)
                .single();
    }

    /** From now on another engine is worked with, which is empty. */
    public int begin(@Nullable String engine, String reason) {
        var key = new GeneratedKeyHolder();
        database.sql("INSERT INTO engine_generation (started_at, reason, engine) VALUES (?, ?, ?)")
                .params(now(), reason, engine)
                .update(key, "id");
        int number = Objects.requireNonNull(key.getKey()).intValue();
        current = number;
        return number;
    }

    /** The engine that is worked with anyway is called so. */
    public void name(String engine) {
        database.sql("UPDATE engine_generation SET engine = ? WHERE id = ?")
                .params(engine, current())
                .update();
    }

    /** All that was open goes on. */
    public void complete() {
        database.sql("UPDATE engine_generation SET reseated_at = ? WHERE id = ?")
                .params(now(), current())
                .update();
    }

    /** The key of an engine, told apart from the same key of another. */
    String unique(long key) {
        return current() == FIRST ? Long.toString(key) : current() + "-" + key;
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Generation generation(ResultSet row, int index) throws SQLException {
        return new Generation(row.getInt("id"), row.getString("engine"), row.getObject("reseated_at") != null);
    }
}
