package io.casewright.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.casefile.application.ReceiveMessage;
import io.casewright.casefile.application.WithdrawCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.engine.EngineSilent;
import io.casewright.platform.engine.audit.AuditCheck;
import io.casewright.platform.engine.audit.EngineState;
import io.casewright.platform.engine.audit.Finding;
import io.casewright.platform.engine.audit.Finding.Kind;
import io.casewright.platform.engine.place.CarriedByProcess;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.TaskDesk;
import io.casewright.testkit.TaskDesk.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What MySQL and an engine do not see alike, each made by hand. */
@CasewrightTest
@Import(TaskDesk.class)
class AuditEngineTests {

    @Autowired
    List<AuditCheck> checks;

    @Autowired
    CaseDesk desk;

    @Autowired
    TaskDesk taskDesk;

    @Autowired
    CaseWitness witness;

    @Autowired
    WithdrawCase withdrawCase;

    @Autowired
    ReceiveMessage receiveMessage;

    @Autowired
    AuditEngine auditEngine;

    @Autowired
    AuditFindings auditFindings;

    @Autowired
    List<CarriedByProcess> carried;

    @Autowired
    JdbcClient database;

    @Test
    void aCaseWhoseProcessTheEngineCarriesIsFound() {
        var number = desk.diagnosing();
        place(number, "diagnose-case");
        assertThat(about(number, carrying(number))).isEmpty();
    }

    @Test
    void aCaseWhoseProcessTheEngineLostIsBegunAgainWhereThatDoesNoHarm() {
        var number = desk.diagnosing();
        place(number, "support-case");
        theEngineTookAllAbout(number);
        var finding = only(about(number, nothing()));
        assertThat(finding.kind()).isEqualTo(Kind.PROCESS_LOST);
        Objects.requireNonNull(finding.repair()).run();
        assertThat(witness.caseOf(number).processInstanceKey()).isEmpty();
        assertThat(witness.toldAbout(number)).contains("casefile.caseReopened");
    }

    @Test
    void aCaseThatWaitsForAnAnswerIsNotBegunAgainByItself() {
        var number = desk.resolved();
        place(number, "support-case");
        theEngineTookAllAbout(number);
        var before = witness.everythingAbout(number);
        Objects.requireNonNull(only(about(number, nothing())).repair()).run();
        assertThat(witness.everythingAbout(number)).isEqualTo(before);
    }

    @Test
    void aCaseThatNothingCarriesIsFound() {
        var number = desk.registered();
        theEngineTookAllAbout(number);
        assertThat(only(about(number, carrying(number))).kind()).isEqualTo(Kind.WITHOUT_PROCESS);
    }

    /** Whoever repaired then would start a second process. */
    @Test
    void nothingIsComparedWhileAllIsBeingSetGoingInAnotherEngine() {
        database.sql("INSERT INTO engine_generation (started_at, reason) VALUES (NOW(6), 'The engine before was lost')")
                .update();
        try {
            assertThatThrownBy(auditEngine::look)
                    .isInstanceOf(EngineSilent.class)
                    .hasMessageContaining("being set going in another engine");
        } finally {
            database.sql("DELETE FROM engine_generation WHERE reseated_at IS NULL")
                    .update();
        }
    }

    @Test
    void aProcessThatRunsOnAfterTheEndOfItsCaseIsFound() {
        var number = desk.diagnosing();
        place(number, "diagnose-case");
        withdrawCase.withdraw(number, null, "portal");
        assertThat(about(number, carrying(number)))
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(Kind.PROCESS_OF_ENDED_CASE, Kind.TASK_OF_ENDED_CASE);
    }

    @Test
    void aKeyThatAnotherEngineIssuesAgainIsNotThatOfACaseWhichEndedBefore() {
        var ended = desk.diagnosing();
        long key = instanceOf(ended);
        withdrawCase.withdraw(ended, null, "portal");
        carried.forEach(CarriedByProcess::forgetEnded);
        var number = desk.diagnosing();
        database.sql("UPDATE support_case SET process_instance_key = ? WHERE number = ?")
                .params(key, number.value())
                .update();
        place(number, "diagnose-case");
        assertThat(about(ended, carrying(number))).isEmpty();
        assertThat(about(number, carrying(number))).isEmpty();
    }

    @Test
    void aProcessForNoCaseIsFound() {
        var engine = new EngineState(Instant.now(), Map.of(987_654_321_000L, "support-case"), Set.of());
        assertThat(found(engine))
                .filteredOn(finding -> finding.kind() == Kind.PROCESS_WITHOUT_CASE)
                .extracting(Finding::subject)
                .containsExactly("process 987654321000");
    }

