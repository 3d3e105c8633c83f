package io.casewright.process;

import static io.casewright.process.CaseInProcess.NUMBER;
import static io.casewright.process.CaseInProcess.PROCESS;
import static io.casewright.process.CaseInProcess.TIME_TO_CONFIRM;
import static io.casewright.process.CaseInProcess.facts;
import static io.casewright.process.CaseInProcess.received;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.casefile.application.CaseMessages;
import io.casewright.handoff.application.HandOffMessages;
import io.casewright.plan.application.PlanMessages;
import io.casewright.statement.application.StatementMessages;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a case through its process and all that it calls. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupportCaseProcessTests {

    private static final Map<String, Object> NOTHING = Map.of();

    @RegisterExtension
    final EngineHarness engine = new EngineHarness();

    @AfterAll
    void everyElementAndFlowWasGoneThrough() {
        for (String process : List.of(
                PROCESS,
                "diagnose-case",
                "request-access",
                "resolve-case",
                "perform-change",
                "second-person",
                "change-plan",
                "approve-statement",
                "hand-off-case",
                "answer-vendor",
                "known-issue",
                "vendor-ticket")) {
            assertThat(engine.coverage().missing(ModelFiles.model(process)))
                    .as("elements and flows of " + process + " that no test of this class went through")
                    .isEmpty();
        }
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
                        "serviceTask_ReadRequest",
                        "businessRuleTask_ProposeTriage",
                        "businessRuleTask_ProposeSeverity",
                        "businessRuleTask_SuggestSelfService",
                        "serviceTask_RecordTriage",
                        "serviceTask_AcknowledgeRequest",
                        "serviceTask_CheckServiceHealth",
                        "serviceTask_FindSimilarCases",
                        "serviceTask_CheckDelegatedAccess",
                        "userTask_DiagnoseCase",
                        "businessRuleTask_DecideCourse",
                        "serviceTask_RecordDiagnosis",
                        "callActivity_DiagnoseCase",
                        "userTask_ResolveTechnicalCase",
                        "serviceTask_RecordResolution",
                        "businessRuleTask_DecideApproval",
                        "callActivity_ResolveCase",
                        "serviceTask_TellResolution",
                        "event_CustomerAnswered",
                        "serviceTask_RecordAnswer",
                        "endEvent_CaseClosed")
                .endedBy("endEvent_CaseClosed");
    }

    @Test
    void aCaseWithoutWaitsTakesAtMostTwelveJobs() {
        resolved().customerAnswers().answerMeansSolved(true).endedBy("endEvent_CaseClosed");
        assertThat(engine.journal().completed())
                .filteredOn(element -> element.startsWith("serviceTask_"))
                .hasSizeLessThanOrEqualTo(12);
    }

    @Nested
    class Intake {

        @Test
        void aVagueRequestGoesToAPerson() {
            var supportCase = received(engine).isRegistered().isReadVaguely().waitsAt("userTask_TriageRequest");
            var task = engine.onlyTask();
            assertThat(task.variables())
                    .containsEntry("triagedCategory", "technical")
                    .containsEntry("triagedRemit", "inside");
            engine.complete(task, triage("billing", null));
            supportCase.isTriaged().waitsAt("serviceTask_CheckServiceHealth");
        }

        @Test
        void whatWasAskedBeforeIsProposedToAPersonAndJoined() {
            var supportCase = received(engine).isRegistered().isReadAsAskedBefore("CW-2026-000041");
            var task = engine.onlyTask();
            assertThat(task.variables()).containsEntry("duplicateOf", "CW-2026-000041");
            engine.complete(task, triage("technical", "CW-2026-000041"));
            supportCase
                    .triageIsRecorded("join")
                    .work("casefile.joinOpenCase", NOTHING)
                    .endedBy("endEvent_OpenCaseJoined");
        }

        @Test
        void whatIsNotOursIsRedirectedAndEnds() {
            received(engine)
                    .isRegistered()
                    .isReadVaguely()
                    .answer("userTask_TriageRequest", triage("billing", null))
                    .triageIsRecorded("redirect")
                    .work("casefile.redirectCustomer", NOTHING)
                    .endedBy("endEvent_CustomerRedirected");
        }

        @Test
        void aSecondStartForAnOpenCaseStartsNothing() {
            var supportCase = received(engine).isTakenIn();
            CaseInProcess.publishStart(engine);
            assertThat(engine.journal().instancesOf(PROCESS)).hasSize(1);
            supportCase.waitsAt("serviceTask_CheckServiceHealth");
        }

        private Map<String, Object> triage(String category, String duplicateOf) {
            var answers = new HashMap<String, Object>();
            answers.put("triagedCategory", category);
            answers.put("triagedSeverity", "minimal");
            answers.put("triagedQueue", "billing");
            answers.put("triagedRemit", "inside");
            answers.put("duplicateOf", duplicateOf);
            answers.put("advice", null);
            return answers;
        }
    }

    @Nested
    class Diagnosis {

        @Test
        void anotherQueueGoesOnWithTheDiagnosis() {
            var supportCase = diagnosing()
                    .isDiagnosed("settings")
                    .isHandedTo("billing")
                    .accessIsChecked("no")
                    .waitsAt("userTask_DiagnoseCase");
            assertThat(supportCase.variables())
                    .containsEntry("queue", "billing")
                    .containsEntry("roleGranted", "no");
            supportCase.isDiagnosed("settings").diagnosisIsAccepted().waitsAt("userTask_ResolveTechnicalCase");
        }

        @Test
        void aFormThatIsRefusedStaysOpenAndItsPersonReadsWhy() {
            var supportCase = diagnosing();
            var shown = engine.onlyTask().variables();
            engine.refuseCompletions("Findings: required.");
            assertThatThrownBy(() -> supportCase.isDiagnosed("settings")).hasMessageContaining("Findings: required.");
            supportCase.waitsAt("userTask_DiagnoseCase");
            assertThat(engine.onlyTask().variables()).isEqualTo(shown);
            engine.refuseCompletions("");
            supportCase.isDiagnosed("settings").diagnosisIsAccepted().waitsAt("userTask_ResolveTechnicalCase");
        }

        @ParameterizedTest
        @CsvSource({
            "service-fault, undocumented, UNDOCUMENTED_SERVICE_PROBLEM",
            "service-fault, unavailable, SERVICE_UNAVAILABLE",
            "service-fault, bug, BUG_OR_IRREGULARITY",
            "service-fault, network, LARGE_SCALE_NETWORK_DISRUPTION",
            "service-fault, regional, REGIONAL_MULTITENANT_ISSUE",
            "commercial, dispute, COMMERCIAL_DISPUTE",
            "commercial, fraud, FRAUD_CONCERN"
        })
        void aFaultThatIsNotOursIsHandedOff(String cause, String faultKind, String category) {
            var supportCase = diagnosing().isDiagnosed(cause, faultKind).diagnosisIsAccepted();
            supportCase.waitsAt("serviceTask_CollectEvidence");
            assertThat(supportCase.variables()).containsEntry("handOffCategory", category);
        }

        /** One that came while the question before it waited, and that the engine kept. */
        @Test
        void aReplyToAnEarlierQuestionIsNoneToThisOne() {
            var asked = asked();
            engine.publish(
                    CaseMessages.CUSTOMER_REPLIED, NUMBER + ":0", Duration.ofHours(1), Map.of("messageText", "Late"));
            asked.waitsAt("receiveTask_AwaitReply");
        }

        @Test
        void aReplyBringsTheQuestionBackToTheDiagnosis() {
            asked().hearsInTheWait(CaseMessages.CUSTOMER_REPLIED, Map.of("messageText", "All of them"))
                    .work("casefile.recordReply", CaseInProcess.facts("technical", "critical"))
                    .accessIsChecked("yes")
                    .waitsAt("userTask_DiagnoseCase");
        }

        @Test
        void theResultOfACheckComesBackToTheFormWithWhatWasTyped() {
            var supportCase = diagnosing()
                    .wantsFirst("licence-assignment", null)
                    .work("casefile.runCheck", checked("ida@contoso.example may sign in."))
                    .accessIsChecked("no")
                    .waitsAt("userTask_DiagnoseCase");
            assertThat(engine.onlyTask().variables())
                    .containsEntry("checkResult", "ida@contoso.example may sign in.")
                    .containsEntry("check", null)
                    .containsEntry("roleGranted", "no")
                    .containsEntry("findings", "A mail loop")
                    .containsEntry("stepsTried", "filled in");
            assertThat(supportCase.variables()).containsEntry("agent", "nina");
        }

        private Map<String, Object> checked(String result) {
            var checked = new HashMap<String, Object>(Map.of("checkResult", result, "agent", "nina"));
            checked.put("check", null);
            return checked;
        }

        @Test
        void aQuestionIsRepeatedAndSilenceClosesTheCase() {
            var supportCase = asked();
            engine.letTimePass(Duration.ofHours(1));
            for (int reminder = 1; reminder <= 3; reminder++) {
                engine.letTimePass(Duration.ofDays(2));
                supportCase.waitsAt("receiveTask_AwaitReply", "serviceTask_RemindCustomer");
                supportCase.work("casefile.remindCustomer", NOTHING).waitsAt("receiveTask_AwaitReply");
            }
            engine.letTimePass(Duration.ofDays(1));
            supportCase
                    .work("casefile.closeUnanswered", Map.of("nextStep", "nothing", "caseClosed", true))
                    .endedBy("endEvent_ClosedWithoutSolution");
        }

        @Test
        void whatSomebodyElseAnswersForIsRedirected() {
            diagnosing()
                    .isDiagnosed("outside")
                    .diagnosisIsAccepted()
                    .work("casefile.redirectCustomer", NOTHING)
                    .endedBy("endEvent_ClosedWithoutSolution");
        }

        @Test
        void onlyTheAnswersOfTheFormComeIntoTheProcess() {
            var answers = new HashMap<String, Object>(Map.of("category", "billing", "findings", "Double line"));
            answers.putAll(Map.of("caseNumber", "CW-2026-999999", "queue", "mine", "unasked", true));
            for (String each : List.of("severity", "stepsTried", "roleUsed", "cause", "faultKind", "knownIssue")) {
                answers.put(each, null);
            }
            for (String each : List.of("impact", "reproduction", "affectedScope", "question", "advice", "handTo")) {
                answers.put(each, null);
            }
            for (String each : List.of("check", "checkSubject", "requestAccess")) {
                answers.put(each, null);
            }
            diagnosing().answer("userTask_DiagnoseCase", answers);
            assertThat(engine.awaitJob("casefile.recordDiagnosis").variables())
                    .containsEntry("category", "billing")
                    .containsEntry("caseNumber", NUMBER)
                    .containsEntry("queue", "technical")
                    .doesNotContainKey("unasked");
        }

        private CaseInProcess asked() {
            var due = engine.now().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.SECONDS);
            return diagnosing()
                    .isDiagnosed("unclear")
                    .diagnosisIsAccepted()
                    .work(
                            "casefile.askCustomer",
                            Map.of("replyDue", due.toString(), "reminders", "R/PT48H", "waitKey", CaseInProcess.WAIT))
                    .waitsAt("receiveTask_AwaitReply");
        }
    }

    @Nested
    class Access {

        @Test
        void theCaseWaitsUntilTheCustomerApproved() {
            var supportCase =
                    invited().waitsAt("subProcess_WaitForApproval", "userTask_AwaitApproval", "event_TimeToLook");
            engine.letTimePass(Duration.ofMinutes(16));
            supportCase.work("casefile.checkAccessRequest", seen("pending", "Not approved yet."));
            engine.letTimePass(Duration.ofMinutes(16));
            supportCase
                    .work("casefile.checkAccessRequest", seen("active", "The customer approved the request."))
                    .waitsAt("serviceTask_RecordAccess");
            assertThat(supportCase.interrupted()).contains("userTask_AwaitApproval");
            supportCase
                    .work("casefile.recordAccess", CaseInProcess.facts("technical", "critical"))
                    .accessIsChecked("yes")
                    .waitsAt("userTask_DiagnoseCase");
            assertThat(supportCase.variables())
                    .containsEntry("accessNews", "The customer approved the request.")
                    .containsEntry("findings", "A mail loop");
        }

        @Test
        void aRequestThatEndedComesBackWithItsReason() {
            var supportCase = invited();
            engine.letTimePass(Duration.ofMinutes(16));
            supportCase
                    .work("casefile.checkAccessRequest", seen("ended", "The customer rejected the request."))
                    .work("casefile.recordAccess", CaseInProcess.facts("technical", "critical"))
                    .accessIsChecked("no")
                    .waitsAt("userTask_DiagnoseCase");
            assertThat(supportCase.variables()).containsEntry("accessNews", "The customer rejected the request.");
        }

        @Test
        void anAgentMayGoOnWithout() {
            invited()
                    .answer("userTask_AwaitApproval", Map.of("goOnReason", "The customer sent the trace"))
                    .waitsAt("serviceTask_RecordAccess")
                    .work("casefile.recordAccess", CaseInProcess.facts("technical", "critical"))
                    .accessIsChecked("no")
                    .waitsAt("userTask_DiagnoseCase");
        }

        @Test
        void withoutARequestTheReasonComesBackToTheDiagnosis() {
            var supportCase = wanted().work(
                            "casefile.prepareAccessRequest", prepared(false, "Microsoft does not let us ask."))
                    .accessIsChecked("no")
                    .waitsAt("userTask_DiagnoseCase");
            assertThat(supportCase.variables()).containsEntry("accessNews", "Microsoft does not let us ask.");
        }

        @Test
        void anInvitationMayBeDropped() {
            requested()
                    .answer("userTask_RequestDelegatedAccess", invitation("drop"))
                    .work("casefile.sendInvitation", sent("dropped"))
                    .accessIsChecked("no")
                    .waitsAt("userTask_DiagnoseCase");
        }

        @Test
        void aWithdrawalEndsTheWaiting() {
            invited().requestIsWithdrawn().endedBy("endEvent_CaseWithdrawn");
            assertThat(engine.journal().waitingAt()).isEmpty();
        }

        private CaseInProcess wanted() {
            return diagnosing().wantsFirst(null, "look-into").waitsAt("serviceTask_PrepareAccessRequest");
        }

        private CaseInProcess requested() {
            return wanted().work("casefile.prepareAccessRequest", prepared(true, ""))
                    .waitsAt("userTask_RequestDelegatedAccess");
        }

        private CaseInProcess invited() {
            return requested()
                    .answer("userTask_RequestDelegatedAccess", invitation("send"))
                    .work("casefile.sendInvitation", sent("sent"));
        }

        private Map<String, Object> prepared(boolean requested, String news) {
            var prepared = new HashMap<String, Object>();
            for (String each : List.of("accessRole", "accessRelationship", "accessLink", "invitationText")) {
                prepared.put(each, requested ? "filled in" : null);
            }
            prepared.put("accessRequested", requested);
            prepared.put("accessNews", news);
            prepared.put("agent", "nina");
            return prepared;
        }

        private Map<String, Object> invitation(String decision) {
            return Map.of("invitationText", "Please approve", "invitation", decision);
        }

        private Map<String, Object> sent(String course) {
            return Map.of(
                    "invitationCourse",
                    course,
                    "accessNews",
                    "The customer has not approved the request yet.",
                    "accessCheckEvery",
                    "PT15M");
        }

        private Map<String, Object> seen(String state, String words) {
            return Map.of("accessState", state, "accessNews", words);
        }
    }

    @Nested
    class KnownIssue {

        private static final String NEWS_AT = "2026-11-23T07:00:00Z";

        @Test
        void theSettingsMayLinkACaseBeforeAnybodyDiagnosesIt() {
            var supportCase = received(engine)
                    .isTakenIn()
                    .isLinkedByItself("EX900001")
                    .wentThrough("endEvent_LinkedByItself", "callActivity_DiagnoseCase")
                    .waitsAt("serviceTask_LinkKnownIssue");
            assertThat(supportCase.variables())
                    .containsEntry("nextStep", "known-issue")
                    .containsEntry("knownIssue", "EX900001");
        }

        @Test
        void theCaseWaitsWithTheIssueAndItsCustomerIsAskedToVerify() {
            var supportCase = diagnosing()
                    .isDiagnosed("known-issue")
                    .diagnosisIsAccepted()
                    .work("casefile.linkKnownIssue", Map.of("waitKey", CaseInProcess.WAIT))
                    .waitsAt("event_KnownIssueOver");
            supportCase
                    .hearsInTheWait(
                            CaseMessages.KNOWN_ISSUE_OVER, Map.of("workSolved", true, "resolution", "It is over"))
                    .resolutionIsTold()
                    .waitsAt("gateway_AwaitCustomer");
        }

        @Test
        void aCaseThatIsUnlinkedIsDiagnosedAnew() {
            diagnosing()
                    .isDiagnosed("known-issue")
                    .diagnosisIsAccepted()
                    .work("casefile.linkKnownIssue", Map.of("waitKey", CaseInProcess.WAIT))
                    .hearsInTheWait(CaseMessages.KNOWN_ISSUE_OVER, Map.of("workSolved", false, "knownIssue", ""))
                    .isLookedUp()
                    .waitsAt("userTask_DiagnoseCase");
        }

        @Test
        void theIssueIsWatchedUntilItIsOver() {
            var watched = watched();
            engine.letTimePass(Duration.ofMinutes(6));
            watched.work("casefile.checkKnownIssue", looked("active"))
                    .waitsAt("event_CheckDue", "userTask_WatchKnownIssue");
            engine.letTimePass(Duration.ofMinutes(6));
            watched.work("casefile.checkKnownIssue", looked("over"))
                    .work("casefile.tellIssueOver", NOTHING)
                    .endedBy("endEvent_KnownIssueOver");
            assertThat(watched.interrupted()).containsExactly("userTask_WatchKnownIssue");
        }

        @Test
        void anIssueThatWasNoFaultTakesTheCaseOutOfTheWait() {
            var watched = watched();
            engine.letTimePass(Duration.ofMinutes(6));
            watched.work("casefile.checkKnownIssue", looked("false-alarm"))
                    .work("casefile.unlinkKnownIssue", NOTHING)
                    .endedBy("endEvent_IssueTakenBack");
        }

        @Test
        void theWatchEndsWhenNobodyWaits() {
            var watched = watched();
            engine.letTimePass(Duration.ofMinutes(6));
            watched.work("casefile.checkKnownIssue", looked("not-awaited")).endedBy("endEvent_NobodyWaits");
        }

        @Test
        void anAgentTellsNewsWhileTheWatchGoesOn() {
            watched()
                    .answer(
                            "userTask_WatchKnownIssue",
                            Map.of("watchChoice", "relay", "newsText", "They are at it", "newsSeenAt", NEWS_AT))
                    .work("casefile.recordWatch", recorded(true))
                    .waitsAt("event_CheckDue", "userTask_WatchKnownIssue");
        }

        @Test
        void anAgentTakesTheCaseOutOfTheWaitAtAnyTime() {
            var watched = watched()
                    .answer("userTask_WatchKnownIssue", Map.of("watchChoice", "unlink"))
                    .work("casefile.recordWatch", recorded(false));
            watched.endedBy("endEvent_WaitEnded");
            assertThat(watched.interrupted()).containsExactly("event_CheckDue");
        }

        @Test
        void theTaskIsUrgentOnlyWhileThereAreNews() {
            var watched = watched();
            var news = recorded(true);
            news.put("watchPriority", 90);
            news.put("watchDue", "2030-01-02T11:00:00Z");
            watched.answer("userTask_WatchKnownIssue", Map.of("watchChoice", "wait"))
                    .work("casefile.recordWatch", news);
            watched.waitsAt("event_CheckDue", "userTask_WatchKnownIssue");
        }

        private CaseInProcess watched() {
            var variables = new HashMap<String, Object>(facts("technical", "critical"));
            variables.put("knownIssue", "EX900001");
            variables.put("checkEvery", "PT5M");
            variables.putAll(shown());
            return CaseInProcess.startedBy(engine, CaseMessages.KNOWN_ISSUE_LINKED, "known-issue", variables)
                    .waitsAt("event_CheckDue", "userTask_WatchKnownIssue");
        }

        private Map<String, Object> looked(String state) {
            var variables = shown();
            variables.put("issueState", state);
            variables.put("newsText", null);
            return variables;
        }

        private Map<String, Object> recorded(boolean waiting) {
            var variables = shown();
            variables.put("stillWaiting", waiting);
            variables.put("watchChoice", null);
            variables.put("newsText", null);
            variables.put("newsSeenAt", null);
            return variables;
        }

        private Map<String, Object> shown() {
            var variables = new HashMap<String, Object>();
            variables.put("issueTitle", "Inbound mail is delayed");
            variables.put("issueStatus", "service degradation");
            variables.put("issueNews", "We are rerouting.");
            variables.put("issueNewsAt", NEWS_AT);
            variables.put("watchPriority", 10);
            variables.put("watchDue", "");
            return variables;
        }
    }

    @Nested
    class Resolution {

        @ParameterizedTest
        @CsvSource({
            "billing, explain-invoice, userTask_ResolveBillingCase",
            "subscription, explain, userTask_ResolveSubscriptionCase",
            "technical, instruct, userTask_ResolveTechnicalCase"
        })
        void eachKindOfSupportHasItsOwnActions(String category, String action, String userTask) {
            diagnosing()
                    .isDiagnosed("our-delivery")
                    .diagnosisIsAcceptedFor(category)
                    .isLookedUpFor(category)
                    .isSolvedBy(action, userTask)
                    .resolutionIsAccepted()
                    .waitsAt("serviceTask_TellResolution");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "credit",
                    "add-seats",
                    "reduce-seats",
                    "schedule-seats",
                    "cancel-subscription",
                    "suspend-subscription",
                    "reactivate",
                    "renewal-on",
                    "renewal-off",
                    "delete-data"
                })
        void whatCostsMoneyOrCannotBeUndoneWaitsForASecondPerson(String action) {
            proposed(action).waitsAt("userTask_ApproveAction");
        }

        @Test
        void anApprovedActionIsCarriedOut() {
            proposed("credit")
                    .answer("userTask_ApproveAction", approval("yes"))
                    .approvalIs(true)
                    .answer("userTask_CarryOutAction", carriedOut("yes"))
                    .work("casefile.recordAction", actionRecorded(true))
                    .resolutionIsTold()
                    .waitsAt("gateway_AwaitCustomer");
        }

        @Test
        void aChangeOfAPlanIsDecidedByASecondPersonToo() {
            engine.publish(PlanMessages.CHANGE_PROPOSED, "Plan 2-5", Duration.ZERO, Map.of("planChange", "Plan 2-5"));
            engine.complete(
                    engine.awaitJob("plan.showPlanChange"),
                    Map.of(
                            "planName", "Business",
                            "planDifference", "Price: 950.00 → 990.00",
                            "planValidFrom", "2027-01-01",
                            "planProposedBy", "owner",
                            "planLink", "http://localhost/desk/plans/2",
                            "planTaskDue", "2030-01-02T10:00:00Z"));
            var task = engine.onlyTask();
            assertThat(task.elementId()).isEqualTo("userTask_ApprovePlan");
            assertThat(task.variables()).containsEntry("planDifference", "Price: 950.00 → 990.00");
            engine.complete(task, approval("yes"));
            var decision = engine.awaitJob("plan.recordPlanDecision");
            assertThat(decision.variables()).containsEntry("approved", "yes").containsEntry("planChange", "Plan 2-5");
            engine.complete(decision, NOTHING);
            long change = engine.journal().instancesOf("change-plan").getFirst();
            assertThat(engine.journal().isEnded(change)).isTrue();
            assertThat(engine.journal().completed(change)).contains("endEvent_PlanChangeDecided");
        }

        @Test
        void aStatementIsDecidedByASecondPersonToo() {
            engine.publish(
                    StatementMessages.PROPOSED, "Statement 7-1", Duration.ZERO, Map.of("statement", "Statement 7-1"));
            engine.complete(
                    engine.awaitJob("statement.showStatement"),
                    Map.of(
                            "statementCustomer", "Contoso",
                            "statementMonth", "2026-11",
                            "statementLines", "12",
                            "statementNet", "100.00 EUR",
                            "statementTax", "19.00 EUR",
                            "statementTotal", "119.00 EUR",
                            "statementProposedBy", "owner",
                            "statementLink", "http://localhost/desk/statements/7",
                            "statementTaskDue", "2030-01-02T10:00:00Z"));
            var task = engine.onlyTask();
            assertThat(task.elementId()).isEqualTo("userTask_ApproveStatement");
            assertThat(task.variables()).containsEntry("statementTotal", "119.00 EUR");
            engine.complete(task, approval("yes"));
            var decision = engine.awaitJob("statement.recordStatementDecision");
            assertThat(decision.variables())
                    .containsEntry("approved", "yes")
                    .containsEntry("statement", "Statement 7-1");
            engine.complete(decision, NOTHING);
            long approval = engine.journal().instancesOf("approve-statement").getFirst();
            assertThat(engine.journal().isEnded(approval)).isTrue();
            assertThat(engine.journal().completed(approval)).contains("endEvent_StatementDecided");
        }

        @Test
        void aDeclinedActionLeadsBack() {
            proposed("credit")
                    .answer("userTask_ApproveAction", approval("no"))
                    .approvalIs(false)
                    .waitsAt("userTask_ResolveTechnicalCase");
        }

        @Test
        void anActionThatFailedLeadsBack() {
            proposed("credit")
                    .answer("userTask_ApproveAction", approval("yes"))
                    .approvalIs(true)
                    .answer("userTask_CarryOutAction", carriedOut("no"))
                    .work("casefile.recordAction", actionRecorded(false))
                    .waitsAt("userTask_ResolveTechnicalCase");
        }

        @ParameterizedTest
        @ValueSource(strings = {"performed", "unclear"})
        void whatPartnerCenterDidIsPutIntoWordsByAPerson(String outcome) {
            performing().work("casefile.performAction", performed(outcome)).waitsAt("userTask_CarryOutAction");
        }

        @Test
        void whatMicrosoftHasNotDoneYetIsLookedAtAgain() {
            var supportCase = performing()
                    .work("casefile.performAction", performed("later"))
                    .waitsAt("event_TimeToLookAgain");
            engine.letTimePass(Duration.ofMinutes(2));
            supportCase.waitsAt("serviceTask_PerformAction");
        }

        @Test
        void whatPartnerCenterRefusesLeadsBackWithItsReason() {
            var supportCase = performing().work("casefile.performAction", performed("refused"));
            supportCase.waitsAt("serviceTask_LookUpSubscriptions");
            assertThat(supportCase.variables()).containsEntry("resolutionProblem", "The window is over.");
        }

        @Test
        void anInvoiceIsReadBeforeTheCaseIsResolved() {
            var supportCase = billing()
                    .isSolvedBy("read-invoice", "userTask_ResolveBillingCase")
                    .work("casefile.readInvoice", invoiceRead(engine.now().plusSeconds(60)))
                    .waitsAt("event_InvoiceExpected");
            engine.letTimePass(Duration.ofMinutes(2));
            supportCase.work("casefile.readInvoice", invoiceRead(null)).waitsAt("serviceTask_LookUpInvoices");
            assertThat(supportCase.variables()).containsEntry("invoiceNote", "2 lines");
            supportCase.isLookedUpFor("billing").waitsAt("userTask_ResolveBillingCase");
        }

        private CaseInProcess billing() {
            return diagnosing()
                    .isDiagnosed("our-delivery")
                    .diagnosisIsAcceptedFor("billing")
                    .isLookedUpFor("billing");
        }

        private CaseInProcess performing() {
            return diagnosing()
                    .isDiagnosed("our-delivery")
                    .diagnosisIsAcceptedFor("subscription")
                    .isLookedUpFor("subscription")
                    .isSolvedBy("reduce-seats", "userTask_ResolveSubscriptionCase")
                    .resolutionIsAccepted(true)
                    .changeIsProposed(true)
                    .answer("userTask_ApproveAction", approval("yes"))
                    .approvalIs(true)
                    .waitsAt("serviceTask_PerformAction");
        }

        private Map<String, Object> performed(String outcome) {
            var variables = new HashMap<String, Object>();
            variables.put("performOutcome", outcome);
            variables.put("actionPerformed", outcome.equals("performed"));
            variables.put("performReport", "Read back: 90 seats");
            variables.put(
                    "lookAgainAt",
                    outcome.equals("later") ? engine.now().plusSeconds(60).toString() : null);
            variables.put("resolutionProblem", outcome.equals("refused") ? "The window is over." : "");
            return variables;
        }

        private Map<String, Object> invoiceRead(Instant expected) {
            var variables = new HashMap<String, Object>();
            variables.put("invoiceNote", expected == null ? "2 lines" : "Microsoft prepares them");
            variables.put("invoiceExpectedAt", expected == null ? null : expected.toString());
            return variables;
        }

        @Test
        void workThatIsGivenBackIsDiagnosedAgain() {
            resolving()
                    .isSolvedBy("back-to-diagnosis", "userTask_ResolveTechnicalCase")
                    .workIsGivenBack()
                    .waitsAt("serviceTask_CheckServiceHealth");
        }

        /** What was typed for the customer is gone, and what is for colleagues never gets where letters are written. */
        @Test
        void theReasonWhyACaseGoesBackReachesNoLetter() {
            var supportCase = resolving();
            supportCase
                    .answer(
                            "userTask_ResolveTechnicalCase",
                            Map.of(
                                    "action",
                                    "back-to-diagnosis",
                                    "resolution",
                                    "Typed before",
                                    "backReason",
                                    "They never pay"))
                    .workIsGivenBack()
                    .waitsAt("serviceTask_CheckServiceHealth");
            assertThat(supportCase.ownVariables().get("resolution")).isNull();
            assertThat(supportCase.ownVariables().values().toString()).doesNotContain("They never pay", "Typed before");
        }

        private CaseInProcess proposed(String action) {
            return resolving()
                    .isSolvedBy(action, "userTask_ResolveTechnicalCase")
                    .resolutionIsAccepted()
                    .changeIsProposed(false);
        }

        private Map<String, Object> approval(String answer) {
            return Map.of("approved", answer, "approvalReason", "As discussed");
        }

        private Map<String, Object> carriedOut(String answer) {
            return Map.of("carriedOut", answer, "failureReason", "Window is over", "resolution", "Credited");
        }

        private Map<String, Object> actionRecorded(boolean done) {
            return Map.of("actionCarriedOut", done, "resolutionProblem", done ? "" : "Window is over");
        }
    }

    @Nested
    class HandOff {

        @Test
        void whatLacksEvidenceCannotLeave() {
            var supportCase = handedOff().evidenceIs(false).waitsAt("userTask_CompleteEvidence");
            assertThat((List<?>) supportCase.variables().get("missingEvidence")).isNotEmpty();
            supportCase
                    .answer("userTask_CompleteEvidence", evidence("no"))
                    .work("casefile.recordEvidence", NOTHING)
                    .evidenceIs(true)
                    .waitsAt("serviceTask_DraftHandOff");
        }

        @Test
        void aHandOffCanBeGivenBackToItsDiagnosis() {
            handedOff()
                    .evidenceIs(false)
                    .answer("userTask_CompleteEvidence", evidence("yes"))
                    .work("casefile.recordEvidence", Map.of("handOffResult", "SENT_BACK"))
                    .waitsAt("serviceTask_CheckServiceHealth");
        }

        @Test
        void whatTheVendorSolvedIsToldInOurOwnWords() {
            var supportCase = filed();
            supportCase
                    .hearsOfTicket(HandOffMessages.VENDOR_TICKET_CLOSED, closed("SOLVED"))
                    .answer("userTask_RelayToCustomer", Map.of("ticketSolves", "yes", "relayText", "It works again"))
                    .work("casefile.recordRelay", Map.of("handOffResult", "SOLVED"))
                    .resolutionIsTold()
                    .waitsAt("gateway_AwaitCustomer");
            assertThat(supportCase.variables()).containsEntry("resolution", "It works again");
        }

        @Test
        void whatTheVendorClosedWithoutSolvingItIsDiagnosedAgainAndNotTold() {
            var supportCase = filed();
            supportCase
                    .hearsOfTicket(HandOffMessages.VENDOR_TICKET_CLOSED, closed("SOLVED"))
                    .answer("userTask_RelayToCustomer", Map.of("ticketSolves", "no"))
                    .work("casefile.recordRelay", Map.of("handOffResult", "NOT_SOLVED"))
                    .waitsAt("serviceTask_CheckServiceHealth");
        }

        @Test
        void whatTheVendorCouldNotSolveIsDiagnosedAgain() {
            filed().hearsOfTicket(HandOffMessages.VENDOR_TICKET_CLOSED, closed("NOT_SOLVED"))
                    .waitsAt("serviceTask_CheckServiceHealth");
        }

        @Test
        void aQuestionOfTheVendorIsAnsweredAndTheVendorAwaitedAgain() {
            asked().answer("userTask_AnswerVendor", answer("answered"))
                    .work("handoff.recordVendorAnswer", answerRecorded(false))
                    .work("handoff.sendAnswer", answerSent(true))
                    .waitsAt("gateway_AwaitVendor");
        }

        @Test
        void anAnswerThatTheDeskRefusesGoesBackWithItsReason() {
            var supportCase = asked().answer("userTask_AnswerVendor", answer("send"))
                    .work("handoff.recordVendorAnswer", answerRecorded(false))
                    .work("handoff.sendAnswer", answerSent(false))
                    .waitsAt("userTask_AnswerVendor");
            assertThat(supportCase.variables()).containsEntry("answerProblem", "No such ticket.");
        }

        @Test
        void whatOnlyTheCustomerKnowsIsAskedRemindedOfAndBroughtBackToWhoAnswers() {
            var supportCase = customerAsked();
            engine.letTimePass(Duration.ofHours(1).plus(Duration.ofDays(2)));
            supportCase
                    .work("casefile.remindCustomer", NOTHING)
                    .waitsAt("receiveTask_AwaitReply")
                    .hearsInTheWait(CaseMessages.CUSTOMER_REPLIED, Map.of("messageText", "Build 16"))
                    .work("casefile.recordReply", replied())
                    .waitsAt("userTask_AnswerVendor");
            assertThat(engine.onlyTask().variables())
                    .containsEntry("messageText", "Build 16")
                    .containsEntry("question", null)
                    .containsEntry("answerText", null);
        }

        @Test
        void aCustomerWhoStaysSilentEndsTheCase() {
            var supportCase = customerAsked();
            silent(supportCase, true).endedBy("endEvent_ClosedUnanswered");
        }

        @Test
        void aReplyAtTheLastMomentStillCounts() {
            silent(customerAsked(), false)
                    .work("casefile.recordReply", replied())
                    .waitsAt("userTask_AnswerVendor");
            assertThat(engine.onlyTask().variables()).containsEntry("messageText", "Build 16");
        }

        @Test
        void aTicketThatClosesTakesItsQuestionAway() {
            var supportCase = asked().hearsOfTicket(HandOffMessages.VENDOR_TICKET_CLOSED, closed("SOLVED"));
            supportCase.waitsAt("userTask_RelayToCustomer");
            assertThat(supportCase.interrupted()).contains("userTask_AnswerVendor");
        }

        @Test
        void aTicketThatClosesEndsTheWaitForTheCustomer() {
            var supportCase = customerAsked().hearsOfTicket(HandOffMessages.VENDOR_TICKET_CLOSED, closed("NOT_SOLVED"));
            supportCase.waitsAt("serviceTask_CheckServiceHealth");
            assertThat(supportCase.interrupted()).contains("receiveTask_AwaitReply");
        }

        @Test
        void questionsThatWaitedMakeNoTaskOnceTheirTicketIsClosed() {
            var supportCase = asked().hearsOfTicket(HandOffMessages.VENDOR_ASKED, question("Which region?"));
            supportCase
                    .answer("userTask_AnswerVendor", answer("answered"))
                    .work("handoff.recordVendorAnswer", answerRecorded(false))
                    .work("handoff.sendAnswer", answerSent(true))
                    .work("handoff.lookUpTicket", TicketInProcess.standing(true, false))
                    .waitsAt("gateway_AwaitVendor");
            supportCase
                    .hearsOfTicket(HandOffMessages.VENDOR_TICKET_CLOSED, closed("SOLVED"))
                    .waitsAt("userTask_RelayToCustomer");
        }

        /** Whatever else the form still holds from before the agent chose otherwise. */
        @ParameterizedTest
        @CsvSource(
                nullValues = "-",
                value = {"ask-customer, -, Which build?", "send, Build 16, -", "answered, Build 16, -"})
        void wordsForOneNeverReachTheOther(String way, String answer, String question) {
            var answers = new HashMap<>(answer(way));
            answers.put("answerText", "Build 16");
            answers.put("question", "Which build?");
            asked().answer("userTask_AnswerVendor", answers);
            assertThat(engine.awaitJob("handoff.recordVendorAnswer").variables())
                    .containsEntry("answerText", answer)
                    .containsEntry("question", question);
        }

        @Test
        void theNextQuestionBeginsWithAnEmptyForm() {
            asked().answer("userTask_AnswerVendor", answer("send"))
                    .work("handoff.recordVendorAnswer", answerRecorded(false))
                    .work("handoff.sendAnswer", answerSent(true))
                    .hearsOfTicket(HandOffMessages.VENDOR_ASKED, question("Which region?"))
                    .work("handoff.lookUpTicket", TicketInProcess.standing(false, false))
                    .waitsAt("userTask_AnswerVendor");
            assertThat(engine.onlyTask().variables())
                    .containsEntry("vendorQuestion", "Which region?")
                    .doesNotContainKeys("answerText", "answerWay", "question", "messageText", "answerProblem");
        }

        @Test
        void newsOfAnotherTicketOfTheCaseDoesNotReachThisOne() {
            var supportCase = filed();
            engine.publish(HandOffMessages.VENDOR_TICKET_CLOSED, NUMBER + "-T2", Duration.ofHours(1), closed("SOLVED"));
            supportCase.waitsAt("gateway_AwaitVendor");
        }

        private CaseInProcess handedOff() {
            return diagnosing().isDiagnosed("service-fault", "bug").diagnosisIsAccepted();
        }

        private CaseInProcess filed() {
            return handedOff()
                    .evidenceIs(true)
                    .handOffIsDrafted()
                    .answer("userTask_PrepareHandOff", ticket())
                    .work("handoff.openVendorTicket", Map.of("ticketReference", CaseInProcess.TICKET))
                    .waitsAt("gateway_AwaitVendor");
        }

        private CaseInProcess asked() {
            return filed().hearsOfTicket(HandOffMessages.VENDOR_ASKED, question("Which build?"))
                    .work("handoff.lookUpTicket", TicketInProcess.standing(false, false))
                    .waitsAt("userTask_AnswerVendor");
        }

        private CaseInProcess customerAsked() {
            var now = engine.now().truncatedTo(ChronoUnit.SECONDS);
            return asked().answer("userTask_AnswerVendor", answer("ask-customer"))
                    .work("handoff.recordVendorAnswer", answerRecorded(true))
                    .work(
                            "handoff.askCustomer",
                            Map.of(
                                    "replyDue",
                                    now.plus(Duration.ofDays(7)).toString(),
                                    "reminders",
                                    "R/%s/PT48H".formatted(now.plus(Duration.ofDays(2))),
                                    "waitKey",
                                    CaseInProcess.WAIT))
                    .waitsAt("receiveTask_AwaitReply");
        }

        private CaseInProcess silent(CaseInProcess supportCase, boolean closed) {
            engine.letTimePass(Duration.ofHours(1));
            for (int reminder = 1; reminder <= 3; reminder++) {
                engine.letTimePass(Duration.ofDays(2));
                supportCase.work("casefile.remindCustomer", NOTHING);
            }
            engine.letTimePass(Duration.ofDays(1));
            return supportCase.work("casefile.closeUnanswered", silence(closed));
        }

        private Map<String, Object> silence(boolean closed) {
            var silence = new HashMap<String, Object>(Map.of("nextStep", "nothing", "caseClosed", closed));
            silence.put("messageText", closed ? null : "Build 16");
            return silence;
        }

        private Map<String, Object> replied() {
            var replied = CaseInProcess.facts("technical", "critical");
            replied.put("agent", "nina");
            replied.put("question", null);
            replied.put("cause", null);
            return replied;
        }

        private Map<String, Object> question(String words) {
            return Map.of(
                    "vendorNumber",
                    "626112300000017",
                    "vendorQuestion",
                    words,
                    "statusThere",
                    "waits for us",
                    "lastContact",
                    "2026-11-20 09:00 UTC",
                    "waitReason",
                    "");
        }

        private Map<String, Object> ticket() {
            var answers = new HashMap<String, Object>();
            for (String each : List.of("ticketTitle", "ticketText", "vendorSeverity", "roundTheClock")) {
                answers.put(each, "filled in");
            }
            answers.put("diagnosticsConsent", "yes");
            answers.put("supportTopic", "32444667");
            for (String each : List.of("", "Email", "Phone", "Hours")) {
                answers.put("partnerContact" + each, "filled in");
            }
            return answers;
        }

        private Map<String, Object> closed(String result) {
            return Map.of("handOffResult", result, "vendorWords", "Fixed in build 16.0.99");
        }

        private Map<String, Object> answer(String way) {
            var answers = new HashMap<String, Object>();
            answers.put("answerWay", way);
            answers.put("answerText", way.equals("ask-customer") ? null : "Build 16");
            answers.put("question", way.equals("ask-customer") ? "Which build?" : null);
            return answers;
        }

        private Map<String, Object> answerRecorded(boolean customerNeeded) {
            var recorded = new HashMap<String, Object>(Map.of("answerProblem", "", "customerNeeded", customerNeeded));
            if (customerNeeded) {
                recorded.put("answerWay", null);
                recorded.put("answerText", null);
            }
            return recorded;
        }

        private Map<String, Object> answerSent(boolean sent) {
            return Map.of("answerSent", sent, "answerProblem", sent ? "" : "No such ticket.");
        }

        private Map<String, Object> evidence(String giveBack) {
            var answers = new HashMap<String, Object>();
            for (String each : List.of("stepsTried", "roleUsed", "affectedScope", "impact", "reproduction")) {
                answers.put(each, "filled in");
            }
            answers.put("otherCustomers", null);
            answers.put("commercialFacts", null);
            answers.put("giveBack", giveBack);
            return answers;
        }
    }

    @Nested
    class VendorTicket {

        @Test
        void openedAtADeskItNeedsNobodyUntilItIsClosedThere() {
            watched()
                    .changed()
                    .lookedUp(false, false)
                    .waitsAt("event_TicketChanged")
                    .changed()
                    .lookedUp(true, false)
                    .endedBy("endEvent_ClosedAtDesk");
        }

        @Test
        void aDeskThatIsAwayForTooLongIsLookedAtByAPerson() {
            watched()
                    .changed()
                    .lookedUp(false, true)
                    .waitsAt("userTask_FollowTicket")
                    .news("solved", true)
                    .endedBy("endEvent_TicketClosed");
        }

        @Test
        void whatIsClosedAtItsDeskNeedsNoPersonAnyMore() {
            var ticket = watched().changed().lookedUp(false, true).waitsAt("userTask_FollowTicket");
            ticket.changed().newsShown(true).endedBy("endEvent_TicketEnded");
            assertThat(ticket.interrupted()).containsExactly("userTask_FollowTicket");
        }

        @Test
        void newsAreShownToWhoeverFollowsWithoutTakingTheTaskAway() {
            var ticket = followed();
            ticket.changed().newsShown(false).changed().newsShown(false).waitsAt("userTask_FollowTicket");
            assertThat(ticket.interrupted()).isEmpty();
            ticket.news("solved", true).endedBy("endEvent_TicketClosed");
        }

        @Test
        void newsThatCameWhileOthersWereEnteredAreShownAfterwards() {
            var ticket = followed().answer("userTask_FollowTicket", Map.of("newsKind", "note", "newsText", "Nothing"));
            ticket.changed()
                    .work("handoff.recordNews", Map.of("ticketClosed", false))
                    .lookedUp()
                    .newsShown(true)
                    .endedBy("endEvent_TicketEnded");
        }

        @Test
        void whatADeskRefusesIsOpenedByAPersonWhoSeesWhy() {
            var ticket = TicketInProcess.started(engine)
                    .lookedUp()
                    .openedAtDesk(null, "The topic is not known.")
                    .waitsAt("userTask_FileTicket");
            assertThat(ticket.variables()).containsEntry("deskProblem", "The topic is not known.");
        }

        @Test
        void isFiledAndFollowedUntilItIsClosedThere() {
            followed()
                    .news("note", false)
                    .lookedUp()
                    .waitsAt("userTask_FollowTicket")
                    .news("solved", true)
                    .endedBy("endEvent_TicketClosed");
        }

        @Test
        void aSecondStartForTheSameTicketStartsNothing() {
            prepared();
            engine.publish(HandOffMessages.TICKET_PREPARED, CaseInProcess.TICKET, Duration.ZERO, TicketInProcess.START);
            assertThat(engine.journal().instancesOf("vendor-ticket")).hasSize(1);
        }

        @Test
        void aCaseThatEndsHasItsTicketClosedByItsDesk() {
            var ticket = watched().cancelled().closedAtDesk(true);
            ticket.endedBy("endEvent_TicketClosedThere");
            assertThat(ticket.interrupted()).containsExactly("event_TicketChanged");
        }

        @Test
        void aCaseThatEndsHasItsTicketClosedByAPersonWhereThereIsNoDesk() {
            var ticket = followed();
            ticket.cancelled()
                    .closedAtDesk(false)
                    .lookedUp()
                    .answer("userTask_CloseTicket", Map.of("closedThere", "closed"))
                    .work("handoff.recordClosing", NOTHING)
                    .endedBy("endEvent_TicketWithdrawn");
            assertThat(ticket.interrupted()).containsExactly("userTask_FollowTicket");
        }

        @Test
        void aCaseThatEndsBeforeTheNumberIsKnownStillAsksAPerson() {
            prepared().cancelled().closedAtDesk(false).lookedUp().waitsAt("userTask_CloseTicket");
        }

        @Test
        void aCaseThatEndsBeforeTheTicketStartedIsNotMissed() {
            engine.publish(HandOffMessages.TICKET_CANCELLED, CaseInProcess.TICKET, Duration.ofHours(1), NOTHING);
            TicketInProcess.started(engine).waitsAt("serviceTask_CloseAtDesk");
        }

        private TicketInProcess prepared() {
            return TicketInProcess.started(engine)
                    .lookedUp()
                    .openedAtDesk(null, "")
                    .waitsAt("userTask_FileTicket");
        }

        private TicketInProcess watched() {
            return TicketInProcess.started(engine)
                    .lookedUp()
                    .openedAtDesk("626112300000017", "")
                    .waitsAt("event_TicketChanged");
        }

        private TicketInProcess followed() {
            return prepared().filed("626112300000017").waitsAt("userTask_FollowTicket");
        }
    }

    @Nested
    class Confirmation {

        @Test
        void aProblemThatIsNotSolvedIsDiagnosedAgain() {
            resolved().customerAnswers().answerMeansSolved(false).waitsAt("serviceTask_CheckServiceHealth");
        }

        @Test
        void theCaseClosesWhenTheTimeToConfirmIsOverAndNotBefore() {
            var supportCase = resolved();
            engine.letTimePass(TIME_TO_CONFIRM.minusHours(1));
            supportCase.work("casefile.remindOfClosing", NO_MORE_REMINDERS).waitsAt("gateway_AwaitCustomer");
            engine.letTimePass(Duration.ofHours(2));
            supportCase
                    .answerMeansSolved(true)
                    .wentThrough("event_ConfirmationTimeOver", "serviceTask_RecordAnswer")
                    .endedBy("endEvent_CaseClosed");
        }

        @Test
        void theCaseIsWaitedOnWhileItsCustomerIsStillBeingHeard() {
            var supportCase = resolved();
            engine.letTimePass(TIME_TO_CONFIRM.minusHours(1));
            supportCase.work("casefile.remindOfClosing", NO_MORE_REMINDERS);
            engine.letTimePass(Duration.ofHours(2));
            var later = engine.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
            supportCase
                    .work("casefile.recordAnswer", Map.of("settlement", "put-off", "confirmationDue", later.toString()))
                    .waitsAt("gateway_AwaitCustomer");
            engine.letTimePass(Duration.ofDays(1));
            supportCase.answerMeansSolved(true).endedBy("endEvent_CaseClosed");
        }

        @Test
        void anAnswerForAnotherCaseDoesNotReachThisOne() {
            var supportCase = resolved();
            engine.publish(CaseMessages.CUSTOMER_ANSWERED, "CW-2026-000043:1", Duration.ZERO, NOTHING);
            supportCase.waitsAt("gateway_AwaitCustomer");
        }

        /** One that came while the question before it waited, and that the engine kept. */
        @Test
        void aWordForAnEarlierWaitDoesNotEndThisOne() {
            var supportCase = resolved();
            engine.publish(CaseMessages.CUSTOMER_ANSWERED, NUMBER + ":0", Duration.ofHours(1), NOTHING);
            engine.publish(CaseMessages.CUSTOMER_ANSWERED, NUMBER, Duration.ofHours(1), NOTHING);
            supportCase.waitsAt("gateway_AwaitCustomer");
        }

        @Test
        void aReopenedCaseGoesOnWithItsDiagnosis() {
            CaseInProcess.startedBy(engine, CaseMessages.CASE_REOPENED, PROCESS, Map.of("caseNumber", NUMBER))
                    .work("casefile.reopenCase", CaseInProcess.facts("technical", "critical"))
                    .waitsAt("serviceTask_CheckServiceHealth");
        }
    }

    @Nested
    class AtAnyTime {

        @Test
        void aWithdrawalEndsTheCaseWhileItIsDiagnosed() {
            var supportCase = diagnosing();
            supportCase.requestIsWithdrawn().endedBy("endEvent_CaseWithdrawn");
            assertThat(supportCase.interrupted()).containsExactly("userTask_DiagnoseCase");
        }

        @Test
        void aWithdrawalEndsTheCaseWhileTheCustomerIsAwaited() {
            var supportCase = resolved();
            supportCase.requestIsWithdrawn().endedBy("endEvent_CaseWithdrawn");
            assertThat(supportCase.interrupted()).containsExactly("gateway_AwaitCustomer");
        }

        @Test
        void theEndOfACaseEndsAllOfItsProcess() {
            var supportCase = resolved().hears(CaseMessages.SEVERITY_CHANGED, NOTHING);
            supportCase.customerAnswers().answerMeansSolved(true).endedBy("endEvent_CaseClosed");
            assertThat(supportCase.interrupted()).containsExactly("serviceTask_ReplanCase");
        }

        @Test
        void aNewSeverityRefreshesTheFactsAndInterruptsNothing() {
            var supportCase = diagnosing()
                    .hears(CaseMessages.SEVERITY_CHANGED, NOTHING)
                    .work("casefile.replanCase", CaseInProcess.facts("technical", "minimal"))
                    .waitsAt("userTask_DiagnoseCase");
            assertThat(supportCase.variables()).containsEntry("priority", 60);
        }
    }

    private static final Map<String, Object> NO_MORE_REMINDERS = Collections.singletonMap("closingReminderAt", null);

    private CaseInProcess diagnosing() {
        return received(engine).isTakenIn().isLookedUp().waitsAt("userTask_DiagnoseCase");
    }

    private CaseInProcess resolving() {
        return diagnosing().isDiagnosed("settings").diagnosisIsAccepted().waitsAt("userTask_ResolveTechnicalCase");
    }

    private CaseInProcess resolved() {
        return resolving().isSolved().resolutionIsAccepted().resolutionIsTold();
    }
}
