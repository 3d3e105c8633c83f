package io.casewright.desk.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.access.Person;
import io.casewright.access.Role;
import io.casewright.casefile.application.ReceiveMessage;
import io.casewright.casefile.application.ReplanCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Severity;
import io.casewright.desk.domain.DeskColumn;
import io.casewright.desk.domain.DeskList;
import io.casewright.desk.domain.DeskRow;
import io.casewright.desk.domain.DeskRows;
import io.casewright.desk.domain.DeskView;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.DeskTest;
import io.casewright.testkit.TaskDesk;
import io.casewright.testkit.TaskDesk.Waiting;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DeskTest
class DeskListsTests {

    private final String queue = "q-" + UUID.randomUUID().toString().substring(0, 8);
    private final Person ada = new Person("ada-" + queue, "Ada", Set.of(Role.AGENT), Set.of(queue));

    @Autowired
    DeskLists lists;

    @Autowired
    CaseDesk cases;

    @Autowired
    TaskDesk tasks;

    @Autowired
    ReceiveMessage receiveMessage;

    @Autowired
    ReplanCase replanCase;

    @Autowired
    JdbcClient database;

    @Nested
    class WhatIsInThem {

        @Test
        void mineAreThoseIHave() {
            long mine = tasks.open(waiting(cases.diagnosing()).of(ada.login()));
            tasks.open(waiting(cases.diagnosing()));
            assertThat(ids(DeskList.MINE)).containsExactly(mine);
        }

        @Test
        void myQueuesAreThoseNobodyHas() {
            tasks.open(waiting(cases.diagnosing()).of("somebody"));
            long free = tasks.open(waiting(cases.diagnosing()));
            tasks.open(waiting(cases.diagnosing()).in("another"));
            assertThat(ids(DeskList.QUEUES)).containsExactly(free);
        }

        @Test
        void overdueIsWhatWasPromisedAndNotKept() {
            var late = cases.diagnosing();
            dueIn(late, -5);
            long task = tasks.open(waiting(late));
            long other = tasks.open(waiting(cases.diagnosing()));
            assertThat(ids(inQueue(DeskList.OVERDUE))).contains(task).doesNotContain(other);
        }

        @Test
        void waitingOnOthersIsWhatIWorkedOnLastAndHasNoTask() {
            var waits = cases.waitingForCustomer();
            long done = tasks.open(waiting(waits).of(ada.login()));
            assertThat(numbers(DeskView.of(DeskList.WAITING))).isEmpty();
            tasks.end(done, "COMPLETED", ada.login());
            assertThat(numbers(DeskView.of(DeskList.WAITING))).containsExactly(waits.value());
            long other = tasks.open(waiting(waits));
            assertThat(numbers(DeskView.of(DeskList.WAITING))).isEmpty();
            tasks.end(other, "COMPLETED", "somebody");
            assertThat(numbers(DeskView.of(DeskList.WAITING))).isEmpty();
        }

        @Test
        void countsAreAsLongAsTheLists() {
            tasks.open(waiting(cases.diagnosing()).of(ada.login()));
            tasks.open(waiting(cases.diagnosing()));
            tasks.open(waiting(cases.diagnosing()));
            var counts = lists.count(ada);
            for (var list : DeskList.values()) {
                assertThat(counts.of(list))
                        .as(list.name())
                        .isEqualTo(find(DeskView.of(list), 3).total());
            }
            assertThat(counts.mine()).isEqualTo(1);
            assertThat(counts.queues()).isEqualTo(2);
        }

        @Test
        void aTaskOfNoSingleCaseSaysWhatItIsAbout() {
            tasks.open(new Waiting(
                    "major-case",
                    "userTask_ConfirmMajorCase",
                    null,
                    "MC-000007",
                    queue,
                    null,
                    95,
                    null,
                    java.util.Map.of("majorCaseService", "Exchange Online", "majorCaseRegion", "Europe")));
            var row = find(DeskView.of(DeskList.QUEUES), 10).rows().getFirst();
            assertThat(row.reference()).isEqualTo("MC-000007");
            assertThat(row.subject()).isEqualTo("Exchange Online, Europe");
        }
    }

    @Nested
    class WhatTheySay {

        @Test
        void theFirstResponseIsPromisedUntilItWasGiven() {
            var number = cases.diagnosing();
            tasks.open(waiting(number));
            assertThat(row(number).due()).isNotNull();
            var asked = cases.waitingForCustomer();
            tasks.open(waiting(asked));
            assertThat(row(asked).due()).isNull();
        }

