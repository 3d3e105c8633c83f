package io.casewright.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.casefile.application.CaseMessages;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One case on its way through the process; each verb plays the worker or person whose turn it is. */
final class CaseInProcess {

    static final String PROCESS = "support-case";
    static final String NUMBER = "CW-2026-000042";
    static final Duration TIME_TO_CONFIRM = Duration.ofDays(5);
    static final String TASK_DUE = "2030-01-02T10:00:00Z";

    private final EngineHarness engine;
    private final long instance;

    private CaseInProcess(EngineHarness engine, long instance) {
        this.engine = engine;
        this.instance = instance;
    }

    static CaseInProcess received(EngineHarness engine) {
        publishStart(engine);
        var instances = engine.journal().instancesOf(PROCESS);
        assertThat(instances).hasSize(1);
        return new CaseInProcess(engine, instances.getFirst());
    }

    static void publishStart(EngineHarness engine) {
        engine.publish(CaseMessages.REQUEST_RECEIVED, NUMBER, Duration.ZERO, Map.of("caseNumber", NUMBER));
    }

    CaseInProcess isRegistered() {
        return work("casefile.registerCase", facts("first-line", "moderate"));
    }

    CaseInProcess isDiagnosed() {
        return answer(
                "userTask_DiagnoseCase",
                Map.of("category", "technical", "severity", "critical", "findings", "A mail loop"));
    }

    CaseInProcess diagnosisIsAccepted() {
        return work("casefile.recordDiagnosis", outcome("diagnosis", "", facts("technical", "critical")));
    }

    CaseInProcess diagnosisIsRefused(String reason) {
        return work("casefile.recordDiagnosis", outcome("diagnosis", reason, facts("first-line", "moderate")));
    }

    CaseInProcess isSolved() {
        return answer("userTask_ResolveCase", Map.of("resolution", "The loop is cut"));
    }

    CaseInProcess resolutionIsAccepted() {
        var due = Instant.now().plus(TIME_TO_CONFIRM).truncatedTo(ChronoUnit.SECONDS);
        return work("casefile.recordResolution", outcome("resolution", "", Map.of("confirmationDue", due.toString())));
    }

    CaseInProcess resolutionIsRefused(String reason) {
        return work("casefile.recordResolution", outcome("resolution", reason, Map.of()));
    }

    CaseInProcess customerAnswers() {
        engine.publish(CaseMessages.CUSTOMER_ANSWERED, NUMBER, Duration.ofHours(1), Map.of());
        return this;
    }

    CaseInProcess answerMeansSolved(boolean solved) {
        return work("casefile.recordAnswer", Map.of("problemSolved", solved));
    }

    CaseInProcess requestIsWithdrawn() {
        engine.publish(CaseMessages.REQUEST_WITHDRAWN, NUMBER, Duration.ofHours(1), Map.of());
        return this;
    }

    CaseInProcess answer(String userTask, Map<String, Object> answers) {
        var task = engine.awaitJob(EngineHarness.USER_TASK_JOB);
        assertThat(task.elementId()).isEqualTo(userTask);
        engine.complete(task, answers);
        return this;
    }

    CaseInProcess waitsAt(String... elements) {
        assertThat(engine.journal().waitingAt(instance)).containsExactlyInAnyOrder(elements);
        return this;
    }

    CaseInProcess wentThrough(String... elements) {
        assertThat(engine.journal().completed(instance)).containsSubsequence(elements);
        return this;
    }

    void endedBy(String endEvent) {
        var journal = engine.journal();
        assertThat(journal.isEnded(instance)).as("ended").isTrue();
        assertThat(journal.completed(instance).stream()
                        .filter(element -> element.startsWith("endEvent_"))
                        .toList())
                .isEqualTo(List.of(endEvent));
        assertThat(journal.incidents()).isEmpty();
    }

    Map<String, Object> variables() {
        return engine.journal().variables(instance);
    }

    List<String> interrupted() {
        return engine.journal().terminated(instance);
    }

    static Map<String, Object> facts(String queue, String severity) {
        return Map.of(
                "caseNumber",
                NUMBER,
                "customerName",
                "Contoso",
                "contactName",
                "Ida Toivonen",
                "subject",
                "Mail comes late",
                "requestText",
                "All mail is an hour late",
                "severity",
                severity,
                "category",
                "technical",
                "queue",
                queue,
                "priority",
                severity.equals("critical") ? 90 : 60,
                "taskDue",
                TASK_DUE);
    }

    private static Map<String, Object> outcome(String step, String problem, Map<String, Object> more) {
        var outcome = new HashMap<String, Object>(more);
        outcome.put(step + "Accepted", problem.isEmpty());
        outcome.put(step + "Problem", problem);
        return outcome;
    }

    private CaseInProcess work(String jobType, Map<String, Object> result) {
        var job = engine.awaitJob(jobType);
        assertThat(job.processInstanceKey()).isEqualTo(instance);
        assertThat(job.retries()).as("retries of " + jobType).isEqualTo(5);
        engine.complete(job, result);
        return this;
    }
}
