package io.casewright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogCallProcessTests {

    private static final String PROCESS = "log-call";

    @RegisterExtension
    final EngineHarness engine = new EngineHarness();

    @AfterAll
    void everyElementAndFlowWasGoneThrough() {
        assertThat(engine.coverage().missing(ModelFiles.model(PROCESS)))
                .as("elements and flows of log-call that no test of this class went through")
                .isEmpty();
    }

    @Test
    void aKnownCallerHasACaseAtOnce() {
        long call = engine.start(PROCESS, aCallFrom("contoso.example"));
        accept();
        ended(call, "endEvent_CallLogged");
        assertThat(engine.journal().completed(call))
                .containsSubsequence(
                        "startEvent_CallTaken",
                        "gateway_CallJoin",
                        "serviceTask_LogCall",
                        "gateway_CallAccepted",
                        "endEvent_CallLogged");
    }

    @Test
    void personalDataOfAnAcceptedCallLeavesTheProcess() {
        long call = engine.start(PROCESS, aCallFrom("contoso.example"));
        accept();
        assertThat(engine.journal().variables(call))
                .containsEntry("caseNumber", "CW-2026-000042")
                .containsEntry("contactEmail", null)
                .containsEntry("description", null);
    }

    @Test
    void anUnknownCallerIsCorrectedAndThenHasACase() {
        long call = engine.start(PROCESS, aCallFrom("cantoso.example"));
        refuse("customer cantoso.example is not known.");
        assertThat(engine.journal().waitingAt(call)).containsExactly("userTask_CorrectCall");
        var answers = aCallFrom("contoso.example");
        answers.put("fromCustomer", "yes");
        correct(answers);
        assertThat(engine.journal().variables(call)).containsEntry("customer", "contoso.example");
        accept();
        ended(call, "endEvent_CallLogged");
    }

    @Test
    void aCallThatIsNotFromACustomerIsDismissed() {
        long call = engine.start(PROCESS, aCallFrom("cantoso.example"));
        refuse("customer cantoso.example is not known.");
        correct(Map.of("fromCustomer", "no"));
        ended(call, "endEvent_CallDismissed");
    }

    @Test
    void theReasonForARefusalCannotBeChangedByTheForm() {
        long call = engine.start(PROCESS, aCallFrom("cantoso.example"));
        refuse("customer cantoso.example is not known.");
        var answers = aCallFrom("contoso.example");
        answers.putAll(Map.of("fromCustomer", "yes", "callProblem", "Forged", "callAccepted", true));
        correct(answers);
        assertThat(engine.journal().variables(call))
                .containsEntry("callProblem", "customer cantoso.example is not known.")
                .containsEntry("callAccepted", false);
    }

    private void accept() {
        var result = new HashMap<String, Object>(
                Map.of("callAccepted", true, "callProblem", "", "caseNumber", "CW-2026-000042"));
        List.of("contactEmail", "contactPhone", "description").forEach(name -> result.put(name, null));
        engine.complete(engine.awaitJob("casefile.logCall"), result);
    }

    private void refuse(String problem) {
        engine.complete(engine.awaitJob("casefile.logCall"), Map.of("callAccepted", false, "callProblem", problem));
    }

    private void correct(Map<String, Object> answers) {
        var task = engine.onlyTask();
        assertThat(task.elementId()).isEqualTo("userTask_CorrectCall");
        engine.complete(task, answers);
    }

    private void ended(long call, String endEvent) {
        var journal = engine.journal();
        assertThat(journal.isEnded(call)).as("ended").isTrue();
        assertThat(journal.completed(call)).contains(endEvent);
        assertThat(journal.incidents()).isEmpty();
    }

    /** Only what the start form requires: number to call back, product and affected users stay out. */
    private static Map<String, Object> aCallFrom(String customer) {
        return new HashMap<>(Map.of(
                "customer", customer,
                "contactName", "Ida Toivonen",
                "contactEmail", "it@contoso.example",
                "subject", "Invoice twice",
                "description", "Two lines",
                "severity", "minimal"));
    }
}
