package io.casewright.reseat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.kagkarlsson.scheduler.Scheduler;
import io.casewright.CasewrightApplication;
import io.casewright.audit.AuditEngine;
import io.casewright.casefile.application.CaseRequest;
import io.casewright.casefile.application.IntakeKeys;
import io.casewright.casefile.application.ReceiveRequest;
import io.casewright.platform.engine.TaskGone;
import io.casewright.platform.engine.TaskUnanswered;
import io.casewright.platform.engine.UserTasks;
import io.casewright.platform.engine.place.PlacedWorkers;
import io.casewright.task.SignedAnswers;
import io.casewright.task.Task;
import io.casewright.task.Tasks;
import io.casewright.testkit.TestLogin;
import io.casewright.testkit.TestMailServer;
import io.casewright.testkit.TestMicrosoft;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application at work with one engine, until either ends. */
final class Shift implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ConfigurableApplicationContext application;
    private final ObjectMapper json = new ObjectMapper();

    Shift(String databaseUrl, LosableEngine engine, String engineName, String... settings) {
        var all = new ArrayList<>(
                List.of(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.datasource.url=" + databaseUrl,
                        "--spring.datasource.username=casewright",
                        "--spring.datasource.password=casewright",
                        "--spring.flyway.locations=classpath:db/migration,classpath:db/story",
                        "--camunda.client.grpc-address=" + engine.grpcAddress(),
                        "--camunda.client.rest-address=" + engine.restAddress(),
                        "--casewright.engine.name=" + engineName,
                        "--spring.autoconfigure.exclude="
                                + "org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerAutoConfiguration,"
                                + "org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerJwtAutoConfiguration"));
        all.addAll(List.of(settings));
        application = new SpringApplicationBuilder(CasewrightApplication.class)
                .profiles("local")
                .initializers(new TestMailServer(), new TestMicrosoft(), new TestLogin())
                .run(all.toArray(String[]::new));
    }

    <T> T get(Class<T> part) {
        return application.getBean(part);
    }

    JdbcClient database() {
        return get(JdbcClient.class);
    }

    String open(CaseRequest request) {
        var key = get(IntakeKeys.class).ofClient("desk", UUID.randomUUID().toString(), request);
        return get(ReceiveRequest.class)
                .receive(request, key, null)
                .supportCase()
                .number()
                .value();
    }

    /** The open task at the element, as soon as there is one. */
    Task awaitTask(String caseNumber, String elementId) {
        try {
            return Awaitility.await(elementId + " of " + caseNumber)
                    .atMost(PATIENCE)
                    .until(
                            () -> get(Tasks.class).openOfCase(caseNumber).stream()
                                    .filter(task -> task.elementId().equals(elementId) && task.isInEngine())
                                    .findFirst(),
                            Optional::isPresent)
                    .orElseThrow();
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    "%s has no task %s: %s".formatted(caseNumber, elementId, whatIsKnownOf(caseNumber)), e);
        }
    }

    private String whatIsKnownOf(String caseNumber) {
        return database()
                .sql("SELECT CONCAT(kind, ' ', COALESCE(text, '')) FROM timeline_entry t"
                        + " JOIN support_case c ON c.id = t.case_id WHERE c.number = ? ORDER BY t.id")
                .param(caseNumber)
                .query(String.class)
                .list()
                .toString();
    }

    void claim(Task task, String login) {
        // A task whose making has not ended yet is not there for anybody, and a busy engine may answer too late.
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptionsMatching(e -> e instanceof TaskGone || e instanceof TaskUnanswered)
                .until(() -> {
                    get(UserTasks.class).assign(task.taskKey(), login);
                    return true;
                });
    }

    /** Somebody takes the task and sends its form. */
    void complete(String caseNumber, String elementId, String login, Map<String, Object> answers) {
        completeTask(awaitTask(caseNumber, elementId), login, answers);
    }

    void completeTask(Task task, String login, Map<String, Object> answers) {
        claim(task, login);
        var sent = get(SignedAnswers.class).sign(task, answers, login);
        // A busy engine may take it and answer too late; then a person looks at the task again.
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreException(TaskUnanswered.class)
                .until(() -> {
                    if (!get(Tasks.class).find(task.id()).orElseThrow().isOpen()) {
                        return true;
                    }
                    get(UserTasks.class).complete(task.taskKey(), sent);
                    return true;
                });
    }

    List<Task> openTasks(String elementId) {
        return database()
                .sql(
                        "SELECT id FROM user_task WHERE element_id = ? AND state = 'OPEN' AND task_key IS NOT NULL ORDER BY id")
                .param(elementId)
                .query(Long.class)
                .stream()
                .flatMap(id -> get(Tasks.class).find(id).stream())
                .toList();
    }

    void awaitStatus(String caseNumber, String status) {
        Awaitility.await(caseNumber + " " + status)
                .atMost(PATIENCE)
                .until(() -> database()
                        .sql("SELECT status FROM support_case WHERE number = ?")
                        .param(caseNumber)
                        .query(String.class)
                        .single()
                        .equals(status));
    }

    /** No step is begun from now on; messages still reach the engine. */
    void stopWorkers() {
        get(PlacedWorkers.class).closeAllOpenWorkers();
    }

    /** What is for the engine waits from now on, and is not even tried. */
    void stopDelivery() {
        get(Scheduler.class).stop();
    }

    /** The engine took all that was for it. */
    void awaitEmptyOutbox() {
        Awaitility.await("an empty outbox")
                .atMost(PATIENCE)
                .until(() -> database()
                                .sql("SELECT COUNT(*) FROM scheduled_tasks WHERE task_name = 'engine-message'")
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    /** The auditor finds nothing, as soon as all that is on its way has arrived. */
    void awaitSameInEngine() {
        Awaitility.await("MySQL and the engine see the same")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get(AuditEngine.class).look())
                        .extracting(finding -> finding.subject() + " " + finding.words())
                        .isEmpty());
    }

    /** Rows of a query as text, to be compared. */
    String rows(String sql) {
        try {
            return json.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(database().sql(sql).query().listOfRows().stream()
                            .map(Object::toString)
                            .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        application.close();
    }
}