        @Test
        void anotherSeverityIsAnotherPromise() {
            var number = cases.diagnosing();
            tasks.open(waiting(number));
            var before = row(number);
            replanCase.reassess(number, Severity.MINIMAL, "portal");
            var after = row(number);
            assertThat(before.severity()).isEqualTo("CRITICAL");
            assertThat(after.severity()).isEqualTo("MINIMAL");
            assertThat(after.due()).isAfter(before.due());
        }

        @Test
        void theCustomersWordIsNewUntilWeAnswer() {
            var number = cases.waitingForCustomer();
            tasks.open(waiting(number));
            assertThat(row(number).isNews()).isFalse();
            receiveMessage.receive(
                    number, "All of them", "Ida", UUID.randomUUID().toString());
            assertThat(row(number).isNews()).isTrue();
        }
    }

    @Nested
    class TheirOrder {

        @Test
        void lateFirstThenWhatIsDueNextWhereACriticalCaseIsNearerThanItIs() {
            long later = due(300, 50);
            long soon = due(60, 50);
            long criticalLater = due(120, 90);
            long late = due(-1, 20);
            long lateCritical = due(-1, 90);
            long never = tasks.open(waiting(cases.waitingForCustomer()));
            assertThat(ids(DeskList.QUEUES)).containsExactly(lateCritical, late, criticalLater, soon, later, never);
        }

        @ParameterizedTest
        @EnumSource(DeskColumn.class)
        void canBeByEachColumnBothWays(DeskColumn column) {
            due(60, 50);
            due(-60, 90);
            tasks.open(waiting(cases.diagnosing()).at("support-case", "userTask_TriageRequest"));
            var up = find(DeskView.of(DeskList.QUEUES).sortedBy(column, false), 10)
                    .rows();
            var down = find(DeskView.of(DeskList.QUEUES).sortedBy(column, true), 10)
                    .rows();
            assertThat(up).hasSize(3);
            assertThat(down).containsExactlyInAnyOrderElementsOf(up);
        }

        @Test
        void stepsAreSortedByTheirNames() {
            long triage = tasks.open(waiting(cases.diagnosing()).at("support-case", "userTask_TriageRequest"));
            long diagnosis = tasks.open(waiting(cases.diagnosing()));
            assertThat(ids(DeskView.of(DeskList.QUEUES).sortedBy(DeskColumn.STEP, false)))
                    .containsExactly(diagnosis, triage);
            assertThat(ids(DeskView.of(DeskList.QUEUES).sortedBy(DeskColumn.STEP, true)))
                    .containsExactly(triage, diagnosis);
        }

        @Test
        void leadsFromPageToPage() {
            long first = due(10, 50);
            long second = due(20, 50);
            long third = due(30, 50);
            var found = find(DeskView.of(DeskList.QUEUES).on(2), 2);
            assertThat(found.rows()).extracting(DeskRow::taskId).containsExactly(third);
            assertThat(found.total()).isEqualTo(3);
            assertThat(lists.taskIds(DeskView.of(DeskList.QUEUES), ada, 10)).containsExactly(first, second, third);
        }
    }

    @Nested
    class Searching {

        private final String word = "w" + UUID.randomUUID().toString().substring(0, 8);

        @Test
        void findsByBeginningsOfWordsOfSubjectCustomerAndContact() {
            var number = about(word + " im Postfach");
            about("postfach");
            assertThat(search(word.substring(0, 6))).containsExactly(number.value());
            assertThat(search("POSTF " + word)).containsExactly(number.value());
            assertThat(search(word + " Toivonen Contoso")).containsExactly(number.value());
            assertThat(search(word + " nothing")).isEmpty();
        }

        @Test
        void findsByNumberAndItsDigits() {
            var number = about(word);
            String digits = number.value().substring(8);
            assertThat(search(number.value())).containsExactly(number.value());
            assertThat(search(number.value().toLowerCase(java.util.Locale.ROOT)))
                    .containsExactly(number.value());
            assertThat(search(digits + " " + word)).containsExactly(number.value());
            assertThat(search(Integer.parseInt(digits) + " " + word)).containsExactly(number.value());
        }

        @Test
        void findsClosedCasesInTheListOfAllAndTasksInTheOthers() {
            var closed = cases.closed(cases.resolved(cases.resolving(diagnosing(word + " closed"))));
            var open = diagnosing(word + " open");
            long task = tasks.open(waiting(open));
            assertThat(search(word)).containsExactlyInAnyOrder(closed.value(), open.value());
            assertThat(numbers(
                            new DeskView(DeskList.QUEUES, DeskColumn.PROMISE, false, null, null, null, null, word, 1)))
                    .containsExactly(open.value());
            assertThat(ids(inQueue(DeskList.ALL))).contains(task);
        }

