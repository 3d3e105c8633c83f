package io.casewright.bench;

import io.casewright.localstack.LocalStack;
import io.casewright.plan.application.Plans;
import io.casewright.plan.domain.TermsReading;
import io.casewright.promise.application.MeasureAnew;
import io.casewright.promise.application.WhatIf;
import java.time.Duration;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.JdbcTemplate;

/** How soon a breach is acted on, how fast many promises are planned anew and replayed, among 100,000 clocks that run. */
final class PromisesBench {

    private static final int OPEN = 50_000;
    private static final int CLOSED = 20_000;
    private static final int REPLANNED = 500;
    private static final int BREACHES = 5;
    private static final int PROSEWARE = 6;
    private static final int ADATUM = 2;
    private static final long BASELINE = 1;
    private static final long BUSINESS = 2;

    private final LocalStack stack;

    PromisesBench(LocalStack stack) {
        this.stack = stack;
    }

    void measure() {
        try (var source = Database.of(stack);
                var application = AccessBench.application(stack)) {
            var database = new JdbcTemplate(source);
            database.execute("SET SESSION cte_max_recursion_depth = 1000000");
            cases(database, "CW-1991-", OPEN, PROSEWARE, "DIAGNOSING", 1);
            clocks(database, "CW-1991-");
            cases(database, "CW-1990-", CLOSED, ADATUM, "CLOSED", 80);
            keptPromises(database, "CW-1990-");
            database.execute("ANALYZE TABLE support_case, promise, promise_terms, promise_segment, scheduled_tasks");
            Report.heading("Promises, among %,d clocks that run"
                    .formatted(database.queryForObject(
                            "SELECT COUNT(*) FROM promise WHERE ended_at IS NULL", Integer.class)));
            breaches(database);
            replan(application.getBean(MeasureAnew.class), database);
            whatIf(application.getBean(WhatIf.class), application.getBean(Plans.class));
        }
    }

