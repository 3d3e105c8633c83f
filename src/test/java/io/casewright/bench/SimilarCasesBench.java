package io.casewright.bench;

import io.casewright.localstack.LocalStack;
import io.casewright.localstack.MySqlServer;
import io.casewright.localstack.StackSettings;
import io.casewright.solution.SolvedCases;
import io.casewright.solution.SolvedCases.Solved;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** How long the search for similar cases takes among 20,000 solved ones; on a database of its own. */
final class SimilarCasesBench {

    private static final int CASES = 20_000;
    private static final int SEARCHES = 100;
    private static final String[] WORDS =
            ("mail arrives late since this morning calendar does not open password asked again report refresh stays in "
                            + "progress user cannot sign licence invoice shows twice the site list date shared mailbox domain record missing "
                            + "spam policy device meeting call quality phone error message browser laptop update installed yesterday nobody")
                    .split(" ");
    /** As in real texts, the hundredth word is a hundred times as rare as the first. */
    private static final int VOCABULARY = 8_000;

    private static final String[] PHRASES = {"データセットの更新", "終わりません", "メールが届かない", "予定表が開けない", "昨夜から", "パスワード"};

    private SimilarCasesBench() {}

    public static void main(String[] arguments) throws ClassNotFoundException {
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
            try (var context = new AnnotationConfigApplicationContext()) {
                context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
                context.registerBean(Clock.class, () -> Clock.systemUTC());
                context.register(SolvedCases.class, Class.forName("io.casewright.solution.TellingWords"));
                context.refresh();
                var cases = context.getBean(SolvedCases.class);
                fill(new JdbcTemplate(source), cases);
                var random = new Random(7);
                measure(cases, "the first search after a start", 1, () -> words(random, 25));
                measure(cases, "subject and a short text", SEARCHES, () -> words(random, 25));
                measure(cases, "a long text", SEARCHES, () -> words(random, 2000));
                measure(cases, "words of no case", SEARCHES, () -> "zzqj" + random.nextInt());
                measure(cases, "only words of nearly all cases", SEARCHES, () -> pick(random, WORDS, 25, " "));
                measure(cases, "Japanese", SEARCHES, () -> phrases(random, 4));
            }
        }
    }

    private static void fill(JdbcTemplate database, SolvedCases cases) {
        var random = new Random(42);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 1; i <= CASES; i++) {
            rows.add(new Object[] {i, "CW-2025-%06d".formatted(i), "bench-" + i, "%064d".formatted(i)});
        }
        database.batchUpdate("""
                INSERT INTO support_case (id, version, number, status, channel, customer_id, contact_id, subject,
                  description, severity, locale, received_at, intake_key, intake_fingerprint)
                VALUES (?, 0, ?, 'CLOSED', 'API', 1, 1, '', '', 'MINIMAL', 'en', '2025-05-01', ?, ?)""", rows);
        var closing = new Latencies();
        for (int i = 1; i <= CASES; i++) {
            boolean japanese = i % 10 == 0;
            String subject = japanese ? phrases(random, 2) : words(random, 7) + " " + rare(random);
            String resolution = japanese ? phrases(random, 3) : words(random, 25);
            String text = subject + " " + (japanese ? phrases(random, 6) : words(random, 60) + " " + common(random));
            var solved = new Solved(
                    i,
                    "CW-2025-%06d".formatted(i),
                    i % 3 == 0 ? "Exchange Online" : "Power BI",
                    subject,
                    resolution,
                    Instant.parse("2025-05-02T00:00:00Z"),
                    text + " " + resolution,
                    Set.of(WORDS[random.nextInt(20)], WORDS[20 + random.nextInt(20)]));
            long begin = System.nanoTime();
            cases.keep(solved);
            closing.add(System.nanoTime() - begin);
        }
        row("keeping a case when it closes", closing, "");
    }

    private static void measure(SolvedCases cases, String what, int searches, Supplier<String> text) {
        var latencies = new Latencies();
        int found = 0;
        for (int i = 0; i < searches; i++) {
            String searched = text.get();
            long begin = System.nanoTime();
            found += cases.find("CW-2020-000001", "Exchange Online", searched, Set.of("mail", "late"), 5)
                    .size();
            latencies.add(System.nanoTime() - begin);
        }
        row(what, latencies, "found " + found);
    }

    private static void row(String what, Latencies latencies, String more) {
        System.out.printf(
                Locale.ROOT,
                "%-36s median %6.1f ms  p95 %6.1f ms  max %6.1f ms  %s%n",
                what,
                latencies.percentile(0.5),
                latencies.percentile(0.95),
                latencies.percentile(1),
                more);
    }

    private static String words(Random random, int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int rank = (int) Math.pow(VOCABULARY, random.nextDouble());
            text.append(rank <= WORDS.length ? WORDS[rank - 1] : "word" + rank).append(' ');
        }
        return text.toString().strip();
    }

    /** Fillers that nearly all cases have. */
    private static String common(Random random) {
        return pick(random, WORDS, 60, " ");
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
