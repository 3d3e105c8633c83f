package io.casewright.bench;

import io.casewright.localstack.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long it takes to compare MySQL with an engine that carries very much. */
final class AuditBench {

    private static final int LIVE = 1_000;
    private static final int TIMES = 10;
    private static final int RATE = 15;

    private final LocalStack stack;
    private final Path told;

    AuditBench(LocalStack stack, Path home) {
        this.stack = stack;
        this.told = home.resolve("audit.txt");
    }

    void measure() throws IOException {
        Report.heading("The command audit, with the start of its JVM");
        open();
        measure("%,d cases, live".formatted(LIVE), stack.engineUrl(), "< 30");
        try (var recorded = RecordedEngine.of(stack, TIMES);
                var source = Database.of(stack)) {
            repeat(new JdbcTemplate(source));
            measure("%,d cases, recorded pages of searches".formatted(LIVE * TIMES), recorded.url(), "< 60");
            forget(new JdbcTemplate(source));
        }
    }

    private void open() {
        var client = new CaseClient(stack.applicationUrl());
        var opened = OpenLoop.run(i -> client.open(), RATE, Duration.ofSeconds(LIVE / RATE + 1))
                .opened()
                .keySet();
        Awaitility.await("all at the Desk")
                .pollInterval(Duration.ofSeconds(1))
                .atMost(Duration.ofMinutes(5))
                .until(() -> stack.firstTasks(opened).size() == opened.size());
    }

    private void measure(String what, String engineUrl, String wanted) throws IOException {
        long begin = System.nanoTime();
        boolean isClean = stack.auditIsClean(engineUrl, told);
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (!isClean) {
            throw new IllegalStateException("What was measured is not what was meant:\n" + Files.readString(told));
        }
        Report.figure(what, seconds, "s", wanted);
    }

    /** All that is open stands in the database as many times as the recorded engine says. */
    private static void repeat(JdbcTemplate database) {
        for (int time = 1; time < TIMES; time++) {
            long keys = time * RecordedEngine.APART;
            String number = "CONCAT('CW-%d', SUBSTRING(%%s, 8))".formatted(1900 + time);
            String open = "status NOT IN ('CLOSED', 'WITHDRAWN', 'DUPLICATE') AND number LIKE 'CW-20%'";
            database.update(
                    ("INSERT INTO support_case (version, number, status, channel, customer_id, contact_id, subject,"
                                    + " description, severity, severity_stated, locale, received_at, process_instance_key, intake_key,"
                                    + " intake_fingerprint, category, queue, product, region) SELECT version, %s, status, channel, customer_id,"
                                    + " contact_id, subject, description, severity, severity_stated, locale, received_at,"
                                    + " process_instance_key + %d, CONCAT(intake_key, ':%d'), intake_fingerprint, category, queue, product,"
                                    + " region FROM support_case WHERE %s")
                            .formatted(number.formatted("number"), keys, time, open));
            database.update(
                    ("INSERT INTO user_task (generation, task_key, process_id, element_id, process_instance_key,"
                                    + " element_instance_key, case_number, reference, queue, priority, due, state, shown, created_at)"
                                    + " SELECT generation, task_key + %d, process_id, element_id, process_instance_key + %d,"
                                    + " element_instance_key + %d, %s, reference, queue, priority, due, state, shown, created_at"
                                    + " FROM user_task WHERE state = 'OPEN' AND case_number LIKE 'CW-20%%'")
                            .formatted(keys, keys, keys, number.formatted("case_number")));
            database.update(("INSERT INTO process_place (generation, process_id, process_instance_key, element_id,"
                            + " element_instance_key, step_key, case_number, reference, variables, entered_at)"
                            + " SELECT generation, process_id, process_instance_key + %d, element_id, element_instance_key + %d,"
                            + " CONCAT(step_key, ':%d'), %s, reference, variables, entered_at FROM process_place"
                            + " WHERE case_number LIKE 'CW-20%%'")
                    .formatted(keys, keys, time, number.formatted("case_number")));
        }
    }

    /** Other parts measure after this one. */
    private static void forget(JdbcTemplate database) {
        database.update("DELETE FROM process_place WHERE case_number LIKE 'CW-19%'");
        database.update("DELETE FROM user_task WHERE case_number LIKE 'CW-19%'");
        database.update("DELETE FROM support_case WHERE number LIKE 'CW-19%'");
    }
}
