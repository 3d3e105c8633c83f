package io.casewright.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.platform.engine.ProcessFlows;
import io.casewright.platform.engine.ProcessModels;
import io.casewright.task.ProcessSteps.Place;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcessStepsTests {

    private ProcessSteps steps;

    @BeforeAll
    void read() throws IOException {
        steps = new ProcessSteps(new ProcessFlows(new ProcessModels()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            support-case   | serviceTask_RecordTriage       | userTask_TriageRequest
            customer-message | serviceTask_RecordReading    | userTask_ReadMessage
            diagnose-case  | serviceTask_RecordDiagnosis    | userTask_DiagnoseCase
            diagnose-case  | serviceTask_RunCheck           | userTask_DiagnoseCase
            diagnose-case  | serviceTask_RecordReply        | userTask_DiagnoseCase
            diagnose-case  | callActivity_RequestAccess     | userTask_DiagnoseCase
            resolve-case   | serviceTask_RecordResolution   | userTask_ResolveBillingCase userTask_ResolveSubscriptionCase userTask_ResolveTechnicalCase
            second-person  | serviceTask_RecordApproval     | userTask_ApproveAction
            perform-change | serviceTask_RecordAction       | userTask_CarryOutAction
            resolve-case   | callActivity_PerformChange     | userTask_ResolveBillingCase userTask_ResolveSubscriptionCase userTask_ResolveTechnicalCase
            perform-change | serviceTask_ProposeChange      |
            request-access | serviceTask_SendInvitation     | userTask_RequestDelegatedAccess
            request-access | serviceTask_PrepareAccessRequest |
            hand-off-case  | serviceTask_RecordEvidence     | userTask_CompleteEvidence
            hand-off-case  | serviceTask_OpenVendorTicket   | userTask_PrepareHandOff
            answer-vendor  | serviceTask_RecordVendorAnswer | userTask_AnswerVendor
            answer-vendor  | serviceTask_AskCustomer        | userTask_AnswerVendor
            hand-off-case  | serviceTask_RecordRelay        | userTask_RelayToCustomer
            vendor-ticket  | serviceTask_RecordFiling       | userTask_FileTicket
            vendor-ticket  | serviceTask_RecordNews         | userTask_FollowTicket
            vendor-ticket  | serviceTask_RecordClosing      | userTask_CloseTicket
            known-issue    | serviceTask_RecordWatch        | userTask_WatchKnownIssue
            major-case     | serviceTask_RecordConfirmation | userTask_ConfirmMajorCase
            major-case     | serviceTask_RecordUpdate       | userTask_SendUpdate
            """)
    void theTaskBeforeAStepIsReadFromTheModel(String process, String element, String before) {
        assertThat(steps.userTasksBefore(process, element))
                .isEqualTo(before == null ? Set.of() : Set.of(before.split(" ")));
    }

    @Test
    void aModelThatIsNotOursHasNothingBefore() {
        assertThat(steps.userTasksBefore("payroll", "serviceTask_Pay")).isEmpty();
    }

    @Test
    void aProcessKnowsItsCallers() {
        assertThat(steps.callsOf("request-access"))
                .isEqualTo(List.of(new Place("diagnose-case", "callActivity_RequestAccess")));
    }

    @Test
    void aCaseHasTheTasksOfAllThatItCalls() {
        assertThat(steps.withCalled("support-case"))
                .isEqualTo(Set.of(
                        "support-case",
                        "diagnose-case",
                        "request-access",
                        "resolve-case",
                        "perform-change",
                        "second-person",
                        "hand-off-case",
                        "answer-vendor"));
    }
}
