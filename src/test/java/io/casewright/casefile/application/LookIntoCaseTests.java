package io.casewright.casefile.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.Evidence;
import io.casewright.casefile.domain.NextStep;
import io.casewright.casefile.domain.NotPossibleNow;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.EvidenceStore;
import io.casewright.casefile.persistence.Timeline;
import io.casewright.customer.CustomerDirectory;
import io.casewright.knownissue.application.EndKnownIssue;
import io.casewright.servicehealth.HealthCheck;
import io.casewright.servicehealth.HealthQuestion;
import io.casewright.servicehealth.HealthReport;
import io.casewright.servicehealth.HealthReport.Candidate;
import io.casewright.servicehealth.ServiceIssue;
import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.simulator.Story;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What is looked up before an agent diagnoses. */
@CasewrightTest
class LookIntoCaseTests {

    private static final String FABRIKAM = "3eaf5c6b-8d74-4a3b-8f88-4c9d6a5eb104";
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:42Z");

    @Autowired
    CaseDesk desk;

    @Autowired
    CaseWitness witness;

    @Autowired
    CaseSteps steps;

    @Autowired
    CustomerDirectory directory;

    @Autowired
    EvidenceStore evidence;

    @Autowired
    Timeline timeline;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    WithdrawCase withdrawCase;

    @Autowired
    EndKnownIssue endKnownIssue;

    @Autowired
    CheckDelegatedAccess checkDelegatedAccess;

    @Autowired
    io.casewright.customer.DelegatedAccess access;

    @Autowired
    MicrosoftSimulator microsoft;

    @Nested
    class ServiceHealth {

        @Test
        void whatFitsIsShownProposedAndKeptAsEvidence() {
            var number = desk.diagnosing();
            var health = check(number, reportOf(anIssue("<i>Mail</i> is late ${7*7}")));
            assertThat(health.proposed()).contains("EX900001");
            assertThat(health.summary())
                    .startsWith("Checked 2026-11-23T12:00:00Z. ")
                    .contains("EX900001 (Exchange Online, active) fits by 80 of 100: The product is Exchange Online")
                    .contains("<i>Mail</i> is late ${7*7}");
            assertThat(evidence.findByCaseIdOrderById(witness.caseOf(number).id()))
                    .singleElement()
                    .satisfies(each -> {
                        assertThat(each.kind()).isEqualTo(Evidence.Kind.HEALTH_CHECK);
                        assertThat(each.text()).isEqualTo(health.summary());
                        assertThat(each.recordedBy()).isNull();
                    });
            assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.HEALTH_CHECKED);
        }

        @Test
        void theProposalCarriesMicrosoftsNewestNotice() {
            var health = check(desk.diagnosing(), reportOf(anIssue("Late mail")));
            assertThat(health.summary()).endsWith("Microsoft, " + NOON + ": We are rerouting.");
        }

        @Test
        void saysHowOldTheIssuesAreAndWhy() {
            var report = new HealthReport(
                    NOON,
                    "Microsoft service health",
                    true,
                    true,
                    NOON.minusSeconds(7200),
                    "Microsoft does not answer.",
                    List.of(),
                    null,
                    false);
            assertThat(check(desk.diagnosing(), report).summary())
                    .isEqualTo("Checked 2026-11-23T12:00:00Z. The issues are as of 2026-11-23T10:00:00Z, "
                            + "nothing newer could be read: Microsoft does not answer. No issue fits this case.");
        }

