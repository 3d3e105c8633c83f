package io.casewright.casefile.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.ConfirmResolution;
import io.casewright.casefile.application.FindCases;
import io.casewright.casefile.application.WithdrawCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.CustomerAnswer;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CasewrightTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
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
    RecordAnswerWorker recordAnswer;

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
                    customer, "Ida Toivonen", email, null, "Invoice twice", "Two lines", null, "minimal", 4);
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
            assertThat(statusOf(number)).isEqualTo(CaseStatus.DIAGNOSING);
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
            assertThat(output.diagnosisAccepted()).isTrue();
            assertThat(output.facts().queue()).isEqualTo("billing");
            assertThat(output.facts().priority()).isEqualTo(20);
            assertThat(statusOf(number)).isEqualTo(CaseStatus.RESOLVING);
        }

        @ParameterizedTest
        @CsvSource({"billing, ' ', Findings", "refund, text, Category", ", text, Category"})
        void refusesWhatTheFormShouldNotHaveSent(String category, String findings, String field) {
            var number = desk.diagnosing();
            var output = recordDiagnosis.recordDiagnosis(
                    job("serviceTask_RecordDiagnosis"), answer(number, category, findings));
            assertThat(output.diagnosisAccepted()).isFalse();
            assertThat(output.diagnosisProblem()).contains(field);
            assertThat(statusOf(number)).isEqualTo(CaseStatus.DIAGNOSING);
        }

        @Test
        void refusesOneCharacterTooMany() {
            var number = desk.diagnosing();
            assertThat(recordDiagnosis
                            .recordDiagnosis(job("e"), answer(number, "billing", "x".repeat(4001)))
                            .diagnosisProblem())
                    .contains("4000", "4001");
        }

        @Test
        void refusesForACaseThatIsWithdrawnMeanwhile() {
            var number = desk.diagnosing();
            withdrawCase.withdraw(number, null, "portal");
            assertThat(recordDiagnosis
                            .recordDiagnosis(job("e"), answer(number, "billing", "late"))
                            .diagnosisProblem())
                    .contains("WITHDRAWN");
        }

        @Test
        void runTwiceRecordsOnce() throws Exception {
            var number = desk.diagnosing();
            runsTwiceLikeOnce(
                    "serviceTask_RecordDiagnosis",
                    job -> recordDiagnosis.recordDiagnosis(job, answer(number, "technical", "A loop")));
            assertThat(timelineOf(number)).containsOnlyOnce(TimelineEntry.Kind.DIAGNOSED);
        }

        private RecordDiagnosisWorker.Input answer(CaseNumber number, String category, String findings) {
            return new RecordDiagnosisWorker.Input(number.value(), category, "minimal", findings);
        }
    }

    @Nested
    class RecordResolution {

        @Test
        void letsTheTimeToConfirmBegin() {
            var number = desk.resolving();
            var output = recordResolution.recordResolution(
                    job("serviceTask_RecordResolution"), new RecordResolutionWorker.Input(number.value(), "Done"));
            assertThat(output.resolutionAccepted()).isTrue();
            assertThat(output.confirmationDue())
                    .isEqualTo(caseOf(number).confirmationDue().orElseThrow());
            assertThat(statusOf(number)).isEqualTo(CaseStatus.RESOLVED);
        }

        @Test
        void refusesAnEmptyResolution() {
            var number = desk.resolving();
            var output = recordResolution.recordResolution(
                    job("serviceTask_RecordResolution"), new RecordResolutionWorker.Input(number.value(), "  "));
            assertThat(output.resolutionAccepted()).isFalse();
            assertThat(output.resolutionProblem()).contains("Resolution");
            assertThat(output.confirmationDue()).isNull();
        }

        @Test
        void runTwiceRecordsOnce() throws Exception {
            var number = desk.resolving();
            runsTwiceLikeOnce(
                    "serviceTask_RecordResolution",
                    job -> recordResolution.recordResolution(
                            job, new RecordResolutionWorker.Input(number.value(), "Done")));
            assertThat(timelineOf(number)).containsOnlyOnce(TimelineEntry.Kind.RESOLVED);
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
                    job -> recordAnswer.recordAnswer(job, new RecordAnswerWorker.Input(number.value())));
            assertThat(timelineOf(number)).containsOnlyOnce(TimelineEntry.Kind.REOPENED);
        }

        private boolean settle(CaseNumber number) {
            return recordAnswer
                    .recordAnswer(job("serviceTask_RecordAnswer"), new RecordAnswerWorker.Input(number.value()))
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
