package io.casewright.casefile.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.NextStep;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A ticket that is closed there is solved only if an agent says so. */
@CasewrightTest
class RelayToCustomerTests {

    @Autowired
    CaseDesk desk;

    @Autowired
    CaseWitness witness;

    @Autowired
    HandOffCase handOffCase;

    @Test
    void whatSolvesTheProblemIsRelayedInOurOwnWords() {
        var number = handedOff();
        assertThat(relay(number, true, "It works again")).isEmpty();
        assertThat(witness.latestOf(number).kind()).isEqualTo(TimelineEntry.Kind.RELAYED);
    }

    @Test
    void whatDoesNotSolveItComesBackWithoutAWordToTheCustomer() {
        var number = handedOff();
        var letters = witness.lettersOf(number).size();
        assertThat(relay(number, false, null)).isEmpty();
        assertThat(witness.latestOf(number).kind()).isEqualTo(TimelineEntry.Kind.RETURNED);
        assertThat(witness.happeningsOf(number)).doesNotContain(TimelineEntry.Kind.RELAYED);
        assertThat(witness.lettersOf(number)).hasSize(letters);
    }

    @Test
    void saidAgainByTheSameStepItComesBackOnce() {
        var number = handedOff();
        var step = CaseDesk.step("serviceTask_RecordRelay");
        assertThat(relay(number, false, null, step)).isEmpty();
        var kept = witness.everythingAbout(number);
        assertThat(relay(number, false, null, step)).isEmpty();
        assertThat(witness.everythingAbout(number)).isEqualTo(kept);
    }

    @Test
    void withoutAnAnswerNothingIsTaken() {
        var number = handedOff();
        var kept = witness.everythingAbout(number);
        assertThat(relay(number, null, "It works again")).contains("Does it solve the customer's problem: choose one.");
        assertThat(relay(number, true, "this is by design!"))
                .contains("In our own words: these are the vendor's; write them anew.");
        assertThatThrownBy(() ->
                        handOffCase.relay(number, null, null, null, "agent", CaseDesk.step("serviceTask_RecordRelay")))
                .isInstanceOf(Overtaken.class)
                .hasMessageContaining(number.value());
        assertThat(witness.everythingAbout(number)).isEqualTo(kept);
    }

    private Optional<String> relay(CaseNumber number, @Nullable Boolean solves, @Nullable String words) {
        return relay(number, solves, words, CaseDesk.step("serviceTask_RecordRelay"));
    }

    private Optional<String> relay(CaseNumber number, @Nullable Boolean solves, @Nullable String words, Step step) {
        var problem = handOffCase.problemWithRelay(number, solves, words, "This is by design");
        if (problem.isEmpty()) {
            handOffCase.relay(number, solves, words, "This is by design", "agent", step);
        }
        return problem;
    }

    private CaseNumber handedOff() {
        return desk.diagnosed(desk.diagnosing(), NextStep.HAND_OFF);
    }
}
