package io.casewright;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.casewright.engine.LocalEngine;
import io.casewright.localstack.LocalStack;
import io.casewright.localstack.MySqlServer;
import io.casewright.localstack.StackSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The command as an operator starts it: with a database of its own and an engine that is empty, unless a test says otherwise. */
class ReseatCommandTests {

    private static LocalStack stack;
    private static JdbcClient database;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private LocalEngine engine;
    private Map<String, String> settings;

    @BeforeAll
    static void startDatabase() {
        stack = LocalStack.startDatabase(StackSettings.besideOthers(Path.of("target", "reseat-command-database")));
        var source = new DriverManagerDataSource(stack.databaseUrl(), MySqlServer.USER, MySqlServer.PASSWORD);
        Flyway.configure().dataSource(source).load().migrate();
        database = JdbcClient.create(source);
    }

    @AfterAll
    static void stopDatabase() {
        stack.close();
    }

    @BeforeEach
    void pointTheCommandToBoth() {
        engine = LocalEngine.start(folder, record -> {});
        settings = Map.of(
                "spring.datasource.url",
                stack.databaseUrl() + "&any=secret",
                "spring.datasource.username",
                MySqlServer.USER,
                "spring.datasource.password",
                MySqlServer.PASSWORD,
                "camunda.client.grpc-address",
                engine.grpcAddress(),
                "camunda.client.rest-address",
                engine.restAddress());
        settings.forEach(System::setProperty);
    }

    @AfterEach
    void stopEngine() {
        settings.keySet().forEach(System::clearProperty);
        engine.close();
        database.sql("DELETE FROM process_place").update();
        database.sql("DELETE FROM major_case").update();
    }

    @Test
    void showsWhatItWouldDoAndDoesNothingUnlessTold() {
        aCallIsBeingLogged();
        int before = generations();
        assertThat(run("no\n")).isEqualTo(1);
        assertThat(printed())
                .contains("Stop every running Casewright application")
                .contains(engine.restAddress() + ", version 8.8.21, empty")
                .containsPattern("Database +jdbc:mysql://127.0.0.1:\\d+/casewright\\R")
                .containsPattern("To go on\\R +1 +Log call")
                .doesNotContain("secret")
                .endsWith("Nothing was changed.\n");
        assertThat(generations()).isEqualTo(before);
        assertThat(running("log-call")).isZero();
    }

    @Test
    void saysHowToAgreeWithoutATerminal() {
        assertThat(ReseatCommand.isAgreed(InputStream.nullInputStream(), out())).isFalse();
        assertThat(printed()).contains("Nothing was changed", "Without a terminal say --yes.");
    }

    @Test
    void setsAllGoingAndTellsWhatCouldNotBePlaced() {
        long placed = aMajorCaseOf("Exchange Online");
        long unplaced = aMajorCaseOf("Teams");
        place("major-case", "serviceTask_ListCases", number(placed));
        int before = generations();
        assertThat(run("", "--yes")).isEqualTo(1);
        assertThat(printed())
                .containsPattern("Goes on:\\R +1 +Major case")
                .containsPattern("no process carries it:\\R +major case " + number(unplaced)
                        + ": no step of it was ever begun, and no message waits to start it\\R")
                .doesNotContain("major case " + number(placed));
        assertThat(generations()).isEqualTo(before + 1);
        awaitRunning("major-case", 1);

        printed.reset();
        assertThat(run("", "--yes")).isEqualTo(1);
        assertThat(printed())
                .contains("processes of Casewright's that run there: 1.")
                .contains("Nothing was started");
        assertThat(generations()).isEqualTo(before + 1);
        awaitRunning("major-case", 1);
    }

    @Test
    void saysThatAllGoesOn() {
        aCallIsBeingLogged();
        assertThat(run("yes\n")).isZero();
        assertThat(printed()).endsWith("All that is open goes on. Start the application now.\n");
        awaitRunning("log-call", 1);
    }

    @Test
    void saysInOneSentenceWhyTheEngineCannotBeUsed() {
        System.setProperty("camunda.client.rest-address", "http://127.0.0.1:1");
        assertThat(run("yes\n")).isEqualTo(1);
        assertThat(printed()).contains("Nothing was changed. Nothing that is Camunda answers at http://127.0.0.1:1.");
    }

    @Test
    void saysInOneSentenceWhyTheDatabaseCannotBeUsed() {
        System.setProperty("spring.datasource.password", "wrong");
        assertThat(run("yes\n")).isEqualTo(1);
        assertThat(printed())
                .contains("Nothing was changed. The database cannot be used: ")
                .contains("Access denied", "CASEWRIGHT_DB_URL");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(run("", "--no")).isEqualTo(2);
        assertThat(printed()).startsWith("Usage: reseat [--yes]");
    }

    private static void aCallIsBeingLogged() {
        place("log-call", "serviceTask_LogCall", null);
    }

    private static void place(String process, String element, @Nullable String reference) {
        database.sql(
                        "INSERT INTO process_place (generation, process_id, process_instance_key, element_id,"
                                + " element_instance_key, step_key, reference, variables, entered_at)"
                                + " SELECT MAX(id), ?, 1, ?, 2, '2', ?, JSON_OBJECT('majorCase', ?), NOW(6) FROM engine_generation")
                .params(process, element, reference, reference)
                .update();
    }

    private static long aMajorCaseOf(String service) {
        database.sql("INSERT INTO major_case (version, service, region, state, since, proposed_at)"
                        + " VALUES (0, ?, 'EU', 'OPEN', NOW(6), NOW(6))")
                .param(service)
                .update();
        return database.sql("SELECT MAX(id) FROM major_case").query(Long.class).single();
    }

    private static String number(long majorCase) {
        return "MC-%06d".formatted(majorCase);
    }

    private static int generations() {
        return database.sql("SELECT COUNT(*) FROM engine_generation")
                .query(Integer.class)
                .single();
    }

    /** The engine's search shows what runs a moment later. */
    private void awaitRunning(String processId, long instances) {
        Awaitility.await(instances + " of " + processId).until(() -> running(processId) == instances);
    }

    private long running(String processId) {
        try (var client = CamundaClient.newClientBuilder()
                .restAddress(URI.create(engine.restAddress()))
                .grpcAddress(URI.create(engine.grpcAddress()))
                .build()) {
            return client.newProcessInstanceSearchRequest()
                    .filter(filter -> filter.processDefinitionId(processId))
                    .send()
                    .join()
                    .page()
                    .totalItems();
        }
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private int run(String typed, String... options) {
        return ReseatCommand.main(options, new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), out());
    }

    private PrintStream out() {
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }
}
