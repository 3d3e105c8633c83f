package io.casewright.casefile.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.ConfirmResolution;
import io.casewright.casefile.application.FindCases;
import io.casewright.casefile.application.Overtaken;
import io.casewright.casefile.application.ReceiveMessage;
import io.casewright.casefile.application.WithdrawCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.CustomerAnswer;
import io.casewright.casefile.domain.Evidence;
import io.casewright.casefile.domain.Severity;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.casefile.persistence.EvidenceStore;
import io.casewright.message.Messages;
import io.casewright.platform.engine.FormChoice;
import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.simulator.SubscriptionSimulator;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.RecordingEngine;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@CasewrightTest
class WorkersTests {

    @Autowired
    CaseDesk desk;

    @Autowired
    FindCases cases;

    @Autowired
    ConfirmResolution confirmResolution;

    @Autowired
    WithdrawCase withdrawCase;

    @Autowired
    LogCallWorker logCall;

    @Autowired
    RegisterCaseWorker registerCase;

    @Autowired
    RecordDiagnosisWorker recordDiagnosis;

    @Autowired
    RecordResolutionWorker recordResolution;

    @Autowired
    ProposeChangeWorker proposeChange;

    @Autowired
    RecordAnswerWorker recordAnswer;

    @Autowired
    RecordApprovalWorker recordApproval;

    @Autowired
    RecordActionWorker recordAction;

    @Autowired
    PerformActionWorker performAction;

    @Autowired
    MicrosoftSimulator microsoft;

    @Autowired
    ReplanCaseWorker replanCase;

    @Autowired
    TakeUpMessageWorker takeUpMessage;

    @Autowired
    ReceiveMessage receiveMessage;

    @Autowired
    Messages messages;

    @Autowired
    io.casewright.casefile.application.ReplanCase reassess;

    @Autowired
    EvidenceStore evidence;

    @Autowired
    RecordingEngine engine;

    @Autowired
    ApprovalCheck approvalCheck;

    private static void isOvertaken(ThrowingCallable step, String reason) {
        assertThatThrownBy(step).isInstanceOf(Overtaken.class).hasMessageContaining(reason);
    }

    @Nested
    class LogCall {

        @Test
        void makesACaseAndClearsWhatTheCaseNowHolds() {
            var output = logCall.logCall(job("serviceTask_LogCall"), aCall("contoso.example", "it@contoso.example"));
            assertThat(output.callAccepted()).isTrue();
            assertThat(output.contactEmail()).isNull();
            assertThat(output.description()).isNull();
            assertThat(statusOf(new CaseNumber(output.caseNumber()))).isEqualTo(CaseStatus.RECEIVED);
        }

        @ParameterizedTest
        @CsvSource({
            "nobody.example, it@contoso.example, Customer",
            "contoso.example, it@fabrikam.example, e-mail address",
            "contoso.example, nonsense, e-mail address",
            ", , Customer"
        })
        void tellsTheAgentWhatIsWrong(String customer, String email, String field) {
            var output = logCall.logCall(job("serviceTask_LogCall"), aCall(customer, email));
            assertThat(output.callAccepted()).isFalse();
            assertThat(output.callProblem()).contains(field);
            assertThat(output.contactEmail()).isEqualTo(email);
        }

        @Test
        void runTwiceMakesOneCase() throws Exception {
            runsTwiceLikeOnce(
                    "serviceTask_LogCall", job -> logCall.logCall(job, aCall("contoso.example", "it@contoso.example")));
        }

        private LogCallWorker.Input aCall(String customer, String email) {
            return new LogCallWorker.Input(
                    customer, "Ida Toivonen", email, null, "Invoice twice", "Two lines", null, "minimal", "4");
        }
    }

    @Nested
    class RegisterCase {

        @Test
        void givesTheFormsWhatTheyShow() {
            var number = desk.received();
            var facts = registerCase.registerCase(
                    job("serviceTask_RegisterCase"), new RegisterCaseWorker.Input(number.value()));
            assertThat(facts.customerName()).isEqualTo("Contoso");
            assertThat(facts.queue()).isEqualTo("first-line");
            assertThat(facts.priority()).isEqualTo(90);
            assertThat(facts.taskDue()).isEqualTo(caseOf(number).receivedAt().plusSeconds(30 * 60));
            assertThat(statusOf(number)).isEqualTo(CaseStatus.RECEIVED);
            assertThat(caseOf(number).processInstanceKey()).isPresent();
        }

