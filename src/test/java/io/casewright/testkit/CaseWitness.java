package io.casewright.testkit;

import io.casewright.casefile.application.FindCases;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.message.CaseMessage;
import io.casewright.message.Messages;
import io.casewright.message.Visibility;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells what became of a case: in the database, in the post, and at the engine. */
@TestComponent
public class CaseWitness {

    private final FindCases cases;
    private final Messages messages;
    private final RecordingEngine engine;
    private final JdbcClient database;

    CaseWitness(FindCases cases, Messages messages, RecordingEngine engine, JdbcClient database) {
        this.cases = cases;
        this.messages = messages;
        this.engine = engine;
        this.database = database;
    }

    public SupportCase caseOf(CaseNumber number) {
        return cases.byNumber(number).orElseThrow();
    }

    public CaseStatus statusOf(CaseNumber number) {
        return caseOf(number).status();
    }

    public List<TimelineEntry> timelineOf(CaseNumber number) {
        return cases.timelineOf(number).orElseThrow();
    }

    public List<TimelineEntry.Kind> happeningsOf(CaseNumber number) {
        return timelineOf(number).stream().map(TimelineEntry::kind).toList();
    }

    public TimelineEntry latestOf(CaseNumber number) {
        return timelineOf(number).getLast();
    }

    /** What went to the customer, the oldest first. */
    public List<CaseMessage> lettersOf(CaseNumber number) {
        return messages.of(number.value()).stream()
                .filter(message -> message.recipientName() != null && message.visibility() == Visibility.PUBLIC)
                .toList();
    }

    /** Names of the messages the engine got about the case, once none of them waits any more. */
    public List<String> toldAbout(CaseNumber number) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> database.sql("SELECT COUNT(*) FROM scheduled_tasks WHERE task_name = 'engine-message'"
                                        + " AND task_instance LIKE ?")
                                .param("%:" + number + "%")
                                .query(Integer.class)
                                .single()
                        == 0);
        return engine.told().stream()
                .filter(told -> told.correlationKey().equals(number.value())
                        || told.correlationKey().startsWith(number + ":"))
                .map(RecordingEngine.Told::message)
                .toList();
    }

    /** Every row that is kept of the case, and what the engine was told; two of these are equal when nothing changed. */
    public String everythingAbout(CaseNumber number) {
        long id = caseOf(number).id();
        return rows("SELECT * FROM support_case WHERE id = ?", id)
                + rows("SELECT * FROM timeline_entry WHERE case_id = ? ORDER BY id", id)
                + rows("SELECT * FROM evidence WHERE case_id = ? ORDER BY id", id)
                + rows("SELECT * FROM known_issue_wait WHERE case_id = ? ORDER BY id", id)
                + rows("SELECT * FROM planned_action WHERE case_id = ? ORDER BY id", id)
                // Not the columns of the delivery, which goes on by itself.
                + rows(
                        "SELECT id, kind, visibility, author_name, body, step_key FROM message WHERE case_number = ?"
                                + " ORDER BY id",
                        number.value())
                + toldAbout(number);
    }

    private String rows(String query, Object of) {
        return database.sql(query).param(of).query().listOfRows() + "\n";
    }
}
