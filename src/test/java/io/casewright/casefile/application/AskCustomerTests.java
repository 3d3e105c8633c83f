package io.casewright.casefile.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.NextStep;
import io.casewright.casefile.domain.NotPossibleNow;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.message.MessageKind;
import io.casewright.message.Messages;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@CasewrightTest
class AskCustomerTests {

    private static final String QUESTION = "Which users? <b>{{name}}</b> ${7*7}";

    @Autowired
    CaseDesk desk;

    @Autowired
    CaseWitness witness;

    @Autowired
    AskCustomer askCustomer;

    @Autowired
    WithdrawCase withdrawCase;

    @Autowired
    ReceiveMessage receiveMessage;

    @Autowired
    CaseSteps steps;

    @Autowired
    CaseProcess process;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Messages messages;

    @Autowired
    CaseSettings settings;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Nested
    class Asking {

        @Test
        void theQuestionGoesOutInTheLanguageOfTheCustomerAndTheCaseWaits() {
            var number = readyToAsk("proseware.example");
            var asked = askCustomer.ask(number, QUESTION, asking());

            assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.WAITING_FOR_CUSTOMER);
            assertThat(witness.caseOf(number).question()).contains(QUESTION);
            assertThat(asked.replyDue())
                    .isCloseTo(Instant.now().plus(settings.replyTime()), within(Duration.ofMinutes(1)));
            var firstReminder = asked.replyDue().minus(settings.replyTime()).plus(settings.reminderEvery());
            assertThat(asked.reminders()).isEqualTo("R/" + firstReminder + "/PT48H");
            var entry = witness.latestOf(number);
            assertThat(entry.kind()).isEqualTo(Kind.ASKED);
            assertThat(entry.actor()).isEqualTo(Actor.SYSTEM);
            assertThat(entry.elementId()).isEqualTo("serviceTask_AskCustomer");
            assertThat(entry.text()).isEqualTo(QUESTION);
            assertThat(witness.lettersOf(number)).singleElement().satisfies(letter -> {
                assertThat(letter.kind()).isEqualTo(MessageKind.QUESTION);
                assertThat(letter.body()).startsWith("Bonjour Élodie Marchand,").contains(QUESTION);
            });
        }

        @Test
        void askedTwiceItIsOneQuestionWithOneDate() {
            var number = readyToAsk("contoso.example");
            var step = asking();
            var first = askCustomer.ask(number, QUESTION, step);
            var kept = witness.everythingAbout(number);
            var again = askCustomer.ask(number, QUESTION, step);
            assertThat(again).isEqualTo(first);
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }

        @Test
        void aCaseWithdrawnMeanwhileIsAskedNothing() {
            var number = readyToAsk("contoso.example");
            withdrawCase.withdraw(number, null, "portal");
            var kept = witness.everythingAbout(number);
            askCustomer.ask(number, QUESTION, asking());
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }

