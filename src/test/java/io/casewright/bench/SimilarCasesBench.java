package io.casewright.bench;

import io.casewright.casefile.persistence.SimilarCases;
import io.casewright.localstack.LocalStack;
import io.casewright.localstack.MySqlServer;
import io.casewright.localstack.StackSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** How long the search for similar cases takes among 20,000 resolved ones; on a database of its own. */
final class SimilarCasesBench {

    private static final int CASES = 20_000;
    private static final int SEARCHES = 100;
    private static final String[] WORDS =
            ("mail arrives late since this morning calendar does not open password asked again report refresh stays in "
                            + "progress user cannot sign licence invoice shows twice the site list date shared mailbox domain record missing "
                            + "spam policy device meeting call quality phone error message browser laptop update installed yesterday nobody")
                    .split(" ");
    private static final String[] PHRASES = {"データセットの更新", "終わりません", "メールが届かない", "予定表が開けない", "昨夜から", "パスワード"};

    private SimilarCasesBench() {}

    public static void main(String[] arguments) {
        Path home = Path.of(
                        "target",
                        "bench",
                        String.valueOf(ProcessHandle.current().pid()))
                .toAbsolutePath();
        try (var stack = LocalStack.startDatabase(StackSettings.besideOthers(home));
                var source = new SingleConnectionDataSource(
                        stack.databaseUrl(), MySqlServer.USER, MySqlServer.PASSWORD, true)) {
            Flyway.configure()
                    .dataSource(stack.databaseUrl(), MySqlServer.USER, MySqlServer.PASSWORD)
                    .locations("classpath:db/migration", "classpath:db/story")
                    .load()
                    .migrate();
            fill(new JdbcTemplate(source));
            try (var context = new AnnotationConfigApplicationContext()) {
                context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
                context.register(SimilarCases.class);
                context.refresh();
                var cases = context.getBean(SimilarCases.class);
                var random = new Random(7);
                measure(cases, "subject and a short text, words", () -> words(random, 25));
                measure(cases, "a long text, words", () -> words(random, 2000));
                measure(cases, "words of no case", () -> "zzqj" + random.nextInt());
                measure(cases, "Japanese", () -> phrases(random, 4));
            }
        }
    }

    private static void fill(JdbcTemplate database) {
        var random = new Random(42);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 1; i <= CASES; i++) {
            boolean japanese = i % 10 == 0;
            Supplier<String> text = japanese ? () -> phrases(random, 6) : () -> words(random, 60);
            rows.add(new Object[] {
                "CW-2025-%06d".formatted(i),
                japanese ? phrases(random, 2) : words(random, 7) + " " + rare(random),
                text.get() + " " + rare(random),
                japanese ? phrases(random, 3) : words(random, 25),
                i % 3 == 0 ? "Exchange Online" : "Power BI",
                "bench-" + i,
                "%064d".formatted(i)
            });
        }
        database.batchUpdate("""
                INSERT INTO support_case (version, number, status, channel, customer_id, contact_id, subject, description,
                  resolution, product, severity, locale, received_at, resolved_at, intake_key, intake_fingerprint)
                VALUES (0, ?, 'CLOSED', 'API', 1, 1, ?, ?, ?, ?, 'MINIMAL', 'en', '2025-05-01', '2025-05-02', ?, ?)""", rows);
    }

    private static void measure(SimilarCases cases, String what, Supplier<String> text) {
        var latencies = new Latencies();
        int found = 0;
        for (int i = 0; i < SEARCHES; i++) {
            String searched = text.get();
            long begin = System.nanoTime();
            found +=
                    cases.find("CW-2020-000001", "Exchange Online", searched, 5).size();
            latencies.add(System.nanoTime() - begin);
        }
        System.out.printf(
                Locale.ROOT,
                "%-36s median %6.1f ms  p95 %6.1f ms  max %6.1f ms  found %d%n",
                what,
                latencies.percentile(0.5),
                latencies.percentile(0.95),
                latencies.percentile(1),
                found);
    }

    private static String words(Random random, int count) {
        return pick(random, WORDS, count, " ");
    }

    private static String phrases(Random random, int count) {
        return pick(random, PHRASES, count, "、");
    }

    /** Some words are in a few cases only, as names of programs and errors are. */
    private static String rare(Random random) {
        return "error" + random.nextInt(2000);
    }

    private static String pick(Random random, String[] from, int count, String between) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : between).append(from[random.nextInt(from.length)]);
        }
        return text.toString();
    }
}