        @Test
        void countsEachTaskOfWhatIsFoundOnAllPages() {
            var twice = diagnosing(word + " twice");
            tasks.open(waiting(twice));
            tasks.open(waiting(twice));
            about(word);
            var view = new DeskView(DeskList.ALL, DeskColumn.PROMISE, false, null, null, null, null, word, 1);
            assertThat(find(view, 1).total()).isEqualTo(3);
            assertThat(find(view.on(2), 2).total()).isEqualTo(3);
        }

        @Test
        void ofTooManyThatAreFoundTheNewestAreLookedThrough() {
            var oldest = about(word);
            assertThat(find(searching(word), 10).isPartial()).isFalse();
            haveTheWord(DeskRows.MOST_SEARCHED + 1);
            var found = find(searching(word), 10);
            assertThat(found.isPartial()).isTrue();
            assertThat(found.rows()).isEmpty();
            assertThat(search(word + " contoso")).containsExactly(oldest.value());
        }

        /** Cases newer than all, of which nothing else is known. */
        private void haveTheWord(int count) {
            database.sql("INSERT INTO desk_word (word, case_id, customer_id) WITH RECURSIVE tens (n) AS"
                            + " (SELECT 0 UNION ALL SELECT n + 1 FROM tens WHERE n < 99)"
                            + " SELECT ?, 900000000 + a.n * 100 + b.n, 1 FROM tens a CROSS JOIN tens b LIMIT ?")
                    .params(word, count)
                    .update();
        }

        @Test
        void findsByTheNumberOfATicket() {
            var number = about(word);
            String reference = "T" + UUID.randomUUID().toString().substring(0, 12);
            database.sql(
                            "INSERT INTO hand_off (case_number, reference, step_key, target, channel, title, text, severity,"
                                    + " round_the_clock, diagnostics_consent, contact_name, contact_email, contact_phone,"
                                    + " contact_hours, prepared_at) VALUES (?, ?, ?, 'VENDOR', 'GUIDED', 't', 't', 'CRITICAL', 0, 0,"
                                    + " 'n', 'e', 'p', 'h', ?)")
                    .params(number.value(), reference, reference, LocalDateTime.now(ZoneOffset.UTC))
                    .update();
            database.sql("INSERT INTO vendor_ticket (version, hand_off_id, target, vendor_number, state, channel)"
                            + " SELECT 0, id, 'VENDOR', ?, 'OPEN', 'GUIDED' FROM hand_off WHERE reference = ?")
                    .params("SR-" + reference, reference)
                    .update();
            assertThat(search(reference)).containsExactly(number.value());
            assertThat(search("sr-" + reference)).containsExactly(number.value());
        }

        @ParameterizedTest
        @org.junit.jupiter.params.provider.ValueSource(strings = {"%", "_", "'; DROP TABLE x", "\\", "😀", "…", "   ?"})
        void takesWhateverIsTyped(String text) {
            assertThat(search(text + word)).isEmpty();
            search(text.strip());
        }

        private CaseNumber about(String subject) {
            return cases.received(ARequest.about("Exchange Online", subject, "…"));
        }

        private CaseNumber diagnosing(String subject) {
            return cases.diagnosing(ARequest.about("Exchange Online", subject, "…"));
        }

        private List<String> search(String text) {
            return numbers(searching(text));
        }

        private static DeskView searching(String text) {
            return new DeskView(DeskList.ALL, DeskColumn.NUMBER, false, null, null, null, null, text, 1);
        }
    }

    private long due(int minutes, int priority) {
        var number = cases.diagnosing();
        dueIn(number, minutes);
        return tasks.open(waiting(number).urgent(priority));
    }

    private void dueIn(CaseNumber number, int minutes) {
        database.sql("UPDATE desk_case SET promise_due = ? WHERE number = ?")
                .params(LocalDateTime.now(ZoneOffset.UTC).plusMinutes(minutes), number.value())
                .update();
    }

    private Waiting waiting(CaseNumber number) {
        return Waiting.diagnosisOf(number).in(queue);
    }

    private DeskView inQueue(DeskList list) {
        return new DeskView(list, DeskColumn.PROMISE, false, queue, null, null, null, "", 1);
    }

    private DeskRows find(DeskView view, int size) {
        return lists.find(view, ada, size, () -> lists.count(ada));
    }

    private DeskRow row(CaseNumber number) {
        return find(DeskView.of(DeskList.QUEUES), 100).rows().stream()
                .filter(row -> number.value().equals(row.number()))
                .findFirst()
                .orElseThrow();
    }

    private List<Long> ids(DeskList list) {
        return ids(DeskView.of(list));
    }

    private List<Long> ids(DeskView view) {
        return find(view, 100).rows().stream().map(DeskRow::taskId).toList();
    }

    private List<String> numbers(DeskView view) {
        return find(view, 100).rows().stream().map(DeskRow::number).toList();
    }
}