        @Test
        void aCaseThatIsSolvedAlreadyIsNotAskedAndNothingHalfOfItStays() {
            var number = desk.resolving();
            var kept = witness.everythingAbout(number);
            assertThatThrownBy(() -> askCustomer.ask(number, QUESTION, asking()))
                    .isInstanceOf(NotPossibleNow.class)
                    .hasMessageContaining(number.value())
                    .hasMessageContaining("RESOLVING");
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }
    }

    @Nested
    class Reminding {

        @ParameterizedTest
        @CsvSource({"PT120H, in 5 Tagen", "PT50H, in 2 Tagen", "PT30H, in einem Tag", "PT1H, in einem Tag"})
        void theReminderRepeatsTheQuestionAndSaysHowLongIsLeft(Duration left, String words) {
            var number = waiting("adatum.example");
            var due = witness.caseOf(number).replyDue().orElseThrow();
            at(due.minus(left), asker -> asker.remind(number, reminding()));

            assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.REMINDED);
            assertThat(witness.lettersOf(number).getLast().body())
                    .startsWith("Guten Tag Greta Baumann,")
                    .contains("> " + QUESTION, words);
            assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.WAITING_FOR_CUSTOMER);
        }

        @Test
        void eachReminderIsALetterOfItsOwnAndEachIsSentOnce() {
            var number = waiting("contoso.example");
            var first = reminding();
            askCustomer.remind(number, first);
            askCustomer.remind(number, first);
            askCustomer.remind(number, reminding());
            assertThat(witness.lettersOf(number))
                    .extracting(letter -> letter.kind())
                    .containsExactly(MessageKind.QUESTION, MessageKind.REMINDER, MessageKind.REMINDER);
        }

        @Test
        void nobodyIsRemindedWhoHasWrittenAlready() {
            var number = waiting("contoso.example");
            reply(number);
            askCustomer.remind(number, reminding());
            assertThat(witness.lettersOf(number))
                    .extracting(letter -> letter.kind())
                    .containsExactly(MessageKind.QUESTION);
        }

        @Test
        void nobodyIsRemindedOfACaseThatEnded() {
            var number = waiting("contoso.example");
            withdrawCase.withdraw(number, null, "portal");
            askCustomer.remind(number, reminding());
            assertThat(witness.happeningsOf(number)).doesNotContain(Kind.REMINDED);
        }
    }

    @Nested
    class TakingTheReply {

        @Test
        void theDiagnosisGoesOn() {
            var number = waiting("contoso.example");
            reply(number);
            var step = CaseDesk.step("serviceTask_RecordReply");
            var facts = askCustomer.takeReply(number, step);
            assertThat(facts.caseNumber()).isEqualTo(number.value());
            assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.DIAGNOSING);
            assertThat(witness.caseOf(number).replyDue()).isEmpty();
            assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.REPLIED);

            var kept = witness.everythingAbout(number);
            assertThat(askCustomer.takeReply(number, step)).isEqualTo(facts);
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }

        @Test
        void aCaseThatEndedMeanwhileStaysAsItIs() {
            var number = waiting("contoso.example");
            withdrawCase.withdraw(number, null, "portal");
            askCustomer.takeReply(number, CaseDesk.step("serviceTask_RecordReply"));
            assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.WITHDRAWN);
        }
    }

    @Nested
    class Silence {

        @Test
        void closesTheCaseAndSaysSo() {
            var number = waiting("tailspin.example");
            var step = closing();
            askCustomer.closeUnanswered(number, step);
            assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.CLOSED);
            assertThat(witness.caseOf(number).endedAt()).isPresent();
            assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.UNANSWERED);
            assertThat(witness.latestOf(number).elementId()).isEqualTo("serviceTask_CloseUnanswered");
            assertThat(witness.lettersOf(number).getLast().kind()).isEqualTo(MessageKind.CLOSING);
            assertThat(witness.lettersOf(number).getLast().body()).contains("Lucía Romero", number.value());

            var kept = witness.everythingAbout(number);
            askCustomer.closeUnanswered(number, step);
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }

        /** The engine may have been away while the customer wrote: it then fires the timer before it hears of the reply. */
        @Test
        void whoWroteInTimeIsNotSilentAndTheCaseGoesOn() {
            var number = waiting("contoso.example");
            reply(number);
            askCustomer.closeUnanswered(number, closing());

            assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.DIAGNOSING);
            assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.REPLIED);
            assertThat(witness.lettersOf(number))
                    .extracting(letter -> letter.kind())
                    .containsExactly(MessageKind.QUESTION);
            // Its process ends here, so another one has to take it up.
            assertThat(witness.caseOf(number).processInstanceKey()).isEmpty();
            assertThat(witness.toldAbout(number)).contains(CaseMessages.CASE_REOPENED);
        }

        @Test
        void aCaseThatGoesOnAlreadyIsLeftAlone() {
            var number = desk.resolving();
            var kept = witness.everythingAbout(number);
            askCustomer.closeUnanswered(number, closing());
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }
    }

    private CaseNumber readyToAsk(String customer) {
        return desk.diagnosed(desk.diagnosing(ARequest.from(customer, "it@" + customer)), NextStep.ASK);
    }

    private CaseNumber waiting(String customer) {
        var number = readyToAsk(customer);
        askCustomer.ask(number, QUESTION, asking());
        return number;
    }

    private void reply(CaseNumber number) {
        receiveMessage.receive(
                number, "All of them", "portal", UUID.randomUUID().toString());
    }

    private void at(Instant now, java.util.function.Consumer<AskCustomer> action) {
        var then = new AskCustomer(
                steps, process, correspondence, messages, settings, events, Clock.fixed(now, ZoneOffset.UTC));
        transaction.executeWithoutResult(status -> action.accept(then));
    }

    private static Step asking() {
        return CaseDesk.step("serviceTask_AskCustomer");
    }

    private static Step reminding() {
        return CaseDesk.step("serviceTask_RemindCustomer");
    }

    private static Step closing() {
        return CaseDesk.step("serviceTask_CloseUnanswered");
    }

    private static org.assertj.core.data.TemporalUnitOffset within(Duration tolerance) {
        return org.assertj.core.api.Assertions.within(tolerance.toSeconds(), ChronoUnit.SECONDS);
    }
}