        @Test
        void runTwiceRegistersOnce() throws Exception {
            var number = desk.received();
            runsTwiceLikeOnce(
                    "serviceTask_RegisterCase",
                    job -> registerCase.registerCase(job, new RegisterCaseWorker.Input(number.value())));
            assertThat(timelineOf(number)).containsExactly(TimelineEntry.Kind.RECEIVED, TimelineEntry.Kind.REGISTERED);
        }

        @Test
        void aCaseWithdrawnMeanwhileStaysWithdrawn() {
            var number = desk.received();
            withdrawCase.withdraw(number, null, "portal");
            registerCase.registerCase(job("serviceTask_RegisterCase"), new RegisterCaseWorker.Input(number.value()));
            assertThat(statusOf(number)).isEqualTo(CaseStatus.WITHDRAWN);
        }

        @Test
        void aSecondProcessForTheSameCaseIsRefused() {
            var number = desk.diagnosing();
            assertThatThrownBy(() -> registerCase.registerCase(
                            job("serviceTask_RegisterCase"), new RegisterCaseWorker.Input(number.value())))
                    .hasMessageContaining(number.value())
                    .hasMessageContaining("DIAGNOSING");
        }
    }

    @Nested
    class RecordDiagnosis {

        @Test
        void sendsTheCaseToItsSpecialists() {
            var number = desk.diagnosing();
            var output = recordDiagnosis.recordDiagnosis(
                    job("serviceTask_RecordDiagnosis"), answer(number, "billing", "Double line"));
            assertThat(output.handedOver()).isFalse();
            assertThat(output.facts().queue()).isEqualTo("billing");
            assertThat(output.facts().priority()).isEqualTo(20);
            assertThat(statusOf(number)).isEqualTo(CaseStatus.RESOLVING);
        }

        @ParameterizedTest
        @CsvSource({"billing, ' ', Findings", "refund, text, Category", ", text, Category"})
        void refusesWhatTheFormShouldNotHaveSent(String category, String findings, String field) {
            var number = desk.diagnosing();
            isOvertaken(() -> recordDiagnosis.recordDiagnosis(job("e"), answer(number, category, findings)), field);
            assertThat(statusOf(number)).isEqualTo(CaseStatus.DIAGNOSING);
        }

        @Test
        void comesBackToWhoeverDiagnosedUnlessItIsForAnotherQueue() {
            var mine = recordDiagnosis.recordDiagnosis(job("e"), answer(desk.diagnosing(), "billing", "Found"));
            assertThat(mine.agent()).isEqualTo("agent");
            var handedOver = recordDiagnosis.recordDiagnosis(
                    job("e"), answer(desk.diagnosing(), "billing", "Found", null, "technical"));
            assertThat(handedOver.agent()).isNull();
        }

        @Test
        void refusesOneCharacterTooMany() {
            var number = desk.diagnosing();
            isOvertaken(
                    () -> recordDiagnosis.recordDiagnosis(job("e"), answer(number, "billing", "x".repeat(2001))),
                    "at most 2000 characters, these are 2001");
        }

        @Test
        void refusesForACaseThatIsWithdrawnMeanwhile() {
            var number = desk.diagnosing();
            withdrawCase.withdraw(number, null, "portal");
            isOvertaken(
                    () -> recordDiagnosis.recordDiagnosis(job("e"), answer(number, "billing", "late")), "WITHDRAWN");
        }

        @Test
        void runTwiceRecordsOnce() throws Exception {
            var number = desk.diagnosing();
            runsTwiceLikeOnce(
                    "serviceTask_RecordDiagnosis",
                    job -> recordDiagnosis.recordDiagnosis(job, answer(number, "technical", "A loop")));
            assertThat(timelineOf(number)).containsOnlyOnce(TimelineEntry.Kind.DIAGNOSED);
        }

