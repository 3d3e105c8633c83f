package io.casewright.knownissue.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.ConfirmResolution;
import io.casewright.casefile.application.Overtaken;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.CustomerAnswer;
import io.casewright.casefile.domain.NextStep;
import io.casewright.casefile.process.CheckServiceHealthWorker;
import io.casewright.casefile.process.DiagnosisCourse;
import io.casewright.casefile.process.RecordAnswerWorker;
import io.casewright.casefile.process.RecordDiagnosisWorker;
import io.casewright.casefile.process.TellResolutionWorker;
import io.casewright.knownissue.application.WatchedIssue;
import io.casewright.simulator.HealthSimulator.Issue;
import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.RecordingEngine;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The workers around a known issue, against the simulated Microsoft. */
@CasewrightTest
class KnownIssueStoryTests {

    private static final String ISSUE = "EX900001";

    @Autowired
    MicrosoftSimulator microsoft;

    @Autowired
    CaseDesk desk;

    @Autowired
    CaseWitness witness;

    @Autowired
    RecordingEngine engine;

    @Autowired
    CheckServiceHealthWorker checkServiceHealth;

    @Autowired
    LinkKnownIssueWorker linkKnownIssue;

    @Autowired
    CheckKnownIssueWorker checkKnownIssue;

    @Autowired
    RecordWatchWorker recordWatch;

    @AfterEach
    void asTheStoryBegins() {
        microsoft.health().reset();
        microsoft.story().end();
    }

    @Test
    void anOutageOfOneRegionIsProposedThereOnly() {
        microsoft
                .health()
                .publish(Issue.of(
                                "EX900020",
                                "Exchange Online",
                                "Mail flow",
                                "Outbound mail is delayed in Europe",
                                "Users in Europe see that mail leaves late.")
                        .in("Europe"));
        assertThat(checked("contoso.example").healthSummary()).contains("EX900020");
        assertThat(checked("litware.example").healthSummary()).doesNotContain("EX900020");
    }

