package io.casewright.casefile.persistence;

import io.casewright.platform.database.UtcTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The order in which cases changed last, as whoever reads it again and again needs it: nothing comes later before what was read. */
@Repository
public class CaseChanges {

    private static final int AT_ONCE = 2000;

    private static final String SETTLE =
            "INSERT INTO case_change (case_number, customer_id, position, changed_at) VALUES (?, ?, ?, ?) AS come"
                    + " ON DUPLICATE KEY UPDATE position = come.position, changed_at = come.changed_at";

    private final JdbcClient database;
    private final JdbcTemplate batches;

    CaseChanges(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    /** A case at its place. */
    public record Place(String caseNumber, long position) {}

    /**
     * Which cases are asked for.
     *
     * @param after position behind which they are
     * @param customers by id; null for all
     * @param status name of it; null for any
     */
    public record Question(
            long after,
            Instant since,
            @Nullable Collection<Long> customers,
            @Nullable String status) {}

    private record Touch(long id, String caseNumber) {}

    /** The case changes by the current transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void touch(String caseNumber) {
        database.sql("INSERT INTO case_touch (case_number) VALUES (?)")
                .param(caseNumber)
                .update();
    }

    /** Whether a case has to be given its place; most of the time none has, and then nobody waits for anybody. */
    public boolean isAnyTouched() {
        return database.sql("SELECT EXISTS (SELECT 1 FROM case_touch)")
                .query(Boolean.class)
                .single();
    }

    /**
     * Gives their places to cases whose changes have committed.
     *
     * @return whether there may be more of them
     */
    @Transactional
    public boolean settle(Instant now) {
        long last = database.sql("SELECT last_position FROM case_change_place WHERE id = 1 FOR UPDATE")
                .query(Long.class)
                .single();
        // Seen from here on: whoever else gives places has committed, and waits for nobody.
        var touches = database.sql("SELECT id, case_number FROM case_touch ORDER BY id LIMIT " + AT_ONCE)
                .query((row, index) -> new Touch(row.getLong("id"), row.getString("case_number")))
                .list();
        if (touches.isEmpty()) {
            return false;
        }
        var places = new ArrayList<Object[]>();
        for (var owned : ownersOf(touches).entrySet()) {
            places.add(new Object[] {owned.getKey(), owned.getValue(), ++last, UtcTime.kept(now)});
        }
        batches.batchUpdate(SETTLE, places);
        batches.batchUpdate(
                "DELETE FROM case_touch WHERE id = ?",
                touches.stream().map(touch -> new Object[] {touch.id}).toList());
        database.sql("UPDATE case_change_place SET last_position = ? WHERE id = 1")
                .param(last)
                .update();
        return touches.size() == AT_ONCE;
    }

    /** The customer of each of their cases, the case whose last change came first first. */
    private Map<String, Long> ownersOf(List<Touch> touches) {
        var owners = new HashMap<String, Long>();
        database.sql("SELECT number, customer_id FROM support_case WHERE number IN (:numbers)")
                .param(
                        "numbers",
                        touches.stream().map(Touch::caseNumber).distinct().toList())
                .query(row -> {
                    owners.put(row.getString("number"), row.getLong("customer_id"));
                });
        var ordered = new LinkedHashMap<String, Long>();
        touches.stream().map(Touch::caseNumber).filter(owners::containsKey).forEach(number -> {
            ordered.remove(number);
            ordered.put(number, owners.get(number));
        });
        return ordered;
    }

    /** Cases behind a place, in the order in which they changed. */
    @Transactional(readOnly = true)
    public List<Place> read(Question question, int most) {
        if (question.customers() != null && question.customers().isEmpty()) {
            return List.of();
        }
        String sql = "SELECT h.case_number, h.position FROM case_change h"
                + (question.status() == null
                        ? ""
                        : " JOIN support_case c ON c.number = h.case_number AND c.status = :status")
                + " WHERE h.position > :after AND h.changed_at >= :since"
                + (question.customers() == null ? "" : " AND h.customer_id IN (:customers)")
                + " ORDER BY h.position LIMIT :most";
        return database.sql(sql)
                .param("after", question.after())
                .param("since", UtcTime.kept(question.since()))
                .param("status", question.status())
                .param("customers", question.customers())
                .param("most", most)
                .query((row, index) -> new Place(row.getString("case_number"), row.getLong("position")))
                .list();
    }
}
