package io.casewright.desk.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.DeskTest;
import io.casewright.testkit.TaskDesk;
import io.casewright.testkit.TaskDesk.Waiting;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What came back to one person does not wait for that person for ever. */
@DeskTest
class ReturnTasksTests {

    private static final Duration LONG = Duration.ofDays(3);

    @Autowired
    CaseDesk desk;

    @Autowired
    TaskDesk tasks;

    @Autowired
    ReturnTasks returnTasks;

    @Autowired
    JdbcClient database;

    @Test
    void whatWasLeftGoesToItsQueue() {
        long left = cameTo("nina", LONG);
        returnTasks.giveBack();
        assertThat(tasks.rowOf(left)).containsEntry("assignee", null).containsEntry("queue", "technical");
    }

    @Test
    void whatCameJustNowStays() {
        long fresh = cameTo("nina", Duration.ofHours(1));
        returnTasks.giveBack();
        assertThat(tasks.rowOf(fresh)).containsEntry("assignee", "nina");
    }

    @Test
    void whatWasClaimedStays() {
        long claimed = cameTo("nina", LONG);
        database.sql("UPDATE user_task SET assigned_at = created_at + INTERVAL 1 HOUR WHERE id = ?")
                .param(claimed)
                .update();
        returnTasks.giveBack();
        assertThat(tasks.rowOf(claimed)).containsEntry("assignee", "nina");
    }

    @Test
    void whatWasBegunStays() {
        long begun = cameTo("nina", LONG);
        database.sql("INSERT INTO desk_draft (task_id, login, answers, form, shown, saved_at)"
                        + " VALUES (?, 'nina', '{}', 'f', 's', ?)")
                .params(begun, LocalDateTime.now(ZoneOffset.UTC))
                .update();
        returnTasks.giveBack();
        assertThat(tasks.rowOf(begun)).containsEntry("assignee", "nina");
    }

    private long cameTo(String login, Duration ago) {
        long id = tasks.open(Waiting.diagnosisOf(desk.diagnosing()).of(login));
        var at = LocalDateTime.now(ZoneOffset.UTC).minus(ago);
        database.sql("UPDATE user_task SET created_at = ?, assigned_at = ? WHERE id = ?")
                .params(at, at, id)
                .update();
        return id;
    }
}
