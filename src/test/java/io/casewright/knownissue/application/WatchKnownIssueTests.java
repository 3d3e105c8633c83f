package io.casewright.knownissue.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.casewright.casefile.application.Advice;
import io.casewright.casefile.application.CaseMessages;
import io.casewright.casefile.application.CaseProcess;
import io.casewright.casefile.application.CaseSettings;
import io.casewright.casefile.application.CaseSteps;
import io.casewright.casefile.application.Correspondence;
import io.casewright.casefile.application.Overtaken;
import io.casewright.casefile.application.WithdrawCase;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.NextStep;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.customer.CustomerDirectory;
import io.casewright.knownissue.application.WatchKnownIssue.Choice;
import io.casewright.knownissue.application.WatchKnownIssue.State;
import io.casewright.knownissue.domain.KnownIssueWait;
import io.casewright.knownissue.persistence.KnownIssueWaits;
import io.casewright.message.MessageKind;
import io.casewright.servicehealth.HealthCheck;
import io.casewright.servicehealth.IssueStanding;
import io.casewright.servicehealth.ServiceIssue;
import io.casewright.servicehealth.ServiceIssue.Post;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@CasewrightTest
class WatchKnownIssueTests {

    private static final String ISSUE = "EX900001";
    private static final Instant FIRST = Instant.parse("2026-11-23T06:30:00Z");
    private static final Instant SECOND = Instant.parse("2026-11-23T08:30:00Z");
    private static final Instant THIRD = Instant.parse("2026-11-23T10:30:00Z");
    private static final String NOTICE = "We are rerouting the mail. The next update is at 09:00 UTC.";

    @Autowired
    CaseDesk cases;

    @Autowired
    CaseWitness witness;

    @Autowired
    CaseSteps steps;

    @Autowired
    CaseProcess process;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Advice advice;

    @Autowired
    CustomerDirectory directory;

    @Autowired
    KnownIssueWaits waits;

    @Autowired
    CaseSettings settings;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Clock clock;

    @Autowired
    EndKnownIssue endKnownIssue;

    @Autowired
    WithdrawCase withdrawCase;

    private final HealthCheck health = mock(HealthCheck.class);
    private Duration passed = Duration.ZERO;
    private KnownIssueDesk desk;
    private LinkKnownIssue linkKnownIssue;
    private WatchKnownIssue watchKnownIssue;

    @BeforeEach
    void useCasesThatHearWhatTheTestSays() {
        desk = new KnownIssueDesk(health, directory, waits, settings);
        linkKnownIssue =
                new LinkKnownIssue(steps, process, correspondence, advice, desk, waits, settings, transactions, clock);
        watchKnownIssue = new WatchKnownIssue(steps, desk, endKnownIssue, correspondence, advice, transactions, clock);
    }

    @ParameterizedTest
    @CsvSource({"OVER, OVER", "ACTIVE, ACTIVE", "FALSE_ALARM, FALSE_ALARM", "NOT_LISTED, ACTIVE", "UNKNOWN, ACTIVE"})
    void anIssueOfWhichNothingCanBeSaidCountsAsActive(IssueStanding.State found, State state) {
        var number = linked("contoso.example");
        stands(found, FIRST);
        assertThat(look(number).state()).isEqualTo(state);
    }

    @Test
    void nobodyLooksForACaseThatWaitsNoMoreOrForAnotherIssue() {
        var number = linked("contoso.example");
        stands(IssueStanding.State.OVER, FIRST);
        assertThat(watchKnownIssue.look(number, "EX900002").state()).isEqualTo(State.NOT_AWAITED);
        withdrawCase.withdraw(number, null, "portal");
        assertThat(look(number).state()).isEqualTo(State.NOT_AWAITED);
    }

    @Test
    void whatMicrosoftWroteBeforeTheLinkIsNoNews() {
        var number = linked("contoso.example");
        var look = look(number);
        assertThat(look.news()).isEmpty();
        assertThat(look.issue().watchDue()).isEmpty();
        assertThat(look.issue().watchPriority()).isEqualTo(10);
        assertThat(look.issue().issueNews()).isEqualTo(NOTICE);
    }