        @ParameterizedTest
        @CsvSource({
            "known-issue, WAITING_FOR_SERVICE_INCIDENT",
            "resolve, RESOLVING",
            "hand-off, HANDED_OFF",
            "ask, DIAGNOSING",
            "nothing, DIAGNOSING"
        })
        void bringsTheCaseToWhatComesNext(String nextStep, CaseStatus status) {
            var number = desk.diagnosing();
            var output = recordDiagnosis.recordDiagnosis(job("e"), answer(number, "billing", "Found", nextStep, null));
            assertThat(output.nextStep()).isEqualTo(nextStep);
            assertThat(statusOf(number)).isEqualTo(status);
        }

        @Test
        void refusesADiagnosisThatLeadsNowhere() {
            var number = desk.diagnosing();
            isOvertaken(
                    () -> recordDiagnosis.recordDiagnosis(job("e"), answer(number, "billing", "Found", null, null)),
                    "Cause");
        }

        @Test
        void keepsWhatWasTriedAsEvidenceUnderItsRole() {
            var number = desk.diagnosing();
            recordDiagnosis.recordDiagnosis(job("e"), answer(number, "technical", "A loop"));
            assertThat(evidence.findByCaseIdOrderById(caseOf(number).id()))
                    .singleElement()
                    .satisfies(each -> {
                        assertThat(each.kind()).isEqualTo(Evidence.Kind.TROUBLESHOOTING);
                        assertThat(each.role()).isEqualTo("Exchange Administrator");
                        assertThat(each.recordedBy()).isEqualTo("agent");
                    });
        }

        @Test
        void handsTheCaseToAnotherQueueWithWhatWasFound() {
            var number = desk.diagnosing();
            var output = recordDiagnosis.recordDiagnosis(
                    job("e"), answer(number, null, "Looks like an invoice", null, "billing"));
            assertThat(output.handedOver()).isTrue();
            assertThat(output.handTo()).isNull();
            assertThat(output.facts().queue()).isEqualTo("billing");
            assertThat(caseOf(number).findings()).contains("Looks like an invoice");
        }

        private RecordDiagnosisWorker.Input answer(CaseNumber number, String category, String findings) {
            return answer(number, category, findings, "resolve", null);
        }

        private RecordDiagnosisWorker.Input answer(
                CaseNumber number, String category, String findings, String nextStep, String handTo) {
            return new RecordDiagnosisWorker.Input(
                    number.value(),
                    category,
                    "minimal",
                    null,
                    findings,
                    "Read the trace",
                    "Exchange Administrator",
                    null,
                    null,
                    null,
                    null,
                    null,
                    "EX900001",
                    "Which users?",
                    "Please turn to the maker.",
                    handTo,
                    null,
                    null,
                    new DiagnosisCourse(nextStep, null));
        }
    }

    @Nested
    class RecordResolution {

        @Test
        void needsNobodyElseForWhatCostsNothing() {
            var number = desk.resolving();
            var output = recordResolution.recordResolution(job("e"), plan(number, "instruct", null, "Done"));
            assertThat(output.cost()).isZero();
            assertThat(output.changeChosen()).isFalse();
            assertThat(output.workSolved()).isTrue();
        }

