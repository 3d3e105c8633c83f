package io.casewright.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessFlowTests {

    private static ProcessFlows flows;

    @BeforeAll
    static void read() throws IOException {
        flows = new ProcessFlows(new ProcessModels());
    }

    private static ProcessFlow flow(String process) {
        return flows.find(process).orElseThrow();
    }

    @Nested
    class InOurModels {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
            support-case   | serviceTask_RegisterCase     |
            support-case   | serviceTask_ReadRequest      | serviceTask_RegisterCase
            diagnose-case  | serviceTask_RecordReply      | serviceTask_AskCustomer
            diagnose-case  | serviceTask_CloseUnanswered  | serviceTask_AskCustomer
            diagnose-case  | serviceTask_RemindCustomer   |
            request-access | userTask_AwaitApproval       | serviceTask_SendInvitation
            request-access | serviceTask_RecordAccess     | userTask_AwaitApproval serviceTask_CheckAccessRequest
            support-case   | serviceTask_ReplanCase       |
            customer-message | userTask_ReadMessage       | serviceTask_TakeUpMessage
            """)
        void aStepComesAfterOthersWhateverIsWaitedForBetween(String process, String step, String before) {
            assertThat(flow(process).stepsBefore(step))
                    .isEqualTo(before == null ? Set.of() : Set.of(before.split(" ")));
        }

        @Test
        void aStepAfterACallComesAfterTheStepBeforeTheCall() {
            assertThat(flow("support-case").stepsBefore("serviceTask_TellResolution"))
                    .contains("serviceTask_AcknowledgeRequest");
            assertThat(flow("support-case").calledBefore("serviceTask_TellResolution"))
                    .contains("resolve-case", "hand-off-case");
        }

        @Test
        void aMessageLeadsToSomeSteps() {
            assertThat(flow("support-case").comesAfterMessage("serviceTask_RegisterCase"))
                    .isTrue();
            assertThat(flow("diagnose-case").comesAfterMessage("serviceTask_RecordReply"))
                    .isTrue();
            assertThat(flow("vendor-ticket").comesAfterMessage("serviceTask_ShowNews"))
                    .isTrue();
            assertThat(flow("diagnose-case").comesAfterMessage("serviceTask_AskCustomer"))
                    .isFalse();
        }

        @Test
        void withSomeStepsAWayEnds() {
            assertThat(flow("support-case").isLast("serviceTask_ReplanCase")).isTrue();
            assertThat(flow("diagnose-case").isLast("serviceTask_RemindCustomer"))
                    .isTrue();
            assertThat(flow("diagnose-case").isLast("serviceTask_AskCustomer")).isFalse();
            assertThat(flow("support-case").isLast("serviceTask_RecordAnswer")).isFalse();
        }

        @Test
        void whatInterruptsLeavesTheRestBehind() {
            var ticket = flow("vendor-ticket");
            assertThat(ticket.leaves("userTask_FollowTicket", null, "serviceTask_CloseAtDesk"))
                    .isTrue();
            assertThat(ticket.leaves("userTask_CloseTicket", null, "serviceTask_CloseAtDesk"))
                    .isFalse();
            var supportCase = flow("support-case");
            assertThat(supportCase.leaves("serviceTask_TellResolution", null, "serviceTask_ReplanCase"))
                    .isFalse();
        }

        @Test
        void whoLeavesASubProcessLeavesAllOfIt() {
            var access = flow("request-access");
            assertThat(access.leaves(
                            "serviceTask_CheckAccessRequest", "userTask_AwaitApproval", "serviceTask_RecordAccess"))
                    .isTrue();
            assertThat(access.leaves(
                            "userTask_AwaitApproval",
                            "serviceTask_CheckAccessRequest",
                            "serviceTask_CheckAccessRequest"))
                    .isFalse();
        }

        @Test
        void theBranchesOfAForkAreKnownApart() {
            assertThat(flow("request-access").forks()).singleElement().satisfies(branches -> {
                assertThat(branches)
                        .extracting(ProcessFlow.Branch::steps)
                        .anySatisfy(steps -> assertThat(steps).contains("userTask_AwaitApproval"))
                        .anySatisfy(steps -> assertThat(steps).contains("serviceTask_CheckAccessRequest"));
            });
        }

        @Test
        void messagesThatStartAreToldFromMessagesThatAreAwaited() {
            assertThat(flow("vendor-ticket").startingMessages()).isEqualTo(Set.of("handoff.ticketPrepared"));
            assertThat(flow("vendor-ticket").awaitedMessages())
                    .isEqualTo(Set.of("handoff.ticketChanged", "handoff.ticketCancelled"));
            assertThat(flows.startedBy("casefile.caseReopened")).contains("support-case");
        }
    }

    /** Left by a boundary event, task A was not done; the first task of a sub-process comes after what comes before it. */
    @Test
    void whatWasInterruptedIsNotBeforeAndASubProcessIsNoWall() {
        var flow = ProcessFlow.read("""
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">
                  <userTask id="first"/><userTask id="a"/><boundaryEvent id="late" attachedToRef="a"/>
                  <sequenceFlow sourceRef="first" targetRef="a"/><sequenceFlow sourceRef="late" targetRef="scope"/>
                  <subProcess id="scope"><startEvent id="begin"/><sequenceFlow sourceRef="begin" targetRef="step"/></subProcess>
                  <subProcess id="any" triggeredByEvent="true"><startEvent id="told"/></subProcess>
                </process></definitions>""".getBytes(StandardCharsets.UTF_8));
        assertThat(flow.before("late")).isEqualTo(List.of("first"));
        assertThat(flow.before("begin")).isEqualTo(List.of("late"));
        assertThat(flow.before("told")).isEmpty();
    }
}
