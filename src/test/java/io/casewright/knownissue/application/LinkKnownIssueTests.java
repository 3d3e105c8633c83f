package io.casewright.knownissue.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.casefile.application.CaseMessages;
import io.casewright.casefile.application.WithdrawCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.NextStep;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.knownissue.domain.KnownIssueWait;
import io.casewright.message.MessageKind;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.RecordingEngine;
import java.util.Optional;
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
    RecordingEngine engine;

    @Autowired
    WithdrawCase withdrawCase;

    @ParameterizedTest
    @CsvSource({
        "contoso.example, a disturbance of the service",
        "adatum.example, eine Störung des Dienstes",
        "proseware.example, Vous n'avez rien à changer"
    })
    void tellsTheCustomerWhatItWaitsForAndHasItWatched(String customer, String words) {
        var number = waiting(customer);
        var step = CaseDesk.step("serviceTask_LinkKnownIssue");
        linkKnownIssue.link(number, step);
        assertThat(witness.lettersOf(number)).singleElement().satisfies(letter -> {
            assertThat(letter.kind()).isEqualTo(MessageKind.UPDATE);
            assertThat(letter.body()).contains(words, ISSUE);
        });
        assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.LINKED);
        assertThat(witness.latestOf(number).text()).isEqualTo(ISSUE);
        assertThat(witness.toldAbout(number)).containsOnlyOnce(CaseMessages.KNOWN_ISSUE_LINKED);
        assertThat(linkKnownIssue.waitsOf(number)).singleElement().satisfies(wait -> {
            assertThat(wait.issueId()).isEqualTo(ISSUE);
            assertThat(wait.endedAt()).isEmpty();
            assertThat(wait.hasNews()).isFalse();
        });

        var kept = witness.everythingAbout(number);
        linkKnownIssue.link(number, step);
        assertThat(witness.everythingAbout(number)).isEqualTo(kept);
    }

    /** A watch that is about to end would keep one of the same key from starting. */
    @Test
    void eachLinkIsWatchedByAWatchOfItsOwn() {
        var number = waiting("contoso.example");
        linkKnownIssue.link(number, CaseDesk.step("serviceTask_LinkKnownIssue"));
        linkKnownIssue.link(number, CaseDesk.step("serviceTask_LinkKnownIssue"));
        witness.toldAbout(number);
        assertThat(engine.told().stream()
                        .map(RecordingEngine.Told::correlationKey)
                        .filter(key -> key.startsWith(number + ":"))
                        .distinct())
                .hasSize(2);
        assertThat(linkKnownIssue.waitsOf(number))
                .extracting(KnownIssueWait::ending)
                .containsExactly(Optional.of(KnownIssueWait.Ending.LEFT), Optional.empty());
    }

    @Test
    void anIdThatAnAgentTypedIsOnlyText() {
        String id = "{0} {{>signature}} <b>{1}</b> it's";
        var number = desk.waitingFor(id, desk.diagnosing());
        linkKnownIssue.link(number, CaseDesk.step("serviceTask_LinkKnownIssue"));
        assertThat(witness.lettersOf(number).getLast().body()).containsIgnoringCase("(reference " + id + ")");
    }

    @Test
    void nothingIsLinkedToACaseThatDoesNotWait() {
        for (var number : new CaseNumber[] {desk.resolving(), withdrawn()}) {
            var kept = witness.everythingAbout(number);
            linkKnownIssue.link(number, CaseDesk.step("serviceTask_LinkKnownIssue"));
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }
    }

    private CaseNumber waiting(String customer) {
        return desk.diagnosed(desk.diagnosing(ARequest.from(customer, "it@" + customer)), NextStep.KNOWN_ISSUE);
    }

    private CaseNumber withdrawn() {
        var number = waiting("contoso.example");
        withdrawCase.withdraw(number, null, "portal");
        return number;
    }
}
