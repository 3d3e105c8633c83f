package io.casewright.bench;

import com.github.kagkarlsson.scheduler.task.Priority;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;

/** In which order messages for the engine leave the outbox. */
final class Departures {

    private static final Duration LOOKS = Duration.ofMillis(20);

    private final JdbcTemplate database;
    /** Of each that waited, whether it is urgent. */
    private final Map<String, Boolean> all = new HashMap<>();

    private final Map<String, Double> places = new HashMap<>();

    private Departures(JdbcTemplate database) {
        this.database = database;
    }

    /** Of those that wait now. */
    static Departures of(JdbcTemplate database) {
        var departures = new Departures(database);
        database.query(
                "SELECT task_instance, priority FROM scheduled_tasks WHERE task_name = 'engine-message'", row -> {
                    departures.all.put(row.getString(1), row.getInt(2) >= Priority.HIGH);
                });
        return departures;
    }

    /** Looks on until all have left. */
    void follow(Duration patience) {
        try {
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(LOOKS)
                    .atMost(patience)
                    .until(this::haveAllLeft);
        } catch (ConditionTimeoutException e) {
            // They are told as left behind.
        }
    }

    private boolean haveAllLeft() {
        var gone = new HashSet<>(all.keySet());
        database.queryForList(
                        "SELECT task_instance FROM scheduled_tasks WHERE task_name = 'engine-message'", String.class)
                .forEach(gone::remove);
        gone.removeAll(places.keySet());
        // Those that left between two looks share their mean place.
        double place = places.size() + (gone.size() + 1) / 2.0;
        gone.forEach(id -> places.put(id, place));
        return places.size() == all.size();
    }

    int count() {
        return all.size();
    }

    int urgent() {
        return (int) all.values().stream().filter(urgent -> urgent).count();
    }

    int leftBehind() {
        return all.size() - places.size();
    }

    double meanPlaceOfUrgent() {
        return places.entrySet().stream()
                .filter(each -> all.get(each.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .average()
                .orElse(Double.NaN);
    }

    /** Share of the urgent among the first to leave, as many as are urgent. */
    double urgentFirst() {
        int urgent = urgent();
        return places.entrySet().stream()
                        .filter(each -> all.get(each.getKey()) && each.getValue() <= urgent + 0.5)
                        .count()
                / (double) urgent;
    }
}