    /** From the calculated instant to the entry on the timeline, by the stack's own application. */
    private void breaches(JdbcTemplate database) {
        var client = new CaseClient(stack.applicationUrl());
        var latencies = new Latencies();
        for (int i = 0; i < BREACHES; i++) {
            String number = CaseClient.number(client.open().join().body());
            Awaitility.await().until(() -> promiseOf(database, number) != null);
            long promise = Objects.requireNonNull(promiseOf(database, number));
            // Due in five seconds: all that was promised before is used up then.
            database.update(
                    "UPDATE promise_terms SET target_seconds = TIMESTAMPDIFF(SECOND, since, UTC_TIMESTAMP(6)) + 5 WHERE promise_id = ?",
                    promise);
            database.update(
                    "UPDATE scheduled_tasks t JOIN promise_terms p ON p.promise_id = ? SET t.execution_time = p.since"
                            + " + INTERVAL p.target_seconds SECOND WHERE t.task_name = 'promise-wake-up' AND t.task_instance LIKE ?",
                    promise,
                    "promise-%d:%%".formatted(promise));
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> latencyOf(database, promise) != null);
            latencies.add(Objects.requireNonNull(latencyOf(database, promise)) * 1000);
            // Else the next one is its twin.
            client.withdraw(number).join();
        }
        Report.figure("breach, from its instant to the timeline, median", latencies.percentile(0.5) / 1000, "s", "< 5");
        Report.figure("the slowest", latencies.percentile(1) / 1000, "s", "< 5");
    }

    private static Long promiseOf(JdbcTemplate database, String number) {
        return database.queryForObject(
                "SELECT MIN(id) FROM promise WHERE case_number = ? AND kind = 'FIRST_RESPONSE'", Long.class, number);
    }

    /** In microseconds; null before it was noted. */
    private static Long latencyOf(JdbcTemplate database, long promise) {
        return database.queryForObject("""
                SELECT MIN(TIMESTAMPDIFF(MICROSECOND, s.passed_at, e.recorded_at)) FROM promise p
                JOIN promise_passing s ON s.promise_id = p.id AND s.percent = 100
                JOIN support_case c ON c.number = p.case_number
                JOIN timeline_entry e ON e.case_id = c.id AND e.kind = 'PROMISE_MISSED'
                WHERE p.id = ?""", Long.class, promise);
    }

    /** Customers get another plan, by which somebody has their open cases measured anew. */
    private static void replan(MeasureAnew measureAnew, JdbcTemplate database) {
        for (int unmeasured = 0; unmeasured < 2; unmeasured++) {
            replan(measureAnew, customerOfItsOwn(database, unmeasured * REPLANNED));
        }
        double one = replan(measureAnew, customerOfItsOwn(database, 2 * REPLANNED));
        double other = replan(measureAnew, customerOfItsOwn(database, 3 * REPLANNED));
        Report.figure("plan a customer's 500 cases anew", Math.max(one, other), "s", "< 5");
        Report.figure("the next 500 / these", other / one, "times", "< 1.5");
    }

    private static double replan(MeasureAnew measureAnew, long customer) {
        long begin = System.nanoTime();
        measureAnew.order(customer, "bench");
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> measureAnew.differing(customer) == 0);
        return seconds(begin);
    }

    /** With some of the open cases. */
    private static long customerOfItsOwn(JdbcTemplate database, int behind) {
        String name = "bench-" + behind + ".example";
        database.update(
                "INSERT INTO customer (tenant_id, domain, name, partner_id, support_plan_id, delivery_model, locale)"
                        + " SELECT UUID(), ?, ?, partner_id, ?, delivery_model, locale FROM customer WHERE id = ?",
                name,
                name,
                BASELINE,
                PROSEWARE);
        long customer = Objects.requireNonNull(
                database.queryForObject("SELECT id FROM customer WHERE name = ?", Long.class, name));
        database.update(
                "INSERT INTO contact (customer_id, name, email) VALUES (?, 'Ida', 'ida@bench.example')", customer);
        database.update(
                "UPDATE support_case SET customer_id = ?, contact_id = (SELECT id FROM contact WHERE customer_id = ?)"
                        + " WHERE number BETWEEN ? AND ?",
                customer,
                customer,
                "CW-1991-%06d".formatted(behind + 1),
                "CW-1991-%06d".formatted(behind + REPLANNED));
        return customer;
    }

    private static void whatIf(WhatIf whatIf, Plans plans) {
        var terms =
                TermsReading.of(plans.now(BUSINESS).orElseThrow().fields().with("targets.moderate.resolution", "4 h"));
        whatIf.ask(BUSINESS, terms, 1);
        long begin = System.nanoTime();
        var month = whatIf.ask(BUSINESS, terms, 1);
        double one = seconds(begin);
        begin = System.nanoTime();
        var all = whatIf.ask(BUSINESS, terms, 3);
        double three = seconds(begin);
        Report.figure("what if, %,d cases".formatted(all.cases()), three, "s", "< 60");
        Report.figure(
                "a case of %,d / of %,d".formatted(all.cases(), month.cases()),
                three / all.cases() / (one / month.cases()),
                "times",
                "< 1.5");
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void cases(
            JdbcTemplate database, String prefix, int count, int customer, String status, int withinDays) {
        database.update("""
                INSERT INTO support_case (version, number, status, channel, customer_id, contact_id, subject, description, severity,
                                          locale, received_at, ended_at, process_instance_key, intake_key, intake_fingerprint, queue)
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
                SELECT 0, CONCAT(?, LPAD(i, 6, '0')), ?, 'API', ?, (SELECT MIN(id) FROM contact WHERE customer_id = ?), 'Mail', 'Mail', 'MODERATE',
                       'en', UTC_TIMESTAMP(6) - INTERVAL (i * ? * 1440 DIV ?) MINUTE, IF(? = 'CLOSED', UTC_TIMESTAMP(6), NULL),
                       i, CONCAT(?, i), '', 'TECHNICAL' FROM n""", count, prefix, status, customer, customer, withinDays, count, status, prefix);
        database.update(
                "INSERT INTO case_plan (case_number, plan_id, plan_version) SELECT c.number, u.support_plan_id, 1"
                        + " FROM support_case c JOIN customer u ON u.id = c.customer_id WHERE c.number LIKE ?",
                prefix + "%");
    }

    /** Two that run in each case, with their wake-ups. */
    private static void clocks(JdbcTemplate database, String prefix) {
        for (String kind : new String[] {"FIRST_RESPONSE", "RESOLUTION"}) {
            database.update(
                    "INSERT INTO promise (case_number, kind, thresholds, generation, dropped, outcome, due_at)"
                            + " SELECT number, ?, '50,75,90,100,120', 1, FALSE, 'OPEN', received_at + INTERVAL 60 DAY"
                            + " FROM support_case WHERE number LIKE ?",
                    kind,
                    prefix + "%");
        }
        terms(database, prefix, 60 * 86_400);
        database.update(
                "INSERT INTO scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version, priority)"
                        + " SELECT 'promise-wake-up', CONCAT('promise-', p.id, ':1'), CONCAT('{\"promise\":', p.id, ',\"generation\":1}'),"
                        + " UTC_TIMESTAMP(6) + INTERVAL 29 DAY, FALSE, 1, 50 FROM promise p WHERE p.case_number LIKE ?",
                prefix + "%");
    }

    /** Two in each case that were kept after five hours. */
    private static void keptPromises(JdbcTemplate database, String prefix) {
        for (String kind : new String[] {"FIRST_RESPONSE", "RESOLUTION"}) {
            database.update(
                    "INSERT INTO promise (case_number, kind, thresholds, generation, ended_at, dropped, outcome, due_at)"
                            + " SELECT number, ?, '50,75,90,100,120', 3, received_at + INTERVAL 5 HOUR, FALSE, 'KEPT', NULL"
                            + " FROM support_case WHERE number LIKE ?",
                    kind,
                    prefix + "%");
        }
        terms(database, prefix, 8 * 3_600);
        segment(database, prefix, 0, 0, 2, "WORKING", null);
        segment(database, prefix, 1, 2, 3, "PAUSED", "question-1");
        segment(database, prefix, 2, 3, 5, "WORKING", null);
    }

    private static void terms(JdbcTemplate database, String prefix, int seconds) {
        database.update(
                "INSERT INTO promise_terms (promise_id, place, since, plan, severity, calendar, target_seconds)"
                        + " SELECT p.id, 0, c.received_at, 'Business, version 1', 'MODERATE', 'always-1', ? FROM promise p"
                        + " JOIN support_case c ON c.number = p.case_number WHERE p.case_number LIKE ?",
                seconds,
                prefix + "%");
    }

    private static void segment(
            JdbcTemplate database, String prefix, int place, int from, int to, String state, String hold) {
        database.update(
                "INSERT INTO promise_segment (promise_id, place, began_at, ended_at, state, hold_key, hold_by, hold_why, terms_place)"
                        + " SELECT p.id, ?, c.received_at + INTERVAL ? HOUR, c.received_at + INTERVAL ? HOUR, ?, ?, IF(? IS NULL, NULL,"
                        + " 'customer'), IF(? IS NULL, NULL, 'Asked'), 0 FROM promise p JOIN support_case c ON c.number = p.case_number"
                        + " WHERE p.case_number LIKE ?",
                place,
                from,
                to,
                state,
                hold,
                hold,
                hold,
                prefix + "%");
    }
}