    @Test
    void aProcessElsewhereThanItsCaseStandsIsFound() {
        var number = desk.resolved();
        place(number, "resolve-case");
        assertThat(about(number, carrying(number)))
                .filteredOn(finding -> finding.kind() == Kind.OTHER_WAIT_STATE)
                .extracting(Finding::words)
                .containsExactly("is RESOLVED, but its process is in resolve-case, support-case");
    }

    @Test
    void aTaskThatTheEngineHasNoMoreIsTakenOffTheLists() {
        long id = taskDesk.open(Waiting.diagnosisOf(desk.diagnosing()));
        database.sql("UPDATE user_task SET created_at = created_at - INTERVAL 5 MINUTE WHERE id = ?")
                .param(id)
                .update();
        long key = keyOf(id);
        var finding = only(found(nothing()).stream()
                .filter(each -> each.subject().equals("task " + key))
                .toList());
        assertThat(finding.kind()).isEqualTo(Kind.TASK_GONE);
        Objects.requireNonNull(finding.repair()).run();
        assertThat(database.sql("SELECT state FROM user_task WHERE id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("CANCELED");
    }

    @Test
    void aTaskThatTheDeskDoesNotShowIsFound() {
        var engine = new EngineState(Instant.now(), Map.of(), Set.of(123_456_789L));
        assertThat(found(engine))
                .filteredOn(finding -> finding.subject().equals("task 123456789"))
                .extracting(Finding::kind)
                .containsExactly(Kind.TASK_UNKNOWN);
    }

    @Test
    void aMessageThatStartedNothingIsSentAgain() {
        var number = desk.resolving();
        receiveMessage.receive(number, "It is worse", "portal", "worse");
        assertThat(witness.toldAbout(number)).containsOnlyOnce("casefile.customerWrote");
        var later = new EngineState(Instant.now().plus(Duration.ofMinutes(6)), Map.of(), Set.of());
        var finding = only(found(later).stream()
                .filter(each -> each.subject().startsWith("message casefile.customerWrote:" + number))
                .toList());
        assertThat(finding.kind()).isEqualTo(Kind.MESSAGE_UNCONFIRMED);
        Objects.requireNonNull(finding.repair()).run();
        assertThat(witness.toldAbout(number).stream().filter("casefile.customerWrote"::equals))
                .hasSize(2);
    }

    @Test
    void onlyWhatIsFoundTwiceIsToldAndWhatIsOverIsGone() {
        var one = finding("case one");
        var other = finding("case other");
        var now = Instant.parse("2026-11-29T10:00:00Z");
        auditFindings.keep(List.of(one, other), now);
        assertThat(auditFindings.standing()).isEmpty();
        auditFindings.keep(List.of(one), now.plusSeconds(120));
        assertThat(auditFindings.standing()).singleElement().satisfies(standing -> {
            assertThat(standing.subject()).isEqualTo("case one");
            assertThat(standing.since()).isEqualTo(now);
        });
        auditFindings.keep(List.of(), now.plusSeconds(240));
        assertThat(auditFindings.standing()).isEmpty();
    }

    private static Finding finding(String subject) {
        return new Finding(Kind.WITHOUT_PROCESS, subject, "is open", "See to it.", null);
    }

    private List<Finding> found(EngineState engine) {
        return checks.stream().flatMap(check -> check.look(engine).stream()).toList();
    }

    private List<Finding> about(CaseNumber number, EngineState engine) {
        return found(engine).stream()
                .filter(finding -> finding.subject().equals("case " + number))
                .toList();
    }

    private void theEngineTookAllAbout(CaseNumber number) {
        witness.toldAbout(number);
        database.sql("DELETE FROM engine_message WHERE correlation_key = ?")
                .param(number.value())
                .update();
    }

    private static Finding only(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    private static EngineState nothing() {
        return new EngineState(Instant.now(), Map.of(), Set.of());
    }

    private EngineState carrying(CaseNumber number) {
        return new EngineState(Instant.now(), Map.of(instanceOf(number), "support-case"), Set.of());
    }

    private long instanceOf(CaseNumber number) {
        return witness.caseOf(number).processInstanceKey().orElseThrow();
    }

    private void place(CaseNumber number, String process) {
        for (String each : new TreeSet<>(List.of("support-case", process))) {
            database.sql(
                            "INSERT INTO process_place (generation, process_id, process_instance_key, element_id, step_key,"
                                    + " case_number, variables, entered_at) SELECT MAX(id), ?, ?, 'serviceTask_X', ?, ?, '{}', ?"
                                    + " FROM engine_generation")
                    .params(
                            each,
                            instanceOf(number),
                            "x" + System.nanoTime(),
                            number.value(),
                            LocalDateTime.now(ZoneOffset.UTC))
                    .update();
        }
    }

    private long keyOf(long taskId) {
        return database.sql("SELECT task_key FROM user_task WHERE id = ?")
                .param(taskId)
                .query(Long.class)
                .single();
    }
}
