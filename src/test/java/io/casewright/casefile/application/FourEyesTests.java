package io.casewright.casefile.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.casefile.application.RecordResolution.Outcome;
import io.casewright.casefile.application.RecordResolution.Plan;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.PlannedAction;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.PlannedActions;
import io.casewright.testkit.APlan;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** What costs money or cannot be undone is proposed by one person and decided by another. */
@CasewrightTest
class FourEyesTests {

    @Autowired
    CaseDesk desk;

    @Autowired
    CaseWitness witness;

    @Autowired
    RecordResolution recordResolution;

    @Autowired
    ProposeChange proposeChange;

    @Autowired
    RecordApproval recordApproval;

    @Autowired
    WithdrawCase withdrawCase;

    @Autowired
    PlannedActions actions;

    @Nested
    class Proposing {

        @Test
        void aPlanForASecondPersonIsKeptUnderTheNameOfItsProposer() {
            var number = desk.resolving();
            var outcome = plan(number, credit("Credit line 2 <b>{{x}}</b>", "79.90"), "nina");
            assertThat(outcome.solved()).isTrue();
            assertThat(latestOf(number).state()).isEqualTo(PlannedAction.State.PROPOSED);
            assertThat(latestOf(number).proposedBy()).isEqualTo("nina");
            var entry = witness.latestOf(number);
            assertThat(entry.kind()).isEqualTo(Kind.PROPOSED);
            assertThat(entry.actor()).isEqualTo(Actor.agent("nina"));
            assertThat(entry.text().replace('\u00a0', ' '))
                    .isEqualTo("Give a credit, 79.90 EUR: Credit line 2 <b>{{x}}</b>");
        }

        @Test
        void aPlanForOnePersonLeavesNoAction() {
            var number = desk.resolving();
            var kept = witness.everythingAbout(number);
            var outcome = plan(number, APlan.to("instruct").plan(), null);
            assertThat(outcome.solved()).isTrue();
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }

        @Test
        void whoGivesACaseBackProposesNothingEvenIfTheDecisionSaysSo() {
            var number = desk.resolving();
            var outcome = plan(
                    number,
                    APlan.to(RecordResolution.BACK_TO_DIAGNOSIS)
                            .because("Another cause")
                            .forASecondPerson()
                            .plan(),
                    "nina");
            assertThat(outcome.solved()).isFalse();
            assertThat(actions.findFirstByCaseIdOrderByIdDesc(
                            witness.caseOf(number).id()))
                    .isEmpty();
            assertThat(witness.latestOf(number).text()).isEqualTo("Another cause");
        }

        @ParameterizedTest
        @ValueSource(strings = {"-0.01", "100000000.01", "1e30", "1.240", "12 USD", "a lot"})
        void anAmountThatCannotBeOrCanBeReadInTwoWaysIsRefused(String amount) {
            var number = desk.resolving();
            var kept = witness.everythingAbout(number);
            var plan = credit("Credit line 2", amount);
            assertThat(recordResolution.problemWith(number, plan, "nina").orElseThrow())
                    .startsWith("Amount: ");
            assertThatThrownBy(() -> plan(number, plan, "nina"))
                    .isInstanceOf(Overtaken.class)
                    .hasMessageContaining(number.value() + ": ")
                    .hasMessageContaining("Amount: ");
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }

        @Test
        void anActionOrDetailBeyondMeasureIsRefused() {
            var number = desk.resolving();
            var kept = witness.everythingAbout(number);
            assertThat(recordResolution
                            .problemWith(
                                    number,
                                    APlan.to("x".repeat(41))
                                            .detail("Do it")
                                            .forASecondPerson()
                                            .plan(),
                                    "nina")
                            .orElseThrow())
                    .startsWith("Action: ");
            assertThat(recordResolution
                            .problemWith(number, credit("x".repeat(70_000), null), "nina")
                            .orElseThrow())
                    .startsWith("What exactly is to be done: ");
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }

        @Test
        void nobodyProposesWhoIsNotKnown() {
            var number = desk.resolving();
            var kept = witness.everythingAbout(number);
            assertThat(recordResolution
                            .problemWith(number, credit("Credit line 2", "1"), null)
                            .orElseThrow())
                    .contains("Assign the task to yourself");
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }

