package io.casewright.reseat;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.casefile.application.CaseRequest;
import io.casewright.casefile.application.CaseRequest.ContactPerson;
import io.casewright.casefile.domain.Category;
import io.casewright.casefile.domain.Severity;
import io.casewright.localstack.LocalStack;
import io.casewright.localstack.StackSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReseatTests {

    private static LocalStack stack;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startDatabase() {
        stack = LocalStack.startDatabase(StackSettings.besideOthers(Path.of("target", "reseat-database")));
    }

    @AfterAll
    static void stopDatabase() {
        stack.close();
    }

    @Test
    void aCaseGoesOnWhereItWas() {
        String asked;
        String resolved;
        String diagnosing;
        Map<String, Long> standing;
        String tasks;
        try (var engine = new LosableEngine(folder.resolve("one"))) {
            try (var shift = new Shift(stack.databaseUrl(), engine, "one")) {
                diagnosing = shift.open(billing());
                asked = shift.open(billing());
                resolved = shift.open(billing());
                try {
                    shift.awaitTask(asked, "userTask_DiagnoseCase");
                } catch (RuntimeException e) {
                    System.out.println("{" + engine.standing()
                            + shift.rows(
                                    "SELECT id, element_id, case_number, assignee, task_key, state FROM user_task ORDER BY id")
                            + shift.rows(
                                    "SELECT process_id, element_id, case_number, entered_at FROM process_place ORDER BY id")
                            + shift.rows("SELECT id, name FROM engine_message"));
                    throw e;
                }
                shift.complete(
                        asked,
                        "userTask_DiagnoseCase",
                        "demo",
                        Map.of(
                                "category",
                                "billing",
                                "severity",
                                "minimal",
                                "findings",
                                "Not clear",
                                "cause",
                                "unclear",
                                "question",
                                "Which invoice?"));
                shift.awaitStatus(asked, "WAITING_FOR_CUSTOMER");
                shift.complete(
                        resolved,
                        "userTask_DiagnoseCase",
                        "demo",
                        Map.of(
                                "category",
                                "billing",
                                "severity",
                                "minimal",
                                "findings",
                                "Two lines",
                                "cause",
                                "our-delivery"));
                shift.complete(
                        resolved,
                        "userTask_ResolveBillingCase",
                        "demo",
                        Map.of("action", "explain-invoice", "resolution", "It is right."));
                shift.awaitStatus(resolved, "RESOLVED");
                shift.claim(shift.awaitTask(diagnosing, "userTask_DiagnoseCase"), "act");
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> engine.standing().toString().contains("gateway_AwaitCustomer")
                                && engine.standing().toString().contains("receiveTask_AwaitReply")
                                && !engine.standing().toString().contains("serviceTask"));
                standing = engine.standing();
                tasks = shift.rows(
                        "SELECT id, element_id, case_number, assignee, queue, state FROM user_task ORDER BY id");
                System.out.println(standing
                        + tasks
                        + shift.rows(
                                "SELECT process_id, element_id, case_number, entered_at FROM process_place ORDER BY id")
                        + shift.rows("SELECT id, name FROM engine_message"));
            }
        }
        try (var engine = new LosableEngine(folder.resolve("two"));
                var shift = new Shift(stack.databaseUrl(), engine, "two")) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(engine.standing()).isEqualTo(standing));
            System.out.println(engine.standing()
                    + shift.rows("SELECT process_id, element_id, case_number FROM process_place ORDER BY id"));
            assertThat(shift.rows(
                            "SELECT id, element_id, case_number, assignee, queue, state FROM user_task ORDER BY id"))
                    .isEqualTo(tasks);
            System.out.println(shift.rows("SELECT kind, text, element_id, step_key FROM timeline_entry ORDER BY id"));
        }
    }

    static CaseRequest billing() {
        return new CaseRequest(
                "contoso.example",
                new ContactPerson("Ida Toivonen", "it@contoso.example", null),
                "Invoice lists licences twice " + UUID.randomUUID(),
                "Two lines for one month " + UUID.randomUUID(),
                null,
                null,
                Category.BILLING,
                Severity.MINIMAL,
                null,
                null,
                null,
                null);
    }
}
