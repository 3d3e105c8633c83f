package io.casewright.casefile.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.casefile.application.RecordAnswer.Settlement;
import io.casewright.casefile.application.RecordReading.Outcome;
import io.casewright.casefile.application.RecordReading.Reading;
import io.casewright.casefile.application.TakeUpMessage.Reader;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.Severity;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.message.CaseMessage;
import io.casewright.message.InboundMessage;
import io.casewright.message.MessageKind;
import io.casewright.message.Messages;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What customers write reaches a person once, whole, and something comes of it. */
@CasewrightTest
class ReadingTests {

    @Autowired
    CaseDesk desk;

    @Autowired
    CaseWitness witness;

    @Autowired
    ReceiveMessage receiveMessage;

    @Autowired
    TakeUpMessage takeUpMessage;

    @Autowired
    RecordReading recordReading;

    @Autowired
    RecordAnswer recordAnswer;

    @Autowired
    RemindOfClosing remindOfClosing;

    @Autowired
    RecordDiagnosis recordDiagnosis;

    @Autowired
    CheckServiceHealth checkServiceHealth;

    @Autowired
    ReplanCase replanCase;

    @Autowired
    Messages messages;

    @Nested
    class Together {

        @Test
        void manyMessagesMakeOneTaskWithEveryTextInIt() {
            var number = desk.resolving();
            long first = written(number, "One");
            assertThat(takeUpMessage.takeUp(number, first).reader()).isEqualTo(Reader.OWN_TASK);
            for (int nth = 2; nth <= 25; nth++) {
                var later = takeUpMessage.takeUp(number, written(number, "Text " + nth + "."));
                assertThat(later.reader()).isEqualTo(Reader.OTHER_TASK);
            }
            assertThat(witness.toldAbout(number)).containsOnlyOnce(CaseMessages.MESSAGE_ADDED);

            var shown = takeUpMessage.add(number, first);

            assertThat(shown.count()).isEqualTo(25);
            assertThat(shown.text())
                    .startsWith("One")
                    .contains("Text 2.", "Text 13.")
                    .endsWith("Text 25.");
            recordReading.record(number, first, read(25), "nina", step());
            assertThat(witness.toldAbout(number).stream().filter(CaseMessages.READING_OVER::equals))
                    .hasSize(24);
            inbound(number)
                    .forEach(message -> assertThat(
                                    takeUpMessage.takeUp(number, message.id()).reader())
                            .isEqualTo(Reader.NOBODY));
        }

        @Test
        void whatCameAfterTheFormWasOpenedIsReadInATaskOfItsOwn() {
            var number = desk.resolving();
            long first = written(number, "One");
            long second = written(number, "Two");
            takeUpMessage.takeUp(number, first);
            takeUpMessage.takeUp(number, second);

            recordReading.record(number, first, read(1), "nina", step());

            assertThat(takeUpMessage.takeUp(number, first).reader()).isEqualTo(Reader.NOBODY);
            var anew = takeUpMessage.takeUp(number, second);
            assertThat(anew.reader()).isEqualTo(Reader.OWN_TASK);
            assertThat(anew.unread().text()).isEqualTo("Two");
        }

        @Test
        void theFormShowsWhatItIsAbout() {
            var number = desk.waitingForCustomer();
            receiveMessage.receive(number, "All of them", "portal", key());
            var shown = takeUpMessage
                    .takeUp(number, written(number, "And one more"))
                    .unread();
            assertThat(shown.text()).isEqualTo("And one more");
            assertThat(shown.question()).isNotBlank();
            assertThat(shown.before()).contains("Customer: All of them");
            assertThat(shown.status()).isEqualTo("Waiting for the customer");
        }
    }

    @Nested
    class WhatComesOfIt {

        @Test
        void theCustomerIsAnswered() {
            var number = desk.resolving();
            done(number, "When?", new Reading(Outcome.ANSWER, "Tomorrow.", 1, null, null));
            assertThat(messages.of(number.value()).getLast()).satisfies(letter -> {
                assertThat(letter.kind()).isEqualTo(MessageKind.UPDATE);
                assertThat(letter.body()).contains("Tomorrow.");
            });
        }

        @Test
        void aSolutionThatDidNotHelpGoesBackAtOnce() {
            var number = desk.resolved();
            done(number, "It still does not work", new Reading(Outcome.NOT_SOLVED, null, 1, null, null));
            assertThat(witness.toldAbout(number)).contains(CaseMessages.CUSTOMER_ANSWERED);
            assertThat(settled(number)).isEqualTo(Settlement.NOT_SOLVED);
            assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.DIAGNOSING);
            assertThat(textsOf(number, Kind.REJECTED)).containsExactly("It still does not work");
        }