        @ParameterizedTest
        @CsvSource({"instruct, ' ', Words", ", Done, Action"})
        void refusesAnIncompletePlan(String action, String words, String field) {
            var number = desk.resolving();
            isOvertaken(() -> recordResolution.recordResolution(job("e"), plan(number, action, null, words)), field);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                1.240,00 | 1240.00
                1,240.00 | 1240.00
                12,5     | 12.5
                         | 0
                """)
        void saysWhatItCostsAsANumber(@Nullable String typed, BigDecimal cost) {
            var output = recordResolution.recordResolution(
                    job("e"),
                    new RecordResolutionWorker.Input(
                            desk.resolving().value(),
                            new PlanAnswers("credit", "Line 2", typed, "Done", null, null, null, null),
                            null));
            assertThat(output.cost()).isEqualByComparingTo(cost);
        }

        /** The model of before asks for it, and its default lets a case go. */
        @Test
        void tellsACaseOnAnOlderModelThatASecondPersonIsNeeded() {
            var output = recordResolution.recordResolution(
                    job("e"),
                    new RecordResolutionWorker.Input(
                            desk.resolving().value(),
                            new PlanAnswers("credit", "Line 2", "12", "Done", null, null, null, null),
                            new Approval(true, "Costs money.")));
            assertThat(output.approvalNeeded()).isTrue();
        }

        @Test
        void givesTheCaseBackToItsDiagnosis() {
            var number = desk.resolving();
            var output = recordResolution.recordResolution(
                    job("e"), plan(number, "back-to-diagnosis", null, "Another cause"));
            assertThat(output.workSolved()).isFalse();
        }

        @Test
        void theReasonToGoBackIsToldApartFromTheWordsForTheCustomer() {
            var number = desk.resolving();
            recordResolution.recordResolution(
                    job("e"),
                    new RecordResolutionWorker.Input(
                            number.value(),
                            new PlanAnswers(
                                    "back-to-diagnosis",
                                    null,
                                    null,
                                    "We switched it off",
                                    null,
                                    null,
                                    null,
                                    "They never pay"),
                            null));
            assertThat(cases.timelineOf(number).orElseThrow().getLast().text()).isEqualTo("They never pay");
        }

        @Test
        void runTwiceProposesOnce() throws Exception {
            var number = desk.resolving();
            runsTwiceLikeOnce(
                    "serviceTask_ProposeChange",
                    job -> proposeChange.proposeChange(job, proposal(number, "credit", "Credit line 2")));
            assertThat(timelineOf(number)).containsOnlyOnce(TimelineEntry.Kind.PROPOSED);
        }

        @Test
        void refusesWhatNeedsASecondPersonWhenNobodyProposesIt() {
            var number = desk.resolving();
            engine.agentIs(null);
            try {
                isOvertaken(
                        () -> proposeChange.proposeChange(job("e"), proposal(number, "credit", "Credit line 2")),
                        "Assign the task to yourself");
            } finally {
                engine.agentIs("agent");
            }
        }
    }

    @Nested
    class PerformAction {

        @Test
        void whatIsPerformedIsPutIntoWordsWithoutAskingWhetherItTookEffect() {
            var number = approved("add-seats", 7);
            var output = performAction.performAction(job("e"), new PerformActionWorker.Input(number.value()));
            assertThat(output.performOutcome()).isEqualTo("performed");
            assertThat(output.actionPerformed()).isTrue();
            assertThat(output.resolutionProblem()).isEmpty();
            var report = recordAction.recordAction(
                    job("e"), new RecordActionWorker.Input(number.value(), null, "You have 7 seats.", null));
            assertThat(report.actionCarriedOut()).isTrue();
        }

        @Test
        void whatIsRefusedLeadsBackWithItsReason() {
            var number = approved("reduce-seats", 3);
            var output = performAction.performAction(job("e"), new PerformActionWorker.Input(number.value()));
            assertThat(output.performOutcome()).isEqualTo("refused");
            assertThat(output.resolutionProblem()).contains("Schedule the number for the next term");
        }

        @Test
        void aSubscriptionThatWasNotOfferedIsLeftToAPerson() {
            var output =
                    proposeChange.proposeChange(job("e"), change(desk.resolving(), "add-seats", 7, "6e7a", "another"));
            assertThat(output.systemCanAct()).isFalse();
            assertThat(output.plannedChange()).isEmpty();
        }

        private CaseNumber approved(String action, int seats) {
            var number = desk.resolving();
            String id = microsoft.subscriptions().add(SubscriptionSimulator.CONTOSO, "Visio Plan 1", 5, null, null);
            var change = change(number, action, seats, id, id);
            assertThat(recordResolution
                            .recordResolution(
                                    job("e"), new RecordResolutionWorker.Input(number.value(), change.answers(), null))
                            .changeChosen())
                    .isTrue();
            var output = proposeChange.proposeChange(job("e"), change);
            assertThat(output.systemCanAct()).isTrue();
            assertThat(output.plannedChange()).isEqualTo("Visio Plan 1, then %d seats".formatted(seats));
            engine.agentIs("manager");
            try {
                recordApproval.recordApproval(job("e"), new RecordApprovalWorker.Input(number.value(), "yes", null));
            } finally {
                engine.agentIs("agent");
            }
            return number;
        }

        private ProposeChangeWorker.Input change(
                CaseNumber number, String action, int seats, String chosen, String offered) {
            return new ProposeChangeWorker.Input(
                    number.value(),
                    new PlanAnswers(
                            action,
                            "As the customer asks",
                            null,
                            "Done",
                            chosen,
                            String.valueOf(seats),
                            List.of(new FormChoice("Visio Plan 1", offered)),
                            null),
                    new Approval(true, "Costs money."));
        }
    }

    @Nested
    class FourEyes {

        @Test
        void whoProposedItCannotApproveIt() {
            var number = proposed();
            var answer = new RecordApprovalWorker.Input(number.value(), "yes", null);
            assertThat(approvalCheck.problemWith(answer, "agent").orElseThrow()).contains("yourself");
            assertThat(approvalCheck.problemWith(answer, "manager")).isEmpty();
            isOvertaken(() -> approve(number, "yes", "agent"), "yourself");
        }

        @Test
        void somebodyElseApprovesAndItIsCarriedOut() throws Exception {
            var number = proposed();
            assertThat(approve(number, "yes", "manager").actionApproved()).isTrue();
            runsTwiceLikeOnce(
                    "serviceTask_RecordAction",
                    job -> recordAction.recordAction(
                            job, new RecordActionWorker.Input(number.value(), "yes", "It is done.", null)));
            assertThat(timelineOf(number)).containsOnlyOnce(TimelineEntry.Kind.CARRIED_OUT);
        }

        @Test
        void aRefusalNeedsAReasonAndLeadsBackWithIt() {
            var number = proposed();
            isOvertaken(() -> approve(number, "no", "manager"), "Reason");
            var output = approveBecause(number, "no", "Too dear", "manager");
            assertThat(output.actionApproved()).isFalse();
            assertThat(output.resolutionProblem()).isEqualTo("Too dear");
        }

        @Test
        void nobodysDecisionDoesNotCount() {
            var number = proposed();
            isOvertaken(() -> approve(number, "yes", null), "Nobody who is logged in");
        }

        @Test
        void anActionThatFailedLeadsBackWithItsReason() {
            var number = proposed();
            approve(number, "yes", "manager");
            var output = recordAction.recordAction(
                    job("e"), new RecordActionWorker.Input(number.value(), "no", null, "Window is over"));
            assertThat(output.actionCarriedOut()).isFalse();
            assertThat(output.resolutionProblem()).isEqualTo("Window is over");
        }

        private CaseNumber proposed() {
            var number = desk.resolving();
            proposeChange.proposeChange(job("e"), proposal(number, "credit", "Credit line 2"));
            return number;
        }

        private RecordApprovalWorker.Output approve(CaseNumber number, String answer, String person) {
            return approveBecause(number, answer, null, person);
        }

        private RecordApprovalWorker.Output approveBecause(
                CaseNumber number, String answer, String reason, String person) {
            engine.agentIs(person);
            try {
                return recordApproval.recordApproval(
                        job("e"), new RecordApprovalWorker.Input(number.value(), answer, reason));
            } finally {
                engine.agentIs("agent");
            }
        }
    }

    private static ProposeChangeWorker.Input proposal(CaseNumber number, String action, @Nullable String detail) {
        return new ProposeChangeWorker.Input(
                number.value(),
                new PlanAnswers(action, detail, "1.240,00", "Done", null, null, null, null),
                new Approval(true, "Costs money."));
    }

    private static RecordResolutionWorker.Input plan(CaseNumber number, String action, String detail, String words) {
        return new RecordResolutionWorker.Input(
                number.value(), new PlanAnswers(action, detail, null, words, null, null, null, words), null);
    }

    @Nested
    class ReplanCase {

        @Test
        void plansTheOpenTasksByTheNewSeverity() {
            var number = desk.diagnosing();
            reassess.reassess(number, Severity.CRITICAL, "portal");
            var job = job("serviceTask_ReplanCase");
            var facts = replanCase.replanCase(job, new ReplanCaseWorker.Input(number.value()));
            assertThat(facts.priority()).isEqualTo(90);
            assertThat(engine.replanned()).containsEntry(job.getProcessInstanceKey(), facts);
        }
    }

    @Nested
    class ReadMessage {

        @Test
        void showsTheMessageAndTheCaseAsItIs() {
            var number = desk.resolving();
            receiveMessage.receive(number, "It is worse now", "portal", "one");
            long id = messages.of(number.value()).getLast().id();
            var shown = takeUpMessage.takeUpMessage(
                    job("serviceTask_TakeUpMessage"), new TakeUpMessageWorker.Input(number.value(), id));
            assertThat(shown.reader()).isEqualTo("own-task");
            assertThat(shown.messages().queue()).isEqualTo("technical");
            assertThat(shown.messages().messageText()).isEqualTo("It is worse now");
            assertThat(shown.messages().caseStatus()).isEqualTo("Being resolved");
            assertThat(shown.messages().seenSeverity()).isEqualTo("critical");
        }

        @Test
        void aMessageOfAnotherCaseIsNotShown() {
            var number = desk.resolving();
            receiveMessage.receive(number, "It is worse now", "portal", "one");
            long id = messages.of(number.value()).getLast().id();
            var other = desk.resolving().value();
            assertThatThrownBy(() -> takeUpMessage.takeUpMessage(
                            job("serviceTask_TakeUpMessage"), new TakeUpMessageWorker.Input(other, id)))
                    .hasMessageContaining("no message");
        }
    }

    @Nested
    class RecordAnswer {

        @Test
        void closesWhenTheCustomerConfirmedOrStaysSilent() {
            var confirmed = desk.resolved();
            confirmResolution.confirm(confirmed, CustomerAnswer.SOLVED, "portal");
            var silent = desk.resolved();
            for (var number : List.of(confirmed, silent)) {
                assertThat(settle(number)).isTrue();
                assertThat(statusOf(number)).isEqualTo(CaseStatus.CLOSED);
            }
        }

        @Test
        void goesBackWhenItDidNotHelpEvenIfTheTimeIsOver() {
            var number = desk.resolved();
            confirmResolution.confirm(number, CustomerAnswer.NOT_SOLVED, "portal");
            assertThat(settle(number)).isFalse();
            assertThat(statusOf(number)).isEqualTo(CaseStatus.DIAGNOSING);
        }

        @Test
        void runTwiceReopensOnce() throws Exception {
            var number = desk.resolved();
            confirmResolution.confirm(number, CustomerAnswer.NOT_SOLVED, "portal");
            runsTwiceLikeOnce(
                    "serviceTask_RecordAnswer",
                    job -> recordAnswer.recordAnswer(job, new RecordAnswerWorker.Input(number.value(), null)));
            assertThat(timelineOf(number)).containsOnlyOnce(TimelineEntry.Kind.REOPENED);
        }

        private boolean settle(CaseNumber number) {
            return recordAnswer
                    .recordAnswer(job("serviceTask_RecordAnswer"), new RecordAnswerWorker.Input(number.value(), null))
                    .problemSolved();
        }
    }

    /**
     * The engine may hand out a job again: while the first worker still runs, or after it committed and before it said so.
     * Either way every run that returns gives the same answer; of two at once the loser may fail and is tried again.
     */
    private static <T> void runsTwiceLikeOnce(String elementId, Function<ActivatedJob, T> worker) throws Exception {
        var step = CaseDesk.step(elementId);
        Callable<T> run = () -> worker.apply(CaseDesk.jobOf(step));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = executor.invokeAll(List.of(run, run, run));
            T afterwards = run.call();
            assertThat(run.call()).isEqualTo(afterwards);
            for (var each : runs) {
                try {
                    assertThat(each.get()).isEqualTo(afterwards);
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(org.springframework.dao.DataAccessException.class);
                }
            }
        }
    }

    /** As the client sends them to the engine. */
    private static ActivatedJob job(String elementId) {
        return CaseDesk.jobOf(CaseDesk.step(elementId));
    }

    private io.casewright.casefile.domain.SupportCase caseOf(CaseNumber number) {
        return cases.byNumber(number).orElseThrow();
    }

    private CaseStatus statusOf(CaseNumber number) {
        return caseOf(number).status();
    }

    private List<TimelineEntry.Kind> timelineOf(CaseNumber number) {
        return cases.timelineOf(number).orElseThrow().stream()
                .map(TimelineEntry::kind)
                .toList();
    }
}
