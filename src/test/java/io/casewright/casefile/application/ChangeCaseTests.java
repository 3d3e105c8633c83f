package io.casewright.casefile.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.casefile.application.RecordReading.Outcome;
import io.casewright.casefile.application.RecordReading.Reading;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.NotPossibleNow;
import io.casewright.casefile.domain.Severity;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.message.Messages;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What may happen to a case at any time: it is withdrawn, reopened, or becomes more or less urgent. */
@CasewrightTest
class ChangeCaseTests {

    @Autowired
    CaseDesk desk;

    @Autowired
    CaseWitness witness;

    @Autowired
    WithdrawCase withdrawCase;

    @Autowired
    ReceiveMessage receiveMessage;

    @Autowired
    ReopenCase reopenCase;

    @Autowired
    ReplanCase replanCase;

    @Autowired
    RecordReading recordReading;

    @Autowired
    Messages messages;

    @Autowired
    TakeUpAudit takeUpAudit;

    @Autowired
    JdbcClient database;

    @Nested
    class Withdrawal {

        @Test
        void endsACaseInWhateverStateItIsOnce() {
            for (var number : List.of(desk.received(), desk.waitingForCustomer(), desk.resolving(), desk.resolved())) {
                withdrawCase.withdraw(number, "Works again {{x}}", "portal");
                assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.WITHDRAWN);
                assertThat(witness.caseOf(number).endedAt()).isPresent();
                var entry = witness.latestOf(number);
                assertThat(entry.kind()).isEqualTo(Kind.WITHDRAWN);
                assertThat(entry.actor()).isEqualTo(Actor.customer("portal"));
                assertThat(entry.text()).isEqualTo("Works again {{x}}");
                assertThat(witness.toldAbout(number)).containsOnlyOnce(CaseMessages.REQUEST_WITHDRAWN);

                var kept = witness.everythingAbout(number);
                withdrawCase.withdraw(number, "Again", "portal");
                assertThat(witness.everythingAbout(number)).isEqualTo(kept);
            }
        }