        @Test
        void aCaseThatClosedMeanwhileIsReopened() {
            var number = desk.closed();
            done(number, "Thanks, but it still fails", new Reading(Outcome.NOT_SOLVED, null, 1, null, null));
            assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.DIAGNOSING);
            assertThat(textsOf(number, Kind.REOPENED)).containsExactly("Thanks, but it still fails");
        }

        @Test
        void somethingElseBecomesACaseOfItsOwn() {
            var number = desk.resolving();
            done(number, "My invoice is wrong, too", new Reading(Outcome.NEW_CASE, null, 1, null, null));
            var opened = new CaseNumber(textsOf(number, Kind.CASE_OPENED).getFirst());
            assertThat(witness.caseOf(opened).request().description()).isEqualTo("My invoice is wrong, too");
            assertThat(witness.caseOf(opened).followUpOf()).contains(number);
            assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.RESOLVING);
        }

        @Test
        void anAnswerToAnOpenQuestionGoesToWhoAsked() {
            var number = desk.diagnosing();
            long written = written(number, "It is the third floor");
            desk.asked(number);
            takeUpMessage.takeUp(number, written);
            recordReading.record(number, written, new Reading(Outcome.REPLY, null, 1, null, null), "nina", step());
            assertThat(witness.toldAbout(number)).contains(CaseMessages.CUSTOMER_REPLIED);
        }

        @Test
        void whatDoesNotFitIsRefusedWithWhatToDo() {
            assertThat(problem(desk.resolving(), new Reading(null, null, 1, null, null)))
                    .isEqualTo("What comes of it: choose one.");
            assertThat(problem(desk.resolving(), new Reading(Outcome.ANSWER, null, 1, null, null)))
                    .isEqualTo("Words to the customer: required.");
            assertThat(problem(desk.resolving(), new Reading(Outcome.REPLY, null, 1, null, null)))
                    .contains("no question to the customer waits");
            assertThat(problem(desk.resolving(), new Reading(Outcome.NOT_SOLVED, null, 1, null, null)))
                    .contains("there is no solution to take back");
            // A form of before cannot ask.
            assertThat(recordReading.problemWith(desk.resolving(), new Reading(null, null, null, null, null)))
                    .isEmpty();
        }
    }

    @Nested
    class HowUrgent {

        @Test
        void aStaleFormOfADiagnosisUndoesNoneEither() {
            var number = desk.diagnosing();
            replanCase.reassess(number, Severity.MODERATE, "portal");
            recordDiagnosis.record(
                    number,
                    desk.findings(Severity.CRITICAL, Severity.CRITICAL),
                    "nina",
                    CaseDesk.step("serviceTask_RecordDiagnosis"));
            assertThat(witness.caseOf(number).severity()).isEqualTo(Severity.MODERATE);
        }

        @Test
        void aStaleFormUndoesNoNewerSeverity() {
            var number = desk.resolving();
            long written = written(number, "It is only me");
            takeUpMessage.takeUp(number, written);
            replanCase.reassess(number, Severity.MODERATE, "portal");

            recordReading.record(
                    number,
                    written,
                    new Reading(Outcome.READ, null, 1, Severity.MINIMAL, Severity.CRITICAL),
                    "nina",
                    step());

            assertThat(witness.caseOf(number).severity()).isEqualTo(Severity.MODERATE);
            assertThat(textsOf(number, Kind.SEVERITY_KEPT)).containsExactly("MINIMAL");
        }
    }

    @Nested
    class WhoDiagnosesAgain {

        @Test
        void readsWhyItCameBackAndWhatWasTried() {
            var number = desk.resolved();
            assertThat(cameBack(desk.diagnosing())).isEmpty();
            done(number, "It still does not work", new Reading(Outcome.NOT_SOLVED, null, 1, null, null));
            settled(number);
            assertThat(cameBack(number))
                    .contains("Found before: The transport rule loops")
                    .contains("Tried before: Read the message trace")
                    .contains("The customer was told: The rule is switched off")
                    .contains("Resolution did not help: It still does not work");
        }

        @Test
        void readsWhatTheCustomerWroteWhenItWasReopened() {
            var number = desk.closed();
            receiveMessage.receive(number, "It is broken since noon", "portal", key());
            assertThat(cameBack(number)).contains("Reopened: It is broken since noon");
        }

        private String cameBack(CaseNumber number) {
            return checkServiceHealth
                    .check(number, CaseDesk.step("serviceTask_CheckServiceHealth"))
                    .cameBack();
        }
    }

    @Nested
    class BeforeItCloses {

        @Test
        void aMessageThatIsNotReadStopsTheClose() {
            var number = desk.resolved();
            long written = written(number, "It still does not work");
            assertThat(settled(number)).isEqualTo(Settlement.PUT_OFF);
            assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.RESOLVED);
            takeUpMessage.takeUp(number, written);
            recordReading.record(number, written, read(1), "nina", step());
            assertThat(settled(number)).isEqualTo(Settlement.SOLVED);
            assertThat(messages.of(number.value()).getLast().body())
                    .contains("You have not told us that anything is left to do");
        }

        @Test
        void whoIsAnsweredHasTimeToReadIt() {
            var number = desk.resolved();
            var due = witness.caseOf(number).confirmationDue().orElseThrow();
            done(number, "What did you do?", new Reading(Outcome.ANSWER, "We restarted it.", 1, null, null));
            assertThat(witness.caseOf(number).confirmationDue().orElseThrow()).isAfter(due);
            assertThat(recordAnswer.record(number, due, CaseDesk.step("serviceTask_RecordAnswer")))
                    .isEqualTo(Settlement.PUT_OFF);
        }

        @Test
        void theCustomerIsRemindedOnceUnlessHeard() {
            var silent = desk.resolved();
            var heard = desk.resolved();
            written(heard, "Wait");
            for (var number : List.of(silent, heard)) {
                var step = CaseDesk.step("serviceTask_RemindOfClosing");
                remindOfClosing.remind(number, step);
                remindOfClosing.remind(number, step);
            }
            assertThat(letters(silent, MessageKind.CLOSING_REMINDER)).hasSize(1);
            assertThat(letters(heard, MessageKind.CLOSING_REMINDER)).isEmpty();
        }
    }

    @Nested
    class NothingToDo {

        @ParameterizedTest
        @ValueSource(strings = {"Thank you very much, works now!", "Vielen Dank!"})
        void thanksForAClosedCaseAreKeptAndMoveNothing(String thanks) {
            var number = desk.closed();
            assertThat(receiveMessage.receive(number, thanks, "portal", key()))
                    .get()
                    .extracting(reached -> reached.status())
                    .isEqualTo(CaseStatus.CLOSED);
            assertThat(inbound(number)).extracting(CaseMessage::body).contains(thanks);
            assertThat(witness.toldAbout(number))
                    .doesNotContain(CaseMessages.CUSTOMER_WROTE, CaseMessages.CASE_REOPENED);
        }

        @Test
        void inDoubtAPersonDecides() {
            var number = desk.closed();
            receiveMessage.receive(number, "Thanks, but it still fails", "portal", key());
            assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.CLOSED);
            assertThat(witness.toldAbout(number)).contains(CaseMessages.CUSTOMER_WROTE);
        }

        @ParameterizedTest
        @EnumSource(
                value = CaseStatus.class,
                names = {"RESOLVED", "CLOSED", "RESOLVING", "WAITING_FOR_CUSTOMER"})
        void whatAMachineWroteIsKeptAndMovesNothing(CaseStatus status) {
            for (boolean marked : new boolean[] {true, false}) {
                var number = switch (status) {
                    case RESOLVED -> desk.resolved();
                    case CLOSED -> desk.closed();
                    case RESOLVING -> desk.resolving();
                    default -> desk.waitingForCustomer();
                };
                String words = marked ? "I am away" : "Automatic reply: I am away";
                receiveMessage.receive(
                        number, at -> InboundMessage.fromPortal(at, "portal", words, marked, key()), List.of());
                assertThat(inbound(number).getLast().automatic()).isTrue();
                assertThat(witness.statusOf(number)).isEqualTo(status);
                assertThat(witness.toldAbout(number))
                        .doesNotContain(
                                CaseMessages.CUSTOMER_WROTE, CaseMessages.CASE_REOPENED, CaseMessages.CUSTOMER_REPLIED);
                if (status == CaseStatus.RESOLVED) {
                    assertThat(settled(number)).isEqualTo(Settlement.SOLVED);
                }
            }
        }
    }

    private void done(CaseNumber number, String text, Reading reading) {
        long written = written(number, text);
        takeUpMessage.takeUp(number, written);
        recordReading.record(number, written, reading, "nina", step());
    }

    private @Nullable String problem(CaseNumber number, Reading reading) {
        return recordReading.problemWith(number, reading).orElse(null);
    }

    private Settlement settled(CaseNumber number) {
        return recordAnswer.record(number, null, CaseDesk.step("serviceTask_RecordAnswer"));
    }

    private static Reading read(int count) {
        return new Reading(Outcome.READ, null, count, null, null);
    }

    /** The id of the message. */
    private long written(CaseNumber number, String text) {
        receiveMessage.receive(number, text, "portal", key());
        return inbound(number).getLast().id();
    }

    private List<CaseMessage> inbound(CaseNumber number) {
        return letters(number, MessageKind.REPLY);
    }

    private List<CaseMessage> letters(CaseNumber number, MessageKind kind) {
        return messages.of(number.value()).stream()
                .filter(message -> message.kind() == kind)
                .toList();
    }

    private List<String> textsOf(CaseNumber number, Kind kind) {
        return witness.timelineOf(number).stream()
                .filter(entry -> entry.kind() == kind)
                .map(TimelineEntry::text)
                .toList();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static io.casewright.casefile.domain.Step step() {
        return CaseDesk.step("serviceTask_RecordReading");
    }
}
