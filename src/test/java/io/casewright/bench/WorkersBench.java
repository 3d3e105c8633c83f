package io.casewright.bench;

import io.camunda.client.CamundaClient;
import io.camunda.client.impl.basicauth.BasicAuthCredentialsProviderBuilder;
import io.casewright.localstack.LocalStack;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What our workers cost beside the engine: cases from the message that starts them to the task of the diagnosis, as fast as
 * the engine takes them, once by the application's workers and once by workers that do nothing, in turns.
 */
final class WorkersBench {

    private static final int CASES = 200;
    private static final int ROUNDS = 3;
    private static final int ON_THE_WAY = 32;
    /** As many as the application has. */
    private static final int THREADS = 4;

    private static final String START = "casefile.requestReceived";
    private static final String END = "casefile.requestWithdrawn";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final LocalStack stack;

    WorkersBench(LocalStack stack) {
        this.stack = stack;
    }

    private record Round(double casesPerSecond, Effort effort) {}

    void measure() throws IOException {
        try (var source = Database.of(stack);
                var engine = CamundaClient.newClientBuilder()
                        .grpcAddress(URI.create(stack.engineGrpcUrl()))
                        .restAddress(URI.create(stack.engineUrl()))
                        .preferRestOverGrpc(false)
                        .credentialsProvider(new BasicAuthCredentialsProviderBuilder()
                                .username(stack.engineLogin().user())
                                .password(stack.engineLogin().password())
                                .build())
                        .numJobWorkerExecutionThreads(THREADS)
                        .build();
                var noOp = new NoOpWorkers(engine)) {
            noOp.start();
            var database = new JdbcTemplate(source);
            var cases = new WaitingCases(database);
            var ours = new ArrayList<Round>();
            var nobodys = new ArrayList<Round>();
            for (int round = 0; round <= ROUNDS; round++) {
                var our = run(engine, database, name -> name, () -> atOurTask(database), cases.write(CASES));
                var nobody = run(engine, database, NoOpWorkers::twin, noOp.atTask()::values, cases.name(CASES));
                // The first time code is compiled and caches are filled.
                if (round > 0) {
                    ours.add(our);
                    nobodys.add(nobody);
                }
            }
            report(ours, nobodys);
        }
    }

    /** @param atTask since when those cases that are at their task are there */
    private Round run(
            CamundaClient engine,
            JdbcTemplate database,
            UnaryOperator<String> name,
            Supplier<Collection<Instant>> atTask,
            List<String> cases)
            throws IOException {
        var before = Effort.spentBy(stack, database);
        var begin = Instant.now();
        publish(engine, name.apply(START), cases);
        await("all cases are at their task", () -> atTask.get().size() >= CASES);
        var end = Collections.max(atTask.get());
        await("all letters are sent", () -> isOutboxEmpty(database));
        var effort = Effort.spentBy(stack, database).since(before, CASES);
        publish(engine, name.apply(END), cases);
        await("no case is there any more", () -> atTask.get().isEmpty());
        double pace = CASES * 1e3 / Duration.between(begin, end).toMillis();
        System.err.printf(Locale.ROOT, "  %s: %.1f cases/s%n", name.apply(START), pace);
        return new Round(pace, effort);
    }

    private static void publish(CamundaClient engine, String message, List<String> cases) {
        var onTheWay = new Semaphore(ON_THE_WAY);
        for (String number : cases) {
            onTheWay.acquireUninterruptibly();
            engine.newPublishMessageCommand()
                    .messageName(message)
                    .correlationKey(number)
                    .timeToLive(Duration.ZERO)
                    .variables(Map.of("caseNumber", number))
                    .send()
                    .whenComplete((answer, failure) -> onTheWay.release());
        }
        onTheWay.acquireUninterruptibly(ON_THE_WAY);
    }

    private static List<Instant> atOurTask(JdbcTemplate database) {
        return database.query(
                "SELECT created_at FROM user_task WHERE state = 'OPEN' AND case_number LIKE 'CW-2001-%'",
                (row, i) -> row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }

    private static boolean isOutboxEmpty(JdbcTemplate database) {
        return database.queryForList(
                        "SELECT 1 FROM scheduled_tasks WHERE task_instance <> 'recurring' AND task_name <> 'promise-wake-up' LIMIT 1",
                        Integer.class)
                .isEmpty();
    }

    private static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .pollInterval(Duration.ofMillis(500))
                .atMost(PATIENCE)
                .until(condition);
    }

    private static void report(List<Round> ours, List<Round> nobodys) {
        double pace = median(ours, Round::casesPerSecond);
        double noOpPace = median(nobodys, Round::casesPerSecond);
        Report.heading("Workers, %d rounds of %d cases in turns, median".formatted(ROUNDS, CASES));
        Report.figure("cases to the diagnosis, our workers", pace, "1/s");
        Report.figure("cases to the diagnosis, no-op workers", noOpPace, "1/s");
        Report.figure("pace of our workers by that of no-op workers", pace / noOpPace, "", ">= 0.7");
        Report.figure(
                "CPU of the application a case",
                median(ours, round -> round.effort().application()),
                "ms");
        Report.figure(
                "CPU of the engine a case", median(ours, round -> round.effort().engine()), "ms");
        Report.figure(
                "CPU of MySQL a case", median(ours, round -> round.effort().database()), "ms");
        Report.figure(
                "CPU of the engine a case, no-op workers",
                median(nobodys, round -> round.effort().engine()),
                "ms");
        Report.figure(
                "records of the engine a case",
                median(ours, round -> round.effort().records()),
                "",
                "",
                200);
        Report.figure(
                "records of the engine a case, no-op workers",
                median(nobodys, round -> round.effort().records()),
                "");
        for (String kind : Effort.KINDS) {
            Report.figure(
                    "MySQL, %s a case".formatted(kind),
                    median(ours, round -> round.effort().statements().get(kind)),
                    "");
        }
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return rounds.stream().mapToDouble(figure).sorted().toArray()[rounds.size() / 2];
    }
}