        @Test
        void isRefusedForACaseThatEndedOtherwise() {
            var number = desk.closed();
            var kept = witness.everythingAbout(number);
            assertThatThrownBy(() -> withdrawCase.withdraw(number, null, "portal"))
                    .isInstanceOf(NotPossibleNow.class)
                    .hasMessageContaining("CLOSED");
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }
    }

    @Nested
    class Reopening {

        @Test
        void anotherProcessTakesTheCaseUpOnce() {
            var number = reopened();
            var step = CaseDesk.step("serviceTask_ReopenCase");
            var facts = reopenCase.reopen(number, 4711, step);
            assertThat(witness.caseOf(number).processInstanceKey()).contains(4711L);
            assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.REGISTERED);
            assertThat(facts.findings()).isEqualTo("The transport rule loops");

            var kept = witness.everythingAbout(number);
            assertThat(reopenCase.reopen(number, 4711, step)).isEqualTo(facts);
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }

        @Test
        void aCaseWithdrawnMeanwhileIsNotTakenUpAndItsNewProcessIsToldSo() {
            var number = reopened();
            withdrawCase.withdraw(number, null, "portal");
            var happened = witness.happeningsOf(number);
            reopenCase.reopen(number, 4711, CaseDesk.step("serviceTask_ReopenCase"));
            assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.WITHDRAWN);
            assertThat(witness.happeningsOf(number)).isEqualTo(happened);
            assertThat(timesTold(number, CaseMessages.REQUEST_WITHDRAWN)).isEqualTo(2);
        }

        /** No case can be opened in the name of somebody who left, but the word is not lost. */
        @Test
        void aMessageAboutAnEndedCaseOfSomebodyWhoLeftIsReadByAPerson() {
            var number = desk.received();
            withdrawCase.withdraw(number, null, "portal");
            long contact = witness.caseOf(number).contactId();
            database.sql("UPDATE contact SET closed_at = NOW(6) WHERE id = ?")
                    .param(contact)
                    .update();
            try {
                var reached = receiveMessage.receive(
                        number, "It is back", "portal", UUID.randomUUID().toString());
                assertThat(reached).map(SupportCase::number).contains(number);
            } finally {
                database.sql("UPDATE contact SET closed_at = NULL WHERE id = ?")
                        .param(contact)
                        .update();
            }
            assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.MESSAGE_RECEIVED);
            assertThat(witness.toldAbout(number)).contains(CaseMessages.CUSTOMER_WROTE);
        }

        private CaseNumber reopened() {
            var number = desk.closed();
            receiveMessage.receive(
                    number, "It is back", "portal", UUID.randomUUID().toString());
            return number;
        }
    }

    @Nested
    class Severities {

        @Test
        void anotherSeverityReachesTheProcessOnceAndMovesThePromise() {
            var number = desk.resolving();
            replanCase.reassess(number, Severity.MINIMAL, "portal");
            replanCase.reassess(number, Severity.MINIMAL, "portal");
            assertThat(witness.latestOf(number).text()).isEqualTo("MINIMAL");
            assertThat(witness.happeningsOf(number)).containsOnlyOnce(Kind.REASSESSED);
            assertThat(witness.toldAbout(number)).containsOnlyOnce(CaseMessages.SEVERITY_CHANGED);
            var facts = replanCase.replan(number);
            assertThat(facts.priority()).isEqualTo(20);
            assertThat(facts.taskDue())
                    .isEqualTo(witness.caseOf(number).receivedAt().plus(Duration.ofHours(4)));
        }

        @Test
        void aCaseThatEndedKeepsItsSeverity() {
            var number = desk.closed();
            var kept = witness.everythingAbout(number);
            assertThatThrownBy(() -> replanCase.reassess(number, Severity.MINIMAL, "portal"))
                    .isInstanceOf(NotPossibleNow.class);
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }

        @Test
        void whoReadsAMessageMayLeaveTheSeverityOrChangeIt() {
            var number = desk.resolving();
            read(number, null);
            assertThat(witness.caseOf(number).severity()).isEqualTo(Severity.CRITICAL);
            assertThat(witness.toldAbout(number)).doesNotContain(CaseMessages.SEVERITY_CHANGED);
            read(number, Severity.MODERATE);
            assertThat(witness.caseOf(number).severity()).isEqualTo(Severity.MODERATE);
            assertThat(witness.toldAbout(number)).containsOnlyOnce(CaseMessages.SEVERITY_CHANGED);
            assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.MESSAGE_READ);
            assertThat(witness.latestOf(number).actor()).isEqualTo(Actor.agent("nina"));
            assertThat(witness.timelineOf(number))
                    .filteredOn(entry -> entry.kind() == Kind.REASSESSED)
                    .extracting(TimelineEntry::text)
                    .containsExactly("MODERATE");
        }

        @Test
        void aMessageReadAfterTheEndChangesNothingButThatItWasRead() {
            var number = desk.closed();
            read(number, Severity.MINIMAL);
            assertThat(witness.caseOf(number).severity()).isEqualTo(Severity.CRITICAL);
            assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.CLOSED);
            assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.MESSAGE_READ);
        }

        private void read(CaseNumber number, Severity severity) {
            receiveMessage.note(number, "Rang them", "nina", UUID.randomUUID().toString());
            recordReading.record(
                    number,
                    messages.of(number.value()).getLast().id(),
                    new Reading(Outcome.READ, null, 1, severity, null),
                    "nina",
                    CaseDesk.step("serviceTask_RecordReading"));
        }
    }

    /** The engine does not say whether a start message found its process. */
    @Nested
    class TakingUp {

        @Test
        void whatNoProcessTookUpIsStartedAgainAndNothingElse() {
            var forgotten = aged(desk.received());
            var reopened = aged(desk.closed());
            receiveMessage.receive(
                    reopened, "It is back", "portal", UUID.randomUUID().toString());
            var young = desk.received();
            var taken = aged(desk.registered());
            var withdrawn = aged(desk.received());
            withdrawCase.withdraw(withdrawn, null, "portal");

            takeUpAudit.startWhatWasNotTakenUp();

            // It may have looked by itself a moment before.
            assertThat(timesTold(forgotten, CaseMessages.REQUEST_RECEIVED)).isGreaterThan(1);
            assertThat(timesTold(reopened, CaseMessages.CASE_REOPENED)).isGreaterThan(1);
            for (var other : List.of(young, taken, withdrawn)) {
                assertThat(timesTold(other, CaseMessages.REQUEST_RECEIVED)).isEqualTo(1);
            }
            end(forgotten);
            end(reopened);
        }

        /** An engine that took it over from a lost one would start a second. */
        @Test
        void whatHasBegunItsFirstStepIsNotStartedAgain() {
            var begun = aged(desk.received());
            database.sql("INSERT INTO process_place (generation, process_id, process_instance_key, element_id,"
                            + " element_instance_key, step_key, case_number, variables, entered_at)"
                            + " VALUES (1, 'support-case', 1, 'serviceTask_RegisterCase', 1, 'begun', ?, '{}', NOW(6))")
                    .param(begun.value())
                    .update();

            takeUpAudit.startWhatWasNotTakenUp();

            assertThat(timesTold(begun, CaseMessages.REQUEST_RECEIVED)).isEqualTo(1);
            end(begun);
            database.sql("DELETE FROM process_place WHERE case_number = ?")
                    .param(begun.value())
                    .update();
        }

        private CaseNumber aged(CaseNumber number) {
            witness.toldAbout(number);
            database.sql("UPDATE support_case SET received_at = received_at - INTERVAL 2 MINUTE WHERE number = ?")
                    .param(number.value())
                    .update();
            return number;
        }

        /** Else the audit, which runs by itself too, would start them for ever. */
        private void end(CaseNumber number) {
            withdrawCase.withdraw(number, null, "portal");
        }
    }

    private int timesTold(CaseNumber number, String message) {
        return (int) witness.toldAbout(number).stream().filter(message::equals).count();
    }
}
