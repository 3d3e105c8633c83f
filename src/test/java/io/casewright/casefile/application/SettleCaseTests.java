package io.casewright.casefile.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.casefile.application.RecordAnswer.Settlement;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.CustomerAnswer;
import io.casewright.casefile.domain.NotPossibleNow;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.message.MessageKind;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/** From the words about a solution to the end of the case, or back. */
@CasewrightTest
class SettleCaseTests {

    private static final String WORDS = "The rule is off. <b>{{name}}</b> ${7*7}";

    @Autowired
    CaseDesk desk;

    @Autowired
    CaseWitness witness;

    @Autowired
    TellResolution tellResolution;

    @Autowired
    ConfirmResolution confirmResolution;

    @Autowired
    RecordAnswer recordAnswer;

    @Autowired
    WithdrawCase withdrawCase;

    @Autowired
    CaseSteps steps;

    @Autowired
    Correspondence correspondence;

    @Autowired
    CaseSettings settings;

    @Autowired
    TransactionTemplate transaction;

    @Nested
    class Telling {

        @Test
        void theCustomerReadsTheWordsAndUntilWhenToAnswer() {
            var number = desk.resolving(desk.diagnosing(ARequest.from("adatum.example", "it@adatum.example")));
            var now = Instant.parse("2026-11-23T09:00:00Z");
            var then = new TellResolution(steps, correspondence, settings, Clock.fixed(now, ZoneOffset.UTC));
            var step = telling();
            var told = transaction.execute(status -> then.tell(number, WORDS, step));
            var due = told.due();
            assertThat(told.reminderAt()).isEqualTo("2026-11-26T09:00:00Z");

            assertThat(due).isEqualTo("2026-11-28T09:00:00Z");
            assertThat(witness.caseOf(number).confirmationDue()).contains(due);
            assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.RESOLVED);
            assertThat(witness.caseOf(number).resolution()).contains(WORDS);
            assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.RESOLVED);
            assertThat(witness.lettersOf(number)).singleElement().satisfies(letter -> {
                assertThat(letter.kind()).isEqualTo(MessageKind.RESOLUTION);
                assertThat(letter.body()).contains("Guten Tag Greta Baumann,", WORDS, "28. November 2026", "10:00");
            });