        @Test
        void nothingIsPlannedForACaseThatEnded() {
            var number = desk.resolving();
            withdrawCase.withdraw(number, null, "portal");
            var kept = witness.everythingAbout(number);
            assertThat(recordResolution
                            .problemWith(number, credit("Credit line 2", "1"), "nina")
                            .orElseThrow())
                    .contains("WITHDRAWN");
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }
    }

    @Nested
    class Deciding {

        @ParameterizedTest
        @ValueSource(strings = {"nina", "NINA", "Nina", " nina "})
        void nobodyDecidesOnTheirOwnProposalHoweverTheLoginIsWritten(String login) {
            var number = proposed();
            var kept = witness.everythingAbout(number);
            for (Boolean answer : new Boolean[] {true, false}) {
                assertThat(objection(number, answer, "It is fine", login)).contains("yourself");
                assertThatThrownBy(() -> decide(number, answer, "It is fine", login))
                        .isInstanceOf(Overtaken.class)
                        .hasMessageContaining("yourself");
            }
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }

        @Test
        void nobodyDecidesWhoIsNotKnown() {
            var number = proposed();
            var kept = witness.everythingAbout(number);
            assertThat(objection(number, true, null, null)).contains("Nobody who is logged in");
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }

        @ParameterizedTest
        @CsvSource({", , Approve the action: choose one.", "false, , Reason: required when the action is not approved."
        })
        void anIncompleteAnswerIsGivenBack(@Nullable Boolean approved, @Nullable String reason, String sentence) {
            var number = proposed();
            var kept = witness.everythingAbout(number);
            assertThat(objection(number, approved, reason, "omar")).isEqualTo(sentence);
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }

        @Test
        void theTimelineSaysWhoApproved() {
            var number = proposed();
            assertThat(decide(number, true, null, "omar")).isTrue();
            assertThat(latestOf(number).decidedBy()).contains("omar");
            assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.APPROVED);
            assertThat(witness.latestOf(number).actor()).isEqualTo(Actor.agent("omar"));
        }

        @Test
        void aDeclinedActionCannotBeCarriedOut() {
            var number = proposed();
            assertThat(decide(number, false, "Too dear {{x}}", "omar")).isFalse();
            assertThat(witness.latestOf(number).text()).isEqualTo("Too dear {{x}}");
            var kept = witness.everythingAbout(number);
            assertThatThrownBy(() -> report(number, true, null)).hasMessageContaining("DECLINED");
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }

        @Test
        void onlyTheLatestProposalIsDecided() {
            var number = proposed();
            decide(number, false, "Too dear", "omar");
            plan(number, credit("Half of it", "10"), "omar");
            assertThat(objection(number, true, null, "omar")).contains("yourself");
            assertThat(decide(number, true, null, "nina")).isTrue();
            assertThat(latestOf(number).state()).isEqualTo(PlannedAction.State.APPROVED);
        }

        @Test
        void nothingIsDecidedForACaseThatEnded() {
            var number = proposed();
            withdrawCase.withdraw(number, null, "portal");
            var kept = witness.everythingAbout(number);
            assertThat(objection(number, true, null, "omar")).contains("WITHDRAWN");
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }

        @Test
        void ofTwoWhoDecideAtOnceOneDecides() throws Exception {
            var number = proposed();
            var approving = deciding(number, true, "omar");
            var declining = deciding(number, false, "greta");
            var decisions = new ArrayList<Boolean>();
            try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var each : executor.invokeAll(List.of(approving, declining))) {
                    try {
                        decisions.add(each.get());
                    } catch (ExecutionException e) {
                        assertThat(e.getCause())
                                .isInstanceOfAny(
                                        DataAccessException.class, IllegalStateException.class, Overtaken.class);
                    }
                }
            }
            assertThat(decisions).hasSize(1);
            assertThat(latestOf(number).state())
                    .isEqualTo(decisions.getFirst() ? PlannedAction.State.APPROVED : PlannedAction.State.DECLINED);
            assertThat(witness.happeningsOf(number))
                    .filteredOn(kind -> kind == Kind.APPROVED || kind == Kind.DECLINED)
                    .hasSize(1);
        }

        private Callable<Boolean> deciding(CaseNumber number, boolean approved, String login) {
            return () -> decide(number, approved, "Because", login);
        }
    }

    @Nested
    class CarryingOut {

        @Test
        void whatCameOfItIsKeptWithWhoDidIt() {
            var done = approved();
            assertThat(report(done, true, null).carriedOut()).isTrue();
            assertThat(latestOf(done).state()).isEqualTo(PlannedAction.State.DONE);
            assertThat(witness.latestOf(done).kind()).isEqualTo(Kind.CARRIED_OUT);
            assertThat(witness.latestOf(done).actor()).isEqualTo(Actor.agent("nina"));

            var failed = approved();
            assertThat(report(failed, false, "The window is over").failure()).contains("The window is over");
            assertThat(latestOf(failed).state()).isEqualTo(PlannedAction.State.FAILED);
            assertThat(witness.latestOf(failed).text()).isEqualTo("The window is over");
        }

        @ParameterizedTest
        @CsvSource({
            ", Done, Did it take effect",
            "true, , In words for the customer",
            "true, long, at most 2000",
            "false, Done, What went wrong"
        })
        void aReportThatIsNotCompleteIsRefusedAndNothingIsKept(
                @Nullable Boolean done, @Nullable String words, String problem) {
            var number = approved();
            var kept = witness.everythingAbout(number);
            String resolution = "long".equals(words) ? "x".repeat(2001) : words;
            assertThat(recordApproval
                            .problemWithReport(number, done, resolution, null)
                            .orElseThrow())
                    .contains(problem);
            assertThatThrownBy(() -> recordApproval.report(
                            number, done, resolution, null, "nina", CaseDesk.step("serviceTask_RecordAction")))
                    .isInstanceOf(Overtaken.class);
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }

        @Test
        void nothingIsCarriedOutBeforeItIsApprovedNorTwice() {
            var number = proposed();
            assertThatThrownBy(() -> report(number, true, null)).hasMessageContaining("PROPOSED");
            decide(number, true, null, "omar");
            report(number, true, null);
            var kept = witness.everythingAbout(number);
            assertThatThrownBy(() -> report(number, true, null)).hasMessageContaining("DONE");
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }

        /** The money is spent all the same. */
        @Test
        void whatWasDoneIsKeptThoughTheCaseWasWithdrawn() {
            var number = approved();
            withdrawCase.withdraw(number, null, "portal");
            assertThat(report(number, true, null).carriedOut()).isTrue();
            assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.CARRIED_OUT);
        }

        private CaseNumber approved() {
            var number = proposed();
            decide(number, true, null, "omar");
            return number;
        }
    }

    private CaseNumber proposed() {
        var number = desk.resolving();
        plan(number, credit("Credit line 2", "79.90"), "nina");
        return number;
    }

    private static Plan credit(String detail, @Nullable String amount) {
        return APlan.to("credit")
                .detail(detail)
                .costing(amount)
                .forASecondPerson()
                .plan();
    }

    private Outcome plan(CaseNumber number, Plan plan, @Nullable String agent) {
        var outcome = recordResolution.record(number, plan, agent, CaseDesk.step("serviceTask_RecordResolution"));
        if (plan.approvalNeeded()) {
            proposeChange.propose(number, plan, "Give a credit", agent, CaseDesk.step("serviceTask_ProposeChange"));
        }
        return outcome;
    }

    private String objection(
            CaseNumber number, @Nullable Boolean approved, @Nullable String reason, @Nullable String agent) {
        return recordApproval
                .problemWithDecision(number, approved, reason, agent)
                .orElseThrow();
    }

    private boolean decide(
            CaseNumber number, @Nullable Boolean approved, @Nullable String reason, @Nullable String agent) {
        return recordApproval.decide(number, approved, reason, agent, CaseDesk.step("serviceTask_RecordApproval"));
    }

    private RecordApproval.Report report(CaseNumber number, Boolean done, @Nullable String reason) {
        return recordApproval.report(
                number, done, "It is done.", reason, "nina", CaseDesk.step("serviceTask_RecordAction"));
    }

    private PlannedAction latestOf(CaseNumber number) {
        return actions.findFirstByCaseIdOrderByIdDesc(witness.caseOf(number).id())
                .orElseThrow();
    }
}