    /** The summary of the health check is what an agent has read; the link may come hours later. */
    @Test
    void whatMicrosoftWroteBetweenTheHealthCheckAndTheLinkIsNews() {
        var number = cases.diagnosing();
        transactions.executeWithoutResult(
                status -> steps.record(steps.find(number), Kind.HEALTH_CHECKED, Actor.SYSTEM, null, ISSUE));
        var checkedAt =
                steps.lastTimeOf(steps.find(number), Kind.HEALTH_CHECKED).orElseThrow();
        var later = checkedAt.plusSeconds(60);
        stands(IssueStanding.State.ACTIVE, checkedAt.minusSeconds(60), later);
        linkKnownIssue.link(cases.diagnosed(number, NextStep.KNOWN_ISSUE), CaseDesk.step("serviceTask_LinkKnownIssue"));
        var look = look(number);
        assertThat(look.news()).isPresent();
        assertThat(look.issue().issueNewsAt()).isEqualTo(later.toString());
        assertThat(look.issue().watchDue()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "contoso.example, We have news about the disturbance",
        "adatum.example, Es gibt Neues zu der Störung",
        "proseware.example, Il y a du nouveau",
        "tailspin.example, Hay novedades"
    })
    void aLaterNoticeIsNewsAndTheTextBeginsInTheCustomersLanguage(String customer, String words) {
        var number = linked(customer);
        stands(IssueStanding.State.ACTIVE, FIRST, SECOND);
        var look = look(number);
        assertThat(look.news()).hasValueSatisfying(text -> assertThat(text).contains(words, ISSUE));
        assertThat(look.issue().issueNewsAt()).isEqualTo(SECOND.toString());
        assertThat(look.issue().watchPriority()).isEqualTo(90);
        assertThat(Instant.parse(look.issue().watchDue())).isAfter(clock.instant());
        assertThat(look(number)).isEqualTo(look);
    }

    @Test
    void allNoticesSinceTheLastDecisionAreShownUntilTheyAreSettled() {
        var number = linked("contoso.example");
        microsoftWrote(
                new Post(FIRST, NOTICE),
                new Post(SECOND, "The mail is rerouted."),
                new Post(THIRD, "We see late mail again."));
        var look = look(number);
        assertThat(look.issue().issueNews())
                .isEqualTo(SECOND + ": The mail is rerouted.\n\n" + THIRD + ": We see late mail again.");
        assertThat(look.issue().issueNewsAt()).isEqualTo(THIRD.toString());

        decide(number, Choice.WAIT, null, THIRD, CaseDesk.step("serviceTask_RecordWatch"));
        assertThat(look(number).issue().issueNews()).isEqualTo("We see late mail again.");
    }

    @Test
    void ofNoticesThatAreTooLongTheNewestIsKept() {
        var number = linked("contoso.example");
        microsoftWrote(
                new Post(SECOND, "o".repeat(600)),
                new Post(SECOND.plusSeconds(60), "m".repeat(600)),
                new Post(THIRD, "n".repeat(600)));
        assertThat(look(number).issue().issueNews())
                .startsWith("[…]")
                .contains("mmm", "n".repeat(600))
                .doesNotContain("oo")
                .hasSizeLessThan(1100);
    }

    @Test
    void theNewsGoOutInThePartnersWordsOnce() {
        var number = linked("contoso.example");
        stands(IssueStanding.State.ACTIVE, FIRST, SECOND);
        look(number);
        var step = CaseDesk.step("serviceTask_RecordWatch");
        var outcome = decide(number, Choice.RELAY, "Microsoft moves the mail to other servers.", SECOND, step);
        assertThat(outcome.waiting()).isTrue();
        assertThat(outcome.issue().watchDue()).isEmpty();
        assertThat(witness.lettersOf(number).getLast()).satisfies(letter -> {
            assertThat(letter.kind()).isEqualTo(MessageKind.UPDATE);
            assertThat(letter.body()).contains("Microsoft moves the mail");
        });
        assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.ISSUE_NEWS);
        assertThat(look(number).news()).isEmpty();