            var kept = witness.everythingAbout(number);
            assertThat(tellResolution.tell(number, WORDS, step).due()).isEqualTo(due);
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }

        @Test
        void aCaseWithdrawnMeanwhileIsToldNothing() {
            var number = desk.resolving();
            withdrawCase.withdraw(number, null, "portal");
            var kept = witness.everythingAbout(number);
            tellResolution.tell(number, WORDS, telling());
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }

        @Test
        void aCaseThatNobodySolvedIsNotToldSolved() {
            var number = desk.diagnosing();
            var kept = witness.everythingAbout(number);
            assertThatThrownBy(() -> tellResolution.tell(number, WORDS, telling()))
                    .isInstanceOf(NotPossibleNow.class);
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }

        private Step telling() {
            return CaseDesk.step("serviceTask_TellResolution");
        }
    }

    @Nested
    class Answering {

        @ParameterizedTest
        @CsvSource({"SOLVED, CONFIRMED", "NOT_SOLVED, REJECTED"})
        void theFirstAnswerCountsAndTheProcessHearsItOnce(CustomerAnswer answer, Kind kind) {
            var number = desk.resolved();
            confirmResolution.confirm(number, answer, "portal");
            assertThat(witness.latestOf(number).kind()).isEqualTo(kind);
            assertThat(witness.latestOf(number).actor()).isEqualTo(Actor.customer("portal"));
            assertThat(witness.toldAbout(number)).containsOnlyOnce(CaseMessages.CUSTOMER_ANSWERED);

            var kept = witness.everythingAbout(number);
            confirmResolution.confirm(number, answer, "portal");
            var other = answer == CustomerAnswer.SOLVED ? CustomerAnswer.NOT_SOLVED : CustomerAnswer.SOLVED;
            assertThatThrownBy(() -> confirmResolution.confirm(number, other, "portal"))
                    .isInstanceOf(NotPossibleNow.class)
                    .hasMessageContaining("the customer said " + answer);
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }

        @Test
        void nothingIsAnsweredThatWasNotAsked() {
            for (var number : List.of(desk.resolving(), desk.closed())) {
                var kept = witness.everythingAbout(number);
                assertThatThrownBy(() -> confirmResolution.confirm(number, CustomerAnswer.SOLVED, "portal"))
                        .isInstanceOf(NotPossibleNow.class);
                assertThat(witness.everythingAbout(number)).isEqualTo(kept);
            }
            assertThat(confirmResolution.confirm(new CaseNumber("CW-1999-000001"), CustomerAnswer.SOLVED, "portal"))
                    .isEmpty();
        }

        @Test
        void ofTwoOppositeAnswersAtOnceOneCounts() throws Exception {
            var number = desk.resolved();
            Callable<Object> yes = () -> confirmResolution.confirm(number, CustomerAnswer.SOLVED, "portal");
            Callable<Object> no = () -> confirmResolution.confirm(number, CustomerAnswer.NOT_SOLVED, "portal");
            int failed = 0;
            try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var each : executor.invokeAll(List.of(yes, no))) {
                    try {
                        each.get();
                    } catch (ExecutionException e) {
                        assertThat(e.getCause()).isInstanceOfAny(DataAccessException.class, NotPossibleNow.class);
                        failed++;
                    }
                }
            }
            assertThat(failed).isEqualTo(1);
            assertThat(witness.toldAbout(number)).containsOnlyOnce(CaseMessages.CUSTOMER_ANSWERED);
            assertThat(witness.happeningsOf(number))
                    .filteredOn(kind -> kind == Kind.CONFIRMED || kind == Kind.REJECTED)
                    .hasSize(1);
        }
    }

    @Nested
    class Settling {

        @Test
        void theClosingLetterSaysWhetherTheCustomerConfirmedOrStayedSilent() {
            var confirmed = resolvedForAdatum();
            confirmResolution.confirm(confirmed, CustomerAnswer.SOLVED, "portal");
            assertThat(settle(confirmed)).isTrue();
            assertThat(witness.lettersOf(confirmed).getLast().body()).contains("vielen Dank für die Bestätigung");

            var silent = resolvedForAdatum();
            assertThat(settle(silent)).isTrue();
            assertThat(witness.lettersOf(silent).getLast().body()).contains("wir haben nichts von Ihnen gehört");
            for (var number : List.of(confirmed, silent)) {
                assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.CLOSED);
                assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.CLOSED);
            }
        }

        @Test
        void whoSaysItDidNotHelpGetsNoClosingLetterAndIsAskedAfreshNextTime() {
            var number = desk.resolved();
            confirmResolution.confirm(number, CustomerAnswer.NOT_SOLVED, "portal");
            assertThat(settle(number)).isFalse();
            assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.REOPENED);
            assertThat(witness.lettersOf(number))
                    .extracting(letter -> letter.kind())
                    .containsExactly(MessageKind.RESOLUTION);

            desk.resolved(desk.resolving(number));
            assertThat(witness.caseOf(number).customerAnswer()).isEmpty();
            confirmResolution.confirm(number, CustomerAnswer.SOLVED, "portal");
            assertThat(settle(number)).isTrue();
        }

        @Test
        void settlesOnceAndLeavesAWithdrawnCase() {
            var number = desk.resolved();
            var step = CaseDesk.step("serviceTask_RecordAnswer");
            recordAnswer.record(number, null, step);
            var kept = witness.everythingAbout(number);
            assertThat(recordAnswer.record(number, null, step)).isEqualTo(Settlement.SOLVED);
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);

            var withdrawn = desk.resolved();
            withdrawCase.withdraw(withdrawn, null, "portal");
            kept = witness.everythingAbout(withdrawn);
            assertThat(settle(withdrawn)).isTrue();
            assertThat(witness.everythingAbout(withdrawn)).isEqualTo(kept);
        }

        private CaseNumber resolvedForAdatum() {
            return desk.resolved(desk.resolving(desk.diagnosing(ARequest.from("adatum.example", "it@adatum.example"))));
        }

        private boolean settle(CaseNumber number) {
            return recordAnswer.record(number, null, CaseDesk.step("serviceTask_RecordAnswer")) == Settlement.SOLVED;
        }
    }
}
