package io.casewright.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.majorcase.application.MajorCaseMessages;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MajorCaseProcessTests {

    private static final String PROCESS = "major-case";
    private static final String NUMBER = "MC-000007";
    private static final String DUE = "2030-01-02T10:00:00Z";

    @RegisterExtension
    final EngineHarness engine = new EngineHarness();

    @AfterAll
    void everyElementAndFlowWasGoneThrough() {
        assertThat(engine.coverage().missing(ModelFiles.model(PROCESS)))
                .as("elements and flows of major-case that no test of this class went through")
                .isEmpty();
    }

    @Test
    void customersHearTheSameUntilItIsOver() {
        long majorCase = proposed();
        confirm("yes", "major");
        work("majorcase.adoptChildren", facts());
        update("no", "We are on it.", false);
        assertThat(engine.journal().waitingAt(majorCase)).containsExactly("userTask_SendUpdate");
        update("yes", null, true);
        work("majorcase.endMajorCase", Map.of());
        ended(majorCase, "endEvent_MajorCaseOver");
        assertThat(engine.journal().completed(majorCase))
                .containsSubsequence(
                        "startEvent_MajorCaseProposed",
                        "serviceTask_ListCases",
                        "userTask_ConfirmMajorCase",
                        "serviceTask_RecordConfirmation",
                        "serviceTask_AdoptChildren",
                        "userTask_SendUpdate",
                        "serviceTask_RecordUpdate",
                        "userTask_SendUpdate",
                        "serviceTask_RecordUpdate",
                        "serviceTask_EndMajorCase",
                        "endEvent_MajorCaseOver");
    }

    @Test
    void whatIsNoMajorCaseEndsAtOnce() {
        long majorCase = proposed();
        confirm("no", "not-major");
        ended(majorCase, "endEvent_NotAMajorCase");
        assertThat(engine.journal().completed(majorCase)).doesNotContain("serviceTask_AdoptChildren");
    }

    @Test
    void aCaseThatArrivesLaterIsAdoptedBesideTheUpdate() {
        long majorCase = proposed();
        confirm("yes", "major");
        work("majorcase.adoptChildren", facts());
        hears(MajorCaseMessages.CASE_ARRIVED);
        var withMore = facts();
        withMore.put("majorCaseCases", "CW-2026-000009");
        work("majorcase.adoptLateChildren", withMore);
        assertThat(engine.journal().completed(majorCase)).contains("endEvent_LateChildrenAdopted");
        assertThat(engine.journal().waitingAt(majorCase)).containsExactly("userTask_SendUpdate");
        assertThat(engine.journal().variables(majorCase)).containsEntry("majorCaseCases", "CW-2026-000009");
    }

    @Test
    void withoutCasesItIsDissolvedWhateverItWaitsFor() {
        long majorCase = proposed();
        hears(MajorCaseMessages.ALL_CASES_ENDED);
        ended(majorCase, "endEvent_MajorCaseDissolved");
        assertThat(engine.journal().terminated(majorCase)).contains("userTask_ConfirmMajorCase");
    }

    @Test
    void anotherMajorCaseDoesNotHearIt() {
        long majorCase = proposed();
        engine.publish(MajorCaseMessages.ALL_CASES_ENDED, "MC-000008", Duration.ofHours(1), Map.of());
        assertThat(engine.journal().waitingAt(majorCase)).containsExactly("userTask_ConfirmMajorCase");
    }

    @Test
    void twoStartsOfTheSameMakeOne() {
        start();
        start();
        assertThat(engine.journal().instancesOf(PROCESS)).hasSize(1);
    }

    @Test
    void answersLetNothingElseIntoTheProcess() {
        long majorCase = proposed();
        var task = engine.onlyTask();
        engine.complete(task, Map.of("isMajorCase", "yes", "majorCase", "MC-000001", "majorCaseVerdict", "major"));
        assertThat(engine.journal().variables(majorCase))
                .containsEntry("majorCase", NUMBER)
                .doesNotContainKey("majorCaseVerdict");
    }

    private void start() {
        engine.publish(MajorCaseMessages.PROPOSED, NUMBER, Duration.ZERO, Map.of("majorCase", NUMBER));
    }

    private long proposed() {
        start();
        work("majorcase.listCases", facts());
        return engine.journal().instancesOf(PROCESS).getFirst();
    }

    private void confirm(String answer, String verdict) {
        var answers = new HashMap<String, Object>();
        answers.put("isMajorCase", answer);
        answers.put("casesChosen", List.of("CW-2026-000001"));
        answer("userTask_ConfirmMajorCase", answers);
        work("majorcase.recordConfirmation", Map.of("majorCaseVerdict", verdict));
    }

    private void update(String isOver, String words, boolean over) {
        var answers = new HashMap<String, Object>();
        answers.put("isOver", isOver);
        answers.put("updateText", words);
        answer("userTask_SendUpdate", answers);
        var result = facts();
        result.put("majorCaseOver", over);
        result.put("updateText", null);
        result.put("isOver", null);
        work("majorcase.recordUpdate", result);
    }

    private void answer(String userTask, Map<String, Object> answers) {
        var task = engine.onlyTask();
        assertThat(task.elementId()).isEqualTo(userTask);
        engine.complete(task, answers);
    }

    private void work(String jobType, Map<String, Object> result) {
        var job = engine.awaitJob(jobType);
        assertThat(job.variables()).containsEntry("majorCase", NUMBER);
        assertThat(job.retries()).isEqualTo(5);
        engine.complete(job, result);
    }

    private void hears(String message) {
        engine.publish(message, NUMBER, Duration.ofHours(1), Map.of());
    }

    private void ended(long majorCase, String endEvent) {
        var journal = engine.journal();
        assertThat(journal.isEnded(majorCase)).as("ended").isTrue();
        assertThat(journal.completed(majorCase).stream()
                        .filter(element -> element.startsWith("endEvent_"))
                        .toList())
                .isEqualTo(List.of(endEvent));
        assertThat(journal.incidents()).isEmpty();
    }

    private static Map<String, Object> facts() {
        return new HashMap<>(Map.of(
                "majorCaseService", "exchange online",
                "majorCaseRegion", "emea",
                "majorCaseSymptom", "bounce",
                "majorCaseCases", "CW-2026-000001 · Contoso · Mail bounces",
                "majorTaskDue", DUE));
    }
}
