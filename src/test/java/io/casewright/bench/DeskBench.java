package io.casewright.bench;

import io.casewright.localstack.LocalStack;
import io.casewright.testkit.DeskSeed;
import java.io.IOException;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long the Desk's pages take among many cases, written as rows, over HTTP and with a session. */
final class DeskBench {

    private static final int OPEN = 10_000;
    private static final int WAITING = 5_000;
    private static final int CLOSED = 100_000;
    private static final int READINGS = 100;
    private static final String LOGIN = "demo";

    private final LocalStack stack;

    DeskBench(LocalStack stack) {
        this.stack = stack;
    }

    void measure() throws IOException, InterruptedException {
        seed();
        readPages();
    }

    private void seed() {
        try (var source = Database.of(stack)) {
            var database = new JdbcTemplate(source);
            new DeskSeed(database).write(OPEN, WAITING, CLOSED, LOGIN);
            // What comes by itself within minutes to a table that grew slowly.
            database.execute("ANALYZE TABLE user_task, desk_case, desk_word, support_case");
        }
    }

    void readPages() throws IOException, InterruptedException {
        System.out.printf(
                "%n%-46s %8s %8s  %s%n",
                "Desk, %,d tasks, %,d closed cases".formatted(OPEN, CLOSED), "p50 ms", "p99 ms", "wanted p99");
        var session = DeskSession.of(stack.applicationUrl(), LOGIN);
        for (String list : new String[] {"mine", "queues", "overdue", "waiting", "all"}) {
            measure(session, list, "/desk?list=" + list);
            measure(session, list + ", by severity", "/desk?sort=severity&list=" + list);
            measure(session, list + ", by the customer's last word", "/desk?sort=-word&list=" + list);
        }
        search(session, "a word of no case", "unheard");
        search(session, "a word of 1 % of the cases", "uncommon");
        search(session, "a word of 20 % of the cases", "widespread");
        measure(session, "the page of a task", "/desk/tasks/" + aTask());
    }

    private long aTask() {
        try (var source = Database.of(stack)) {
            return new JdbcTemplate(source)
                    .queryForObject(
                            "SELECT MAX(id) FROM user_task WHERE state = 'OPEN' AND case_number LIKE 'CW-2000-%'",
                            Long.class);
        }
    }

    private static void search(DeskSession session, String what, String word) throws IOException, InterruptedException {
        measure(session, what + ", by severity", "/desk?list=all&sort=severity&q=" + word);
        measure(session, what + ", by date", "/desk?list=all&sort=-word&q=" + word);
    }

    private static void measure(DeskSession session, String what, String address)
            throws IOException, InterruptedException {
        var latencies = new Latencies();
        for (int i = 0; i < READINGS; i++) {
            long begin = System.nanoTime();
            session.read(address);
            latencies.add(System.nanoTime() - begin);
        }
        System.out.printf(
                Locale.ROOT,
                "%-46s %8.1f %8.1f  %s%n",
                what,
                latencies.percentile(0.5),
                latencies.percentile(0.99),
                "< 150");
    }
}
