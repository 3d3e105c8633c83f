package io.casewright.bench;

import io.casewright.localstack.LocalStack;
import io.casewright.testkit.DeskSeed;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long lists and searches take among a million cases, for an agent, a client of the whole partner and a customer's client. */
final class ManyCasesBench {

    private static final int OPEN = 10_000;
    private static final int WAITING = 5_000;
    private static final int CLOSED = 100_000;
    /** Of the closed ones, so many more in each of so many earlier years. */
    private static final int YEARS = 9;

    private static final int READINGS = 100;
    private static final String LOGIN = "demo";

    private final LocalStack stack;

    ManyCasesBench(LocalStack stack) {
        this.stack = stack;
    }

    void measure() throws IOException, InterruptedException {
        try (var source = Database.of(stack)) {
            var database = new JdbcTemplate(source);
            new DeskSeed(database).write(OPEN, WAITING, CLOSED, LOGIN);
            for (int year = 1; year <= YEARS; year++) {
                repeat(database, year);
            }
            database.execute("ANALYZE TABLE user_task, desk_case, desk_word, support_case");
            Report.heading("Among %,d cases"
                    .formatted(database.queryForObject("SELECT COUNT(*) FROM support_case", Integer.class)));
        }
        read();
    }

    /** The closed cases once more, as those of an earlier year. */
    private static void repeat(JdbcTemplate database, int year) {
        int more = year * (OPEN + WAITING + CLOSED);
        String earlier = "CONCAT('CW-%d-', SUBSTRING(%%s, 9))".formatted(2000 - year);
        database.update(
                ("INSERT INTO support_case (id, version, number, status, channel, customer_id, contact_id, subject,"
                                + " description, severity, locale, received_at, ended_at, process_instance_key, intake_key,"
                                + " intake_fingerprint, queue) SELECT id + %1$d, 0, %2$s, status, channel, customer_id, contact_id,"
                                + " subject, description, severity, locale, received_at - INTERVAL %3$d YEAR, ended_at - INTERVAL %3$d"
                                + " YEAR, process_instance_key + %1$d, CONCAT(intake_key, ':%3$d'), '', queue FROM support_case"
                                + " WHERE number LIKE 'CW-2000-%%' AND status = 'CLOSED'")
                        .formatted(more, earlier.formatted("number"), year));
        database.update(
                ("INSERT INTO desk_case (case_id, number, customer_id, customer_name, contact_name, subject, locale,"
                                + " severity, status, queue, customer_wrote_at, is_described) SELECT case_id + %d, %s, customer_id, customer_name,"
                                + " contact_name, subject, locale, severity, status, queue, customer_wrote_at - INTERVAL %d YEAR, TRUE"
                                + " FROM desk_case WHERE number LIKE 'CW-2000-%%' AND status = 'CLOSED'")
                        .formatted(more, earlier.formatted("number"), year));
        database.update(
                ("INSERT INTO desk_word (word, case_id, customer_id) SELECT w.word, w.case_id + %d, w.customer_id FROM desk_word w"
                                + " JOIN desk_case d ON d.case_id = w.case_id WHERE d.number LIKE 'CW-2000-%%' AND d.status = 'CLOSED'"
                                + " ORDER BY w.word, w.case_id")
                        .formatted(more));
        database.update(("INSERT INTO user_task (generation, task_key, process_id, element_id, process_instance_key,"
                        + " element_instance_key, case_number, queue, priority, due, state, shown, created_at, completed_by)"
                        + " SELECT generation, task_key - %d, process_id, element_id, process_instance_key + %d,"
                        + " element_instance_key, %s, queue, priority, due - INTERVAL %d YEAR, state, '{}', created_at - INTERVAL"
                        + " %d YEAR, completed_by FROM user_task WHERE case_number LIKE 'CW-2000-%%' AND state = 'COMPLETED'"
                        + " AND task_key < 0")
                .formatted(more, more, earlier.formatted("case_number"), year, year));
    }

    void read() throws IOException, InterruptedException {
        var agent = DeskSession.of(stack.applicationUrl(), LOGIN);
        for (String list : List.of("mine", "queues", "overdue", "waiting", "all")) {
            measure("agent: list " + list, () -> agent.read("/desk?list=" + list));
        }
        for (String word : List.of("unheard", "uncommon", "widespread", "widespread invoice", "room", "wid")) {
            measure("agent: search " + word, () -> agent.read("/desk?list=all&q=" + word.replace(' ', '+')));
        }
        read(new ApiReader(stack, "demo", null));
        read(new ApiReader(stack, "contoso-portal", "cases:read"));
    }

    private void read(ApiReader client) throws IOException, InterruptedException {
        for (String query : List.of(
                "",
                "?page=50",
                "?status=closed",
                "?status=diagnosing",
                "?sort=severity,asc",
                "?sort=subject,asc",
                "?sort=status,asc",
                "?sort=number,asc",
                "?q=unheard",
                "?q=uncommon",
                "?q=widespread",
                "?q=widespread+invoice",
                "?q=CW-1995-000123",
                "?status=diagnosing&q=widespread")) {
            measure(client + ": /cases" + query, () -> client.read("/api/v1/cases" + query));
        }
        String next = client.next("/api/v1/cases?size=200");
        measure(client + ": reading on", () -> client.read("/api/v1/cases?size=20&cursor=" + next));
    }

    @FunctionalInterface
    private interface Reading {
        void read() throws IOException, InterruptedException;
    }

    private static void measure(String what, Reading reading) throws IOException, InterruptedException {
        var latencies = new Latencies();
        // What would take minutes in all is measured less often.
        long until = System.nanoTime() + 20_000_000_000L;
        for (int i = 0; i < READINGS && (i < 5 || System.nanoTime() < until); i++) {
            long begin = System.nanoTime();
            reading.read();
            latencies.add(System.nanoTime() - begin);
        }
        System.out.printf(
                Locale.ROOT,
                "%-60s %8.1f %8.1f  %s%n",
                what,
                latencies.percentile(0.5),
                latencies.percentile(0.99),
                "< 150");
    }
}