    @Test
    void aTenantThatRefusesIsToldAndTheDiagnosisGoesOn() {
        microsoft.tokens().refuse("3eaf5c6b-8d74-4a3b-8f88-4c9d6a5eb104");
        try {
            var number = desk.diagnosing(ARequest.from("fabrikam.example", "it@fabrikam.example"));
            var output = checked(number);
            assertThat(output.healthSummary()).contains("The tenant does not let us read its service health.");
            assertThat(output.issueLinked()).isFalse();
            assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.DIAGNOSING);
        } finally {
            microsoft.tokens().allow("3eaf5c6b-8d74-4a3b-8f88-4c9d6a5eb104");
        }
    }

    @Test
    void newsReachTheAgentAndThenTheCustomer() {
        var number = waiting();
        assertThat(look(number).watchDue()).isEmpty();

        microsoft.health().post(ISSUE, "<p>We restart the <b>queues</b>.<script>alert(1)</script></p>");
        var job = CaseDesk.jobOf(CaseDesk.step("serviceTask_CheckKnownIssue"));
        var output = checkKnownIssue.checkKnownIssue(job, new CheckKnownIssueWorker.Input(number.value(), ISSUE, null));
        assertThat(output.issueState()).isEqualTo("active");
        assertThat(output.issue().issueNews()).isEqualTo("We restart the queues.");
        assertThat(output.newsText()).contains("We have news about the disturbance");
        assertThat(engine.hurried())
                .containsEntry(
                        job.getProcessInstanceKey(),
                        Instant.parse(output.issue().watchDue()));

        assertThatThrownBy(() -> decided(
                        number,
                        "relay",
                        "We restart the queues.",
                        output.issue().issueNewsAt()))
                .isInstanceOf(Overtaken.class)
                .hasMessageContaining("write them anew");
        var told = decided(
                number,
                "relay",
                "Microsoft renews part of the way.",
                output.issue().issueNewsAt());
        assertThat(told.stillWaiting()).isTrue();
        assertThat(told.newsText()).isNull();
        assertThat(witness.lettersOf(number).getLast().body()).contains("Microsoft renews part of the way.");
    }

    @Test
    void anIdTypedInAnotherWayIsTheSameIssue(@Autowired RecordDiagnosisWorker recordDiagnosis) {
        var number = desk.diagnosing();
        var recorded = recordDiagnosis.recordDiagnosis(job("RecordDiagnosis"), waitingFor("ex900001 ", number));
        assertThat(recorded.knownIssue()).isEqualTo(ISSUE);

        linkKnownIssue.linkKnownIssue(job("LinkKnownIssue"), new LinkKnownIssueWorker.Input(number.value()));
        assertThat(witness.latestOf(number).text()).isEqualTo(ISSUE);
        for (var id : List.of(ISSUE, "ex900001")) {
            var look = checkKnownIssue.checkKnownIssue(
                    job("CheckKnownIssue"), new CheckKnownIssueWorker.Input(number.value(), id, null));
            assertThat(look.issueState()).isEqualTo("active");
        }
    }

    private static RecordDiagnosisWorker.Input waitingFor(String knownIssue, CaseNumber number) {
        return new RecordDiagnosisWorker.Input(
                number.value(),
                "technical",
                "critical",
                null,
                "Mail is late",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                knownIssue,
                null,
                null,
                null,
                null,
                null,
                new DiagnosisCourse("known-issue", null));
    }

    @Test
    void aSuspendedInvestigationKeepsTheCaseWaiting() {
        var number = waiting();
        microsoft.health().change(ISSUE, "investigationSuspended");
        assertThat(stateOf(number)).isEqualTo("active");
    }

    @Test
    void restoredOrReviewedItIsOver() {
        var number = waiting();
        microsoft.health().change(ISSUE, "serviceRestored");
        assertThat(stateOf(number)).isEqualTo("over");
        microsoft.health().change(ISSUE, "PostIncidentReviewPublished");
        assertThat(stateOf(number)).isEqualTo("over");
    }

    @Test
    void takenBackItIsAFalseAlarm() {
        var number = waiting();
        microsoft.health().change(ISSUE, "FalsePositive");
        assertThat(stateOf(number)).isEqualTo("false-alarm");
    }

    @Test
    void vanishedItWaitsForAnAgentToSee() {
        var number = waiting();
        microsoft.health().vanish(ISSUE);
        var issue = look(number);
        assertThat(issue.watchDue()).isNotEmpty();
        assertThat(issue.issueStatus()).contains("Microsoft does not list it");
    }

    @Test
    void unlinkedItIsNotProposedAgain() {
        var number = waiting();
        assertThat(decided(number, "unlink", null, null).stillWaiting()).isFalse();
        assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.DIAGNOSING);
        var output = checked(number);
        assertThat(output.knownIssue()).isNull();
        assertThat(output.healthSummary()).doesNotContain(ISSUE);
    }

    @Test
    void aCaseOfWhichTheCustomerSaysItIsStillBrokenIsDiagnosedAgain(
            @Autowired TellIssueOverWorker tellIssueOver,
            @Autowired TellResolutionWorker tellResolution,
            @Autowired ConfirmResolution confirmResolution,
            @Autowired RecordAnswerWorker recordAnswer) {
        var number = waiting();
        microsoft.health().change(ISSUE, "serviceRestored");
        assertThat(stateOf(number)).isEqualTo("over");
        tellIssueOver.tellIssueOver(job("TellIssueOver"), new TellIssueOverWorker.Input(number.value(), ISSUE));
        tellResolution.tellResolution(
                job("TellResolution"), new TellResolutionWorker.Input(number.value(), "Please check."));
        assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.RESOLVED);
        confirmResolution.confirm(number, CustomerAnswer.NOT_SOLVED, "portal");
        var output = recordAnswer.recordAnswer(job("RecordAnswer"), new RecordAnswerWorker.Input(number.value(), null));
        assertThat(output.problemSolved()).isFalse();
        assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.DIAGNOSING);
    }

    private CheckServiceHealthWorker.Output checked(String customer) {
        return checked(desk.diagnosing(ARequest.from(customer, "it@" + customer)));
    }

    private CheckServiceHealthWorker.Output checked(CaseNumber number) {
        return checkServiceHealth.checkServiceHealth(
                job("CheckServiceHealth"), new CheckServiceHealthWorker.Input(number.value()));
    }

    private CaseNumber waiting() {
        var number = desk.diagnosing();
        assertThat(checked(number).knownIssue()).isEqualTo(ISSUE);
        desk.diagnosed(number, NextStep.KNOWN_ISSUE);
        linkKnownIssue.linkKnownIssue(job("LinkKnownIssue"), new LinkKnownIssueWorker.Input(number.value()));
        return number;
    }

    private CheckKnownIssueWorker.Output looked(CaseNumber number) {
        return checkKnownIssue.checkKnownIssue(
                job("CheckKnownIssue"), new CheckKnownIssueWorker.Input(number.value(), ISSUE, null));
    }

    private WatchedIssue look(CaseNumber number) {
        return looked(number).issue();
    }

    private String stateOf(CaseNumber number) {
        return looked(number).issueState();
    }

    private RecordWatchWorker.Output decided(CaseNumber number, String choice, String words, String seenAt) {
        return recordWatch.recordWatch(
                job("RecordWatch"), new RecordWatchWorker.Input(number.value(), ISSUE, choice, words, seenAt, null));
    }

    private static ActivatedJob job(String task) {
        return CaseDesk.jobOf(CaseDesk.step("serviceTask_" + task));
    }
}
