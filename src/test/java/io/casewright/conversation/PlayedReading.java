package io.casewright.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.casefile.application.CaseMessages;
import io.casewright.casefile.application.RecordReading;
import io.casewright.casefile.application.RecordReading.Outcome;
import io.casewright.casefile.application.RecordReading.Reading;
import io.casewright.casefile.application.TakeUpMessage;
import io.casewright.casefile.application.TakeUpMessage.Reader;
import io.casewright.casefile.application.TakeUpMessage.Unread;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.testkit.CaseDesk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The processes that bring a customer's messages to a person, played by hand after what the engine was told; in any order. */
final class PlayedReading {

    private static final List<String> NAMES =
            List.of(CaseMessages.CUSTOMER_WROTE, CaseMessages.MESSAGE_ADDED, CaseMessages.READING_OVER);

    private final Memory memory;
    private final JdbcClient database;
    private final TakeUpMessage takeUp;
    private final RecordReading recordReading;
    private final ObjectMapper json;
    private final Set<String> heard = new HashSet<>();
    private final Map<Long, Task> tasks = new TreeMap<>();

    private record Told(String id, String name, String correlationKey) {

        private CaseNumber number() {
            return new CaseNumber(correlationKey.split(":")[0]);
        }

        private long messageId() {
            return Long.parseLong(correlationKey.split(":")[1]);
        }
    }

    /** What somebody has to read. */
    private record Task(CaseNumber number, Set<String> marks, int count) {

        private static Task showing(CaseNumber number, Unread unread) {
            return new Task(number, Words.in(unread.text()), unread.count());
        }
    }

    PlayedReading(
            Memory memory, JdbcClient database, TakeUpMessage takeUp, RecordReading recordReading, ObjectMapper json) {
        this.memory = memory;
        this.database = database;
        this.takeUp = takeUp;
        this.recordReading = recordReading;
        this.json = json;
    }

    /** What the engine was told of messages and has not acted on. */
    private List<Told> pending() {
        var all = new ArrayList<Told>();
        for (String number : memory.cases) {
            database
                    .sql("SELECT id, name, correlation_key FROM engine_message"
                            + " WHERE correlation_key LIKE :key AND name IN (:names) ORDER BY id")
                    .param("key", number + ":%")
                    .param("names", NAMES)
                    .query(Told.class)
                    .list()
                    .stream()
                    .filter(told -> !heard.contains(told.id))
                    .forEach(all::add);
        }
        return all;
    }

    /** Acts on one of them; false when there is none. */
    boolean goOn(int any) {
        var pending = pending();
        if (pending.isEmpty()) {
            return false;
        }
        var told = pending.get(any % pending.size());
        heard.add(told.id);
        if (told.name.equals(CaseMessages.MESSAGE_ADDED)) {
            var added = takeUp.add(told.number(), told.messageId());
            tasks.computeIfPresent(told.messageId(), (id, task) -> Task.showing(told.number(), added));
        } else {
            var taken = takeUp.takeUp(told.number(), told.messageId());
            var unread = taken.unread();
            if (taken.reader() == Reader.OWN_TASK && unread != null) {
                tasks.put(told.messageId(), Task.showing(told.number(), unread));
            }
        }
        memory.steps.add("the engine acts on " + told.id);
        return true;
    }

    boolean hasPending() {
        return !pending().isEmpty();
    }

    boolean hasTask() {
        return !tasks.isEmpty();
    }

    /** Somebody reads what one task shows, and says what comes of it. */
    void read(int any, Outcome outcome, @Nullable String words) {
        long messageId = List.copyOf(tasks.keySet()).get(any % tasks.size());
        var task = tasks.get(messageId);
        var reading = new Reading(outcome, words, task.count, null, null);
        var step = CaseDesk.step("serviceTask_RecordReading");
        for (int times = 0; times < 2; times++) {
            recordReading.record(task.number, messageId, reading, "agent", step);
        }
        memory.seen.addAll(task.marks);
        tasks.remove(messageId);
    }

    /** Whether a task shows it, or the engine was told so that one will. */
    boolean isOpen(String mark, String caseNumber) {
        return tasks.values().stream().anyMatch(task -> task.marks.contains(mark))
                || isTold(mark, caseNumber)
                || isUnread(mark, caseNumber);
    }

    /** An answer, or words for which a case was taken up again, go with the process of the case. */
    private boolean isTold(String mark, String caseNumber) {
        return database
                        .sql("SELECT message FROM engine_message WHERE correlation_key = :number"
                                + " OR correlation_key LIKE CONCAT(:number, ':%')")
                        .param("number", caseNumber)
                        .query(String.class)
                        .list()
                        .stream()
                        .map(this::variables)
                        .anyMatch(variables -> Words.in(variables.toString()).contains(mark))
                || database
                        .sql("SELECT t.text FROM timeline_entry t JOIN support_case c ON c.id = t.case_id"
                                + " WHERE c.number = ? AND t.kind = 'REOPENED' AND t.text IS NOT NULL")
                        .param(caseNumber)
                        .query(String.class)
                        .list()
                        .stream()
                        .anyMatch(text -> Words.in(text).contains(mark));
    }

    private JsonNode variables(String message) {
        try {
            return json.readTree(message).path("variables");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What the engine was told cannot be read", e);
        }
    }

    /** While there is a task or an order, a message that was not shown yet comes after it. */
    private boolean isUnread(String mark, String caseNumber) {
        return (hasTask() || !pending().isEmpty())
                && database.sql("SELECT EXISTS (SELECT 1 FROM message m JOIN message_reading r ON r.message_id = m.id"
                                + " WHERE m.case_number = ? AND m.body LIKE ? AND r.read_at IS NULL)")
                        .params(caseNumber, "%" + mark + "%")
                        .query(Boolean.class)
                        .single();
    }
}