        @Test
        void waitsWithTheIssueByItselfWhereTheSettingsLetIt() {
            var number = desk.diagnosing();
            var candidate = new Candidate(anIssue("Late mail"), 95, List.of("The product is Exchange Online"));
            var report = new HealthReport(
                    NOON, "Microsoft service health", true, true, NOON, null, List.of(candidate), candidate, true);
            var step = CaseDesk.step("serviceTask_CheckServiceHealth");
            var health = check(number, report, step);
            assertThat(health.linked()).isTrue();
            assertThat(health.proposed()).contains("EX900001");
            assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.WAITING_FOR_SERVICE_INCIDENT);
            assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.DIAGNOSED);
            assertThat(witness.latestOf(number).text())
                    .isEqualTo("Known issue EX900001: Late mail It fits by 95 of 100: The product is Exchange Online.");

            var kept = witness.everythingAbout(number);
            assertThat(check(number, report, step)).isEqualTo(health);
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }

        @Test
        void whatAnAgentUnlinkedIsNotAskedForAgain() {
            var number = desk.diagnosed(desk.diagnosing(), NextStep.KNOWN_ISSUE);
            endKnownIssue.takeBack(number, "EX900001", CaseDesk.step("serviceTask_UnlinkKnownIssue"));
            HealthCheck healthCheck = mock(HealthCheck.class);
            when(healthCheck.check(any())).thenReturn(reportOf());
            new CheckServiceHealth(
                            steps,
                            directory,
                            healthCheck,
                            evidence,
                            timeline,
                            new WhyAgain(timeline, evidence),
                            transaction,
                            clock)
                    .check(number, CaseDesk.step("serviceTask_CheckServiceHealth"));
            var question = ArgumentCaptor.forClass(HealthQuestion.class);
            verify(healthCheck).check(question.capture());
            assertThat(question.getValue().notTheCause()).containsExactly("EX900001");
        }

        @Test
        void thatNothingFitsIsEvidenceTooButNotThatNobodyCouldLook() {
            var looked = desk.diagnosing();
            assertThat(check(looked, reportOf()).summary()).endsWith("No issue fits this case.");
            assertThat(evidence.findByCaseIdOrderById(witness.caseOf(looked).id()))
                    .hasSize(1);

            var away = desk.diagnosing();
            assertThat(check(away, report(true, false, "the file cannot be opened"))
                            .summary())
                    .isEqualTo("Service health could not be read: the file cannot be opened");
            assertThat(check(away, report(false, false, "x")).summary())
                    .isEqualTo("No source of service health is set up.");
            assertThat(evidence.findByCaseIdOrderById(witness.caseOf(away).id()))
                    .isEmpty();
            assertThat(witness.happeningsOf(away)).contains(Kind.HEALTH_CHECKED);
        }

        @Test
        void aCaseWhoseSolutionFailedIsDiagnosedAgain() {
            var number = desk.resolving();
            check(number, reportOf());
            assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.DIAGNOSING);
        }

        @Test
        void aCaseThatEndedStaysAsItIs() {
            var number = desk.diagnosing();
            withdrawCase.withdraw(number, null, "portal");
            var kept = witness.everythingAbout(number);
            check(number, reportOf());
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }

        @Test
        void aCaseThatWaitsForItsCustomerIsNotTakenBackByIt() {
            var number = desk.waitingForCustomer();
            var kept = witness.everythingAbout(number);
            assertThatThrownBy(() -> check(number, reportOf())).isInstanceOf(NotPossibleNow.class);
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }

        private CheckServiceHealth.Health check(CaseNumber number, HealthReport report) {
            return check(number, report, CaseDesk.step("serviceTask_CheckServiceHealth"));
        }

        private CheckServiceHealth.Health check(CaseNumber number, HealthReport report, Step step) {
            HealthCheck healthCheck = mock(HealthCheck.class);
            when(healthCheck.check(any())).thenReturn(report);
            return new CheckServiceHealth(
                            steps,
                            directory,
                            healthCheck,
                            evidence,
                            timeline,
                            new WhyAgain(timeline, evidence),
                            transaction,
                            clock)
                    .check(number, step);
        }

        private HealthReport reportOf(ServiceIssue... issues) {
            var candidates = java.util.Arrays.stream(issues)
                    .map(issue -> new Candidate(issue, 80, List.of("The product is Exchange Online")))
                    .toList();
            return new HealthReport(
                    NOON,
                    "Microsoft service health",
                    true,
                    true,
                    NOON,
                    null,
                    candidates,
                    candidates.isEmpty() ? null : candidates.getFirst(),
                    false);
        }

        private HealthReport report(boolean configured, boolean available, @Nullable String problem) {
            return new HealthReport(
                    NOON, "Microsoft service health", configured, available, null, problem, List.of(), null, false);
        }

        private ServiceIssue anIssue(String title) {
            return new ServiceIssue(
                    "EX900001",
                    "Exchange Online",
                    "Mail flow",
                    ServiceIssue.Classification.INCIDENT,
                    ServiceIssue.Status.SERVICE_DEGRADATION,
                    title,
                    "Users see delays.",
                    NOON,
                    null,
                    NOON,
                    false,
                    List.of(new ServiceIssue.Post(NOON, "We are rerouting.")));
        }
    }

    @Nested
    class DelegatedAccess {

        @ParameterizedTest
        @CsvSource({
            "contoso.example, Exchange Online, Exchange Administrator, YES",
            "contoso.example, EXCHANGE, Exchange Administrator, YES",
            "litware.example, Exchange Online, Global Reader, NO",
            "contoso.example, , Service Support Administrator, YES",
            "contoso.example, Azure, Directory Readers, YES",
            "adatum.example, Azure, Service Support Administrator, YES",
            "tailspin.example, Something else, Service Support Administrator, NO"
        })
        void namesTheLeastRoleThatSufficesAndWhetherItIsGranted(
                String customer, @Nullable String product, String role, CheckDelegatedAccess.Granted granted) {
            var access = checkDelegatedAccess.check(desk.diagnosing(about(customer, product)));
            assertThat(access.leastRole()).isEqualTo(role);
            assertThat(access.granted()).isEqualTo(granted);
        }

        @Test
        void offersTheRolesThatAreGrantedAndNoOther() {
            var access = checkDelegatedAccess.check(desk.diagnosing(about("contoso.example", "Exchange")));
            assertThat(access.roles())
                    .containsExactly("Directory Readers", "Exchange Administrator", "Service Support Administrator");
            assertThat(access.summary())
                    .contains("To look into Exchange, Exchange Administrator suffices; it is granted.");
        }

        @Test
        void whatIsAssignedToNobodyIsToldWithTheRemedyAndSoIsWhatIsTooMuch() {
            String lone =
                    microsoft.relationships().grantToNobody(FABRIKAM, "2037-12-31T00:00:00Z", "Teams Administrator");
            String much = microsoft.relationships().grant(FABRIKAM, "Global Administrator");
            access.forget(FABRIKAM);
            try {
                var checked = checkDelegatedAccess.check(desk.diagnosing(about("fabrikam.example", "Teams")));
                assertThat(checked.granted()).isEqualTo(CheckDelegatedAccess.Granted.UNASSIGNED);
                assertThat(checked.leastRole()).isEqualTo("Teams Administrator");
                assertThat(checked.summary())
                        .contains("Teams Administrator suffices; it is granted, but assigned to nobody.")
                        .contains("assigned to nobody: Teams Administrator. Give these roles to a security group")
                        .contains("not to be used: Global Administrator.");
                assertThat(checked.roles()).doesNotContain("Teams Administrator", "Global Administrator");
            } finally {
                microsoft.relationships().remove(lone);
                microsoft.relationships().remove(much);
                access.forget(FABRIKAM);
            }
        }

        @Test
        void theDiagnosisGoesOnWhileMicrosoftIsAway() {
            var number = desk.diagnosing(about("fabrikam.example", "SharePoint"));
            access.forget(FABRIKAM);
            microsoft.story().trouble(Story.Kind.DOWN, "GET /v1.0/tenantRelationships", 10, 0);
            try {
                var checked = checkDelegatedAccess.check(number);
                assertThat(checked.granted()).isEqualTo(CheckDelegatedAccess.Granted.UNKNOWN);
                assertThat(checked.summary()).startsWith("Delegated access could not be read: Microsoft Graph GET");
                assertThat(checked.leastRole()).isEqualTo("Global Reader");
                assertThat(checked.roles()).contains("SharePoint Administrator").doesNotContain("Global Administrator");
            } finally {
                microsoft.story().end();
            }
            assertThat(checkDelegatedAccess.check(number).granted()).isEqualTo(CheckDelegatedAccess.Granted.YES);
        }

        private CaseRequest about(String customer, @Nullable String product) {
            var usual = ARequest.from(customer, "it@" + customer);
            return new CaseRequest(
                    usual.customer(),
                    usual.contact(),
                    usual.subject(),
                    usual.description(),
                    product,
                    null,
                    null,
                    usual.severity(),
                    null,
                    null,
                    null,
                    null);
        }
    }
}
