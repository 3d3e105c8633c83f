package io.casewright.testkit;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.casewright.casefile.domain.CaseNumber;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets the promises of a case be older than they are, and wakes them. */
@TestComponent
public class LateCases {

    private final JdbcClient database;
    private final Scheduler scheduler;

    public LateCases(JdbcClient database, Scheduler scheduler) {
        this.database = database;
        this.scheduler = scheduler;
    }

    /** All that was promised for the case was promised so many days earlier. */
    public void promisedDaysAgo(CaseNumber number, int days) {
        for (var column : List.of("promise_terms since", "promise_segment began_at", "promise_segment ended_at")) {
            var names = column.split(" ");
            database.sql(
                            "UPDATE %1$s t JOIN promise p ON p.id = t.promise_id SET t.%2$s = t.%2$s - INTERVAL %3$d DAY WHERE p.case_number = ?"
                                    .formatted(names[0], names[1], days))
                    .param(number.value())
                    .update();
        }
    }

    /** The clocks that run are woken now. */
    public void wake(CaseNumber number) {
        var running = database.sql("SELECT CONCAT('promise-', id, ':', generation) FROM promise"
                        + " WHERE case_number = ? AND ended_at IS NULL")
                .param(number.value())
                .query(String.class)
                .list();
        running.forEach(instance -> database.sql("UPDATE scheduled_tasks SET execution_time = UTC_TIMESTAMP(6)"
                        + " WHERE task_name = 'promise-wake-up' AND task_instance = ?")
                .param(instance)
                .update());
        scheduler.triggerCheckForDueExecutions();
    }

    /** A case whose first response is overdue, which a duty manager is to look after. */
    public CaseNumber breached(CaseNumber number) {
        promisedDaysAgo(number, 9);
        wake(number);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> database.sql("SELECT COUNT(*) FROM promise_breach WHERE case_number = ?")
                                .param(number.value())
                                .query(Integer.class)
                                .single()
                        > 0);
        return number;
    }

    /** The key of the breach that was noticed first. */
    public String breachOf(CaseNumber number) {
        return database.sql("SELECT breach_key FROM promise_breach WHERE case_number = ? ORDER BY opened_at LIMIT 1")
                .param(number.value())
                .query(String.class)
                .single();
    }
}