        var kept = witness.everythingAbout(number);
        decide(number, Choice.RELAY, "Microsoft moves the mail to other servers.", SECOND, step);
        assertThat(witness.everythingAbout(number)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RELAY | | required",
                "RELAY | we are rerouting the mail - the next update is at 09:00 UTC! | write them anew",
                "RELAY | Dear customer, We are rerouting the mail. The next update is at 09:00 UTC. Yours | write them anew",
                " | Something | choose one"
            })
    void refusesMicrosoftsOwnWordsAndWhatIsMissing(@Nullable Choice choice, @Nullable String words, String reason) {
        var number = linked("contoso.example");
        stands(IssueStanding.State.ACTIVE, FIRST, SECOND);
        look(number);
        var kept = witness.everythingAbout(number);
        assertThat(watchKnownIssue.problemWith(number, ISSUE, choice, words).orElseThrow())
                .contains(reason);
        assertThatThrownBy(() -> decide(number, choice, words, SECOND, CaseDesk.step("serviceTask_RecordWatch")))
                .isInstanceOf(Overtaken.class)
                .hasMessageContaining(reason);
        assertThat(witness.everythingAbout(number)).isEqualTo(kept);
    }

    @Test
    void newsAreSettledWithoutAWordButNotThoseThatCameMeanwhile() {
        var number = linked("contoso.example");
        stands(IssueStanding.State.ACTIVE, FIRST, SECOND);
        look(number);
        stands(IssueStanding.State.ACTIVE, FIRST, SECOND, SECOND.plusSeconds(60));
        look(number);
        var letters = witness.lettersOf(number).size();
        var first = decide(number, Choice.WAIT, null, SECOND, CaseDesk.step("serviceTask_RecordWatch"));
        assertThat(first.issue().watchDue()).isNotEmpty();
        var second =
                decide(number, Choice.WAIT, null, SECOND.plusSeconds(60), CaseDesk.step("serviceTask_RecordWatch"));
        assertThat(second.issue().watchDue()).isEmpty();
        assertThat(witness.lettersOf(number)).hasSize(letters);
    }

    @Test
    void anIssueThatVanishedIsNewsForTheAgentOnce() {
        var number = linked("contoso.example");
        stands(IssueStanding.State.NOT_LISTED);
        var look = look(number);
        assertThat(look.state()).isEqualTo(State.ACTIVE);
        assertThat(look.issue().watchDue()).isNotEmpty();
        assertThat(look.issue().issueStatus()).contains("does not list it");
        decide(number, Choice.WAIT, null, null, CaseDesk.step("serviceTask_RecordWatch"));
        assertThat(look(number).issue().watchDue()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNKNOWN", "ACTIVE"})
    void whatCannotBeReadForLongIsNewsForTheAgentUntilItIsSettled(IssueStanding.State found) {
        var number = linked("contoso.example");
        cannotBeRead(found);
        assertThat(look(number).issue().watchDue()).isEmpty();
        later(settings.newsTime());
        var look = look(number);
        assertThat(look.state()).isEqualTo(State.ACTIVE);
        assertThat(look.issue().watchDue()).isNotEmpty();
        assertThat(look.issue().watchPriority()).isEqualTo(90);
        assertThat(look.issue().issueStatus()).contains("Microsoft does not answer.");

        decide(number, Choice.WAIT, null, null, CaseDesk.step("serviceTask_RecordWatch"));
        later(settings.newsTime());
        assertThat(look(number).issue().watchDue()).isEmpty();
    }

    @Test
    void whatWasReadableInBetweenIsUnreadableAnew() {
        var number = linked("contoso.example");
        cannotBeRead(IssueStanding.State.UNKNOWN);
        look(number);
        later(settings.newsTime());
        stands(IssueStanding.State.ACTIVE, FIRST);
        look(number);
        cannotBeRead(IssueStanding.State.UNKNOWN);
        assertThat(look(number).issue().watchDue()).isEmpty();
        later(settings.newsTime());
        assertThat(look(number).issue().watchDue()).isNotEmpty();
        decide(number, Choice.WAIT, null, null, CaseDesk.step("serviceTask_RecordWatch"));

        stands(IssueStanding.State.ACTIVE, FIRST);
        look(number);
        cannotBeRead(IssueStanding.State.UNKNOWN);
        look(number);
        later(settings.newsTime());
        assertThat(look(number).issue().watchDue()).isNotEmpty();
    }

    @Test
    void saysWhyNothingNewerIsKnown() {
        var number = linked("contoso.example");
        when(health.standingOf(any(), any()))
                .thenReturn(new IssueStanding(
                        IssueStanding.State.ACTIVE, issue(FIRST), FIRST, "Microsoft does not answer."));
        assertThat(look(number).issue().issueStatus())
                .isEqualTo(
                        "service degradation, as read 2026-11-23T06:30:00Z. Nothing newer: Microsoft does not answer.");
    }

    @ParameterizedTest
    @CsvSource({
        "contoso.example, turned out not to be the cause",
        "adatum.example, ist doch nicht die Ursache",
        "proseware.example, n'est finalement pas la cause",
        "tailspin.example, no es finalmente la causa"
    })
    void unlinkedItIsDiagnosedAsIfItHadNeverWaited(String customer, String words) {
        var number = linked(customer);
        var step = CaseDesk.step("serviceTask_RecordWatch");
        var outcome = decide(number, Choice.UNLINK, null, null, step);
        assertThat(outcome.waiting()).isFalse();
        assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.DIAGNOSING);
        assertThat(steps.find(number).knownIssue()).isEmpty();
        assertThat(witness.lettersOf(number).getLast().body()).contains(words, ISSUE);
        assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.UNLINKED);
        assertThat(witness.latestOf(number).actor().name()).isEqualTo("agent");
        assertThat(witness.toldAbout(number)).containsOnlyOnce(CaseMessages.KNOWN_ISSUE_OVER);
        assertThat(linkKnownIssue.waitsOf(number)).singleElement().satisfies(wait -> {
            assertThat(wait.ending()).contains(KnownIssueWait.Ending.NOT_THE_CAUSE);
            assertThat(wait.endedAt()).hasValueSatisfying(end -> assertThat(end).isAfterOrEqualTo(wait.beganAt()));
        });

        var kept = witness.everythingAbout(number);
        assertThat(decide(number, Choice.UNLINK, null, null, step).waiting()).isFalse();
        assertThat(witness.everythingAbout(number)).isEqualTo(kept);
    }

    @Test
    void whatMicrosoftTakesBackTakesTheCaseOutOfTheWait() {
        var number = linked("contoso.example");
        var step = CaseDesk.step("serviceTask_UnlinkKnownIssue");
        endKnownIssue.takeBack(number, ISSUE, step);
        assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.DIAGNOSING);
        assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.UNLINKED);
        assertThat(witness.toldAbout(number)).containsOnlyOnce(CaseMessages.KNOWN_ISSUE_OVER);

        var kept = witness.everythingAbout(number);
        endKnownIssue.takeBack(number, ISSUE, step);
        assertThat(witness.everythingAbout(number)).isEqualTo(kept);
    }

    @Test
    void whenItIsOverTheCaseHearsItOnce() {
        var number = linked("contoso.example");
        var step = CaseDesk.step("serviceTask_TellIssueOver");
        endKnownIssue.tellOver(number, ISSUE, step);
        assertThat(witness.toldAbout(number)).containsOnlyOnce(CaseMessages.KNOWN_ISSUE_OVER);
        assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.ISSUE_OVER);
        assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.WAITING_FOR_SERVICE_INCIDENT);
        assertThat(linkKnownIssue.waitsOf(number))
                .extracting(KnownIssueWait::ending)
                .containsExactly(Optional.of(KnownIssueWait.Ending.ISSUE_OVER));

        var kept = witness.everythingAbout(number);
        endKnownIssue.tellOver(number, ISSUE, step);
        assertThat(witness.everythingAbout(number)).isEqualTo(kept);
    }

    /** The engine keeps the message for an hour: it would end the wait for another issue. */
    @Test
    void aCaseThatWaitsNoMoreOrForAnotherIssueHearsNothing() {
        var withdrawn = linked("contoso.example");
        withdrawCase.withdraw(withdrawn, null, "portal");
        var kept = witness.everythingAbout(withdrawn);
        endKnownIssue.tellOver(withdrawn, ISSUE, CaseDesk.step("serviceTask_TellIssueOver"));
        endKnownIssue.takeBack(withdrawn, ISSUE, CaseDesk.step("serviceTask_UnlinkKnownIssue"));
        assertThat(witness.everythingAbout(withdrawn)).isEqualTo(kept);

        var other = linked("contoso.example");
        endKnownIssue.tellOver(other, "EX900002", CaseDesk.step("serviceTask_TellIssueOver"));
        endKnownIssue.takeBack(other, "EX900002", CaseDesk.step("serviceTask_UnlinkKnownIssue"));
        assertThat(witness.toldAbout(other)).doesNotContain(CaseMessages.KNOWN_ISSUE_OVER);
    }

    private CaseNumber linked(String customer) {
        stands(IssueStanding.State.ACTIVE, FIRST);
        var number = cases.diagnosed(cases.diagnosing(ARequest.from(customer, "it@" + customer)), NextStep.KNOWN_ISSUE);
        linkKnownIssue.link(number, CaseDesk.step("serviceTask_LinkKnownIssue"));
        return number;
    }

    private WatchKnownIssue.Look look(CaseNumber number) {
        return watchKnownIssue.look(number, ISSUE);
    }

    private WatchKnownIssue.Outcome decide(
            CaseNumber number, @Nullable Choice choice, @Nullable String words, @Nullable Instant shownAt, Step step) {
        return watchKnownIssue.decide(number, ISSUE, choice, words, shownAt, "agent", step);
    }

    private void stands(IssueStanding.State state, Instant... posts) {
        when(health.standingOf(any(), any()))
                .thenReturn(new IssueStanding(state, posts.length == 0 ? null : issue(posts), FIRST, null));
    }

    private void cannotBeRead(IssueStanding.State state) {
        var known = state == IssueStanding.State.UNKNOWN ? null : issue(FIRST);
        when(health.standingOf(any(), any()))
                .thenReturn(
                        new IssueStanding(state, known, known == null ? null : FIRST, "Microsoft does not answer."));
    }

    /** From now on it is that much later for whoever looks. */
    private void later(Duration time) {
        passed = passed.plus(time);
        watchKnownIssue = new WatchKnownIssue(
                steps, desk, endKnownIssue, correspondence, advice, transactions, Clock.offset(clock, passed));
    }

    private void microsoftWrote(Post... posts) {
        when(health.standingOf(any(), any()))
                .thenReturn(new IssueStanding(IssueStanding.State.ACTIVE, issue(posts), FIRST, null));
    }

    private static ServiceIssue issue(Instant... posts) {
        return issue(Arrays.stream(posts).map(at -> new Post(at, NOTICE)).toArray(Post[]::new));
    }

    private static ServiceIssue issue(Post... posts) {
        return new ServiceIssue(
                ISSUE,
                "Exchange Online",
                "Mail flow",
                ServiceIssue.Classification.INCIDENT,
                ServiceIssue.Status.SERVICE_DEGRADATION,
                "Inbound mail is delayed",
                "Some users wait up to 40 minutes for mail.",
                FIRST,
                null,
                FIRST,
                false,
                List.of(posts));
    }
}
