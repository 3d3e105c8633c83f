package io.casewright.process;

import static io.casewright.process.CaseInProcess.NUMBER;
import static io.casewright.process.CaseInProcess.PROCESS;
import static io.casewright.process.CaseInProcess.TIME_TO_CONFIRM;
import static io.casewright.process.CaseInProcess.received;
import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.casefile.application.CaseMessages;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupportCaseProcessTests {

    @RegisterExtension
    final EngineHarness engine = EngineHarness.withUserTasksAsJobs();

    @AfterAll
    void everyElementAndFlowWasGoneThrough() {
        assertThat(engine.coverage().missing(ModelFiles.model(PROCESS)))
                .as("elements and flows of support-case that no test of this class went through")
                .isEmpty();
    }

    @Test
    void theCustomerConfirms() {
        resolved()
                .waitsAt("gateway_AwaitCustomer")
                .customerAnswers()
                .answerMeansSolved(true)
                .wentThrough(
                        "startEvent_RequestReceived",
                        "serviceTask_RegisterCase",
                        "userTask_DiagnoseCase",
                        "serviceTask_RecordDiagnosis",
                        "gateway_DiagnosisAccepted",
                        "userTask_ResolveCase",
                        "serviceTask_RecordResolution",
                        "gateway_ResolutionAccepted",
                        "event_CustomerAnswered",
                        "serviceTask_RecordAnswer",
                        "gateway_ProblemSolved",
                        "endEvent_CaseClosed")
                .endedBy("endEvent_CaseClosed");
    }

    @Test
    void anIncompleteDiagnosisGoesBackWithItsReason() {
        var supportCase = received(engine).isRegistered().isDiagnosed().diagnosisIsRefused("Findings are missing.");
        supportCase.waitsAt("userTask_DiagnoseCase");
        assertThat(supportCase.variables()).containsEntry("diagnosisProblem", "Findings are missing.");
        supportCase
                .isDiagnosed()
                .diagnosisIsAccepted()
                .waitsAt("userTask_ResolveCase")
                .wentThrough("userTask_DiagnoseCase", "userTask_DiagnoseCase", "serviceTask_RecordDiagnosis");
        assertThat(supportCase.variables()).containsEntry("diagnosisProblem", "");
    }

    @Test
    void anIncompleteResolutionGoesBackWithItsReason() {
        var supportCase = resolving().isSolved().resolutionIsRefused("Resolution is missing.");
        supportCase.waitsAt("userTask_ResolveCase");
        assertThat(supportCase.variables()).containsEntry("resolutionProblem", "Resolution is missing.");
        supportCase.isSolved().resolutionIsAccepted().waitsAt("gateway_AwaitCustomer");
    }

    @Test
    void aProblemThatIsNotSolvedIsDiagnosedAgain() {
        resolved()
                .customerAnswers()
                .answerMeansSolved(false)
                .waitsAt("userTask_DiagnoseCase")
                .isDiagnosed()
                .diagnosisIsAccepted()
                .isSolved()
                .resolutionIsAccepted()
                .customerAnswers()
                .answerMeansSolved(true)
                .endedBy("endEvent_CaseClosed");
    }

    @Test
    void theCaseClosesWhenTheTimeToConfirmIsOverAndNotBefore() {
        var supportCase = resolved();
        engine.letTimePass(TIME_TO_CONFIRM.minusHours(1));
        supportCase.waitsAt("gateway_AwaitCustomer");
        engine.letTimePass(Duration.ofHours(2));
        supportCase
                .answerMeansSolved(true)
                .wentThrough("event_ConfirmationTimeOver", "serviceTask_RecordAnswer")
                .endedBy("endEvent_CaseClosed");
    }

    @Test
    void aWithdrawalEndsTheCaseWhileItIsDiagnosed() {
        var supportCase = received(engine).isRegistered().waitsAt("userTask_DiagnoseCase");
        supportCase.requestIsWithdrawn().endedBy("endEvent_CaseWithdrawn");
        assertThat(supportCase.interrupted()).containsExactly("userTask_DiagnoseCase");
    }

    @Test
    void aWithdrawalEndsTheCaseWhileItIsResolved() {
        var supportCase = resolving();
        supportCase.requestIsWithdrawn().endedBy("endEvent_CaseWithdrawn");
        assertThat(supportCase.interrupted()).containsExactly("userTask_ResolveCase");
    }

    @Test
    void aWithdrawalEndsTheCaseWhileTheCustomerIsAwaited() {
        var supportCase = resolved();
        supportCase.requestIsWithdrawn().endedBy("endEvent_CaseWithdrawn");
        assertThat(supportCase.interrupted()).containsExactly("gateway_AwaitCustomer");
    }

    @Test
    void aSecondStartForAnOpenCaseStartsNothing() {
        var supportCase = received(engine).isRegistered();
        CaseInProcess.publishStart(engine);
        assertThat(engine.journal().instancesOf(PROCESS)).hasSize(1);
        supportCase.waitsAt("userTask_DiagnoseCase");
    }

    @Test
    void anAnswerForAnotherCaseDoesNotReachThisOne() {
        var supportCase = resolved();
        engine.publish(CaseMessages.CUSTOMER_ANSWERED, "CW-2026-000043", Duration.ZERO, Map.of());
        supportCase.waitsAt("gateway_AwaitCustomer");
    }

    @Test
    void onlyTheAnswersOfAFormComeIntoTheProcess() {
        var supportCase = received(engine)
                .isRegistered()
                .answer(
                        "userTask_DiagnoseCase",
                        Map.of(
                                "category", "billing",
                                "severity", "minimal",
                                "findings", "Double line",
                                "caseNumber", "CW-2026-999999",
                                "customerName", "Somebody else",
                                "queue", "mine",
                                "unasked", true));
        assertThat(supportCase.variables())
                .containsEntry("category", "billing")
                .containsEntry("severity", "minimal")
                .containsEntry("findings", "Double line")
                .containsEntry("caseNumber", NUMBER)
                .containsEntry("customerName", "Contoso")
                .containsEntry("queue", "first-line")
                .doesNotContainKey("unasked");
    }

    @Test
    void onlyTheResolutionComesOutOfResolving() {
        var supportCase = resolving()
                .answer("userTask_ResolveCase", Map.of("resolution", "Done", "findings", "Stale", "priority", 1));
        assertThat(supportCase.variables())
                .containsEntry("resolution", "Done")
                .containsEntry("findings", "A mail loop")
                .containsEntry("priority", 90);
    }

    private CaseInProcess resolving() {
        return received(engine)
                .isRegistered()
                .isDiagnosed()
                .diagnosisIsAccepted()
                .waitsAt("userTask_ResolveCase");
    }

    private CaseInProcess resolved() {
        return resolving().isSolved().resolutionIsAccepted();
    }
}
