package io.casewright.casefile.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.casewright.casefile.application.LinkKnownIssue.State;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.NextStep;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.customer.CustomerDirectory;
import io.casewright.message.MessageKind;
import io.casewright.servicehealth.HealthCheck;
import io.casewright.servicehealth.IssueStanding;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@CasewrightTest
class LinkKnownIssueTests {

    private static final String ISSUE = "EX900001";

    @Autowired
    CaseDesk desk;

    @Autowired
    CaseWitness witness;

    @Autowired
    LinkKnownIssue linkKnownIssue;

    @Autowired
    TellResolution tellResolution;

    @Autowired
    WithdrawCase withdrawCase;

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
    CaseSettings settings;

    @ParameterizedTest
    @CsvSource({
        "contoso.example, a disturbance of the service",
        "adatum.example, eine Störung des Dienstes",
        "proseware.example, Vous n'avez rien à changer"
    })
    void tellsTheCustomerWhatItWaitsForAndHasItWatched(String customer, String words) {
        var number = waiting(customer);
        var step = CaseDesk.step("serviceTask_LinkKnownIssue");
        linkKnownIssue.link(number, ISSUE, step);
        assertThat(witness.lettersOf(number)).singleElement().satisfies(letter -> {
            assertThat(letter.kind()).isEqualTo(MessageKind.UPDATE);
            assertThat(letter.body()).contains(words, ISSUE);
        });
        assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.LINKED);
        assertThat(witness.latestOf(number).text()).isEqualTo(ISSUE);
        assertThat(witness.toldAbout(number)).containsOnlyOnce(CaseMessages.KNOWN_ISSUE_LINKED);

        var kept = witness.everythingAbout(number);
        linkKnownIssue.link(number, ISSUE, step);
        assertThat(witness.everythingAbout(number)).isEqualTo(kept);
    }

    @Test
    void anIdThatAnAgentTypedIsOnlyText() {
        String id = "{0} {{>signature}} <b>{1}</b> it's";
        var number = waiting("contoso.example");
        linkKnownIssue.link(number, id, CaseDesk.step("serviceTask_LinkKnownIssue"));
        assertThat(witness.lettersOf(number).getLast().body()).contains("(reference " + id + ")");
    }

    @Test
    void nothingIsLinkedToACaseThatDoesNotWait() {
        for (var number : new CaseNumber[] {desk.resolving(), withdrawn()}) {
            var kept = witness.everythingAbout(number);
            linkKnownIssue.link(number, ISSUE, CaseDesk.step("serviceTask_LinkKnownIssue"));
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }
    }

    @ParameterizedTest
    @CsvSource({"OVER, OVER", "ACTIVE, ACTIVE", "NOT_LISTED, ACTIVE", "UNKNOWN, ACTIVE"})
    void anIssueOfWhichNothingCanBeSaidCountsAsActive(IssueStanding.State found, State state) {
        assertThat(looking(found).look(waiting("contoso.example"), ISSUE)).isEqualTo(state);
    }

    @Test
    void nobodyLooksForACaseThatWaitsNoMoreOrForAnotherIssue() {
        var number = waiting("contoso.example");
        assertThat(looking(IssueStanding.State.OVER).look(number, "EX900002")).isEqualTo(State.NOT_AWAITED);
        assertThat(looking(IssueStanding.State.OVER).look(withdrawn(), ISSUE)).isEqualTo(State.NOT_AWAITED);
    }

    @Test
    void whenItIsOverTheCaseHearsItOnce() {
        var number = waiting("contoso.example");
        var step = CaseDesk.step("serviceTask_TellIssueOver");
        linkKnownIssue.tellOver(number, ISSUE, step);
        assertThat(witness.toldAbout(number)).containsOnlyOnce(CaseMessages.KNOWN_ISSUE_OVER);
        assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.ISSUE_OVER);
        assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.WAITING_FOR_SERVICE_INCIDENT);

        var kept = witness.everythingAbout(number);
        linkKnownIssue.tellOver(number, ISSUE, step);
        assertThat(witness.everythingAbout(number)).isEqualTo(kept);
    }

    /** The engine keeps the message for an hour: it would end the wait for another issue. */
    @Test
    void aCaseThatWaitsNoMoreOrForAnotherIssueHearsNothing() {
        var solved = waiting("contoso.example");
        tellResolution.tell(solved, "Solved otherwise", CaseDesk.step("serviceTask_TellResolution"));
        for (var number : new CaseNumber[] {solved, withdrawn()}) {
            var kept = witness.everythingAbout(number);
            linkKnownIssue.tellOver(number, ISSUE, CaseDesk.step("serviceTask_TellIssueOver"));
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }
        var other = waiting("contoso.example");
        linkKnownIssue.tellOver(other, "EX900002", CaseDesk.step("serviceTask_TellIssueOver"));
        assertThat(witness.toldAbout(other)).doesNotContain(CaseMessages.KNOWN_ISSUE_OVER);
    }

    private CaseNumber waiting(String customer) {
        return desk.diagnosed(desk.diagnosing(ARequest.from(customer, "it@" + customer)), NextStep.KNOWN_ISSUE);
    }

    private CaseNumber withdrawn() {
        var number = waiting("contoso.example");
        withdrawCase.withdraw(number, null, "portal");
        return number;
    }

    private LinkKnownIssue looking(IssueStanding.State state) {
        HealthCheck health = mock(HealthCheck.class);
        when(health.standingOf(anyString(), eq(ISSUE))).thenReturn(new IssueStanding(state, null, null));
        return new LinkKnownIssue(steps, process, correspondence, advice, directory, health, settings);
    }
}
