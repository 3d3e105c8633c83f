package io.casewright.platform.engine.place;

import io.casewright.platform.engine.ProcessFlow;
import io.casewright.platform.engine.ProcessFlow.JobMeaning;
import io.casewright.platform.engine.ProcessFlows;
import io.casewright.platform.engine.place.StepKeys.StepKey;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the places of all processes. A step is written down before it acts: whatever it did by then, done again it does nothing more
 * and says the same. So one row is enough for each way that a process goes, and it moves from step to step.
 */
@Component
class KeepPlaces {

    private final JdbcClient database;
    private final EngineGeneration generation;
    private final ProcessFlows flows;
    private final SentMessages messages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    KeepPlaces(
            JdbcClient database,
            EngineGeneration generation,
            ProcessFlows flows,
            SentMessages messages,
            TransactionTemplate transaction,
            Clock clock) {
        this.database = database;
        this.generation = generation;
        this.flows = flows;
        this.messages = messages;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A row without what only another engine needs. */
    private record Row(long id, String elementId, @Nullable Long elementInstanceKey, String stepKey) {}

    /** Whether with some job of this type a step begins. */
    boolean areKeptFor(String jobType) {
        return flows.all().anyMatch(flow -> flow.beginsStep(jobType));
    }

    JobMeaning meaningOf(String processId, String elementId, String jobType) {
        return flows.find(processId)
                .map(flow -> flow.meaningOf(elementId, jobType))
                .orElse(JobMeaning.OTHER);
    }

    /**
     * A visit of a process to a step begins, or is tried again.
     *
     * @return what makes the step act once
     */
    StepKey begin(Visit visit) {
        String own = generation.unique(visit.elementInstanceKey());
        var flow = flows.find(visit.processId()).orElse(null);
        if (flow == null) {
            return new StepKey(own, false, false);
        }
        var rows = rowsOf(visit.processInstanceKey());
        for (Row row : rows) {
            if (row.elementId().equals(visit.elementId()) && (isSame(row, visit) || reached(row, visit))) {
                return new StepKey(row.stepKey(), !row.stepKey().equals(own), false);
            }
        }
        move(flow, rows, visit);
        return new StepKey(own, false, true);
    }

    private List<Row> rowsOf(long processInstanceKey) {
        return database.sql("SELECT id, element_id, element_instance_key, step_key FROM process_place"
                        + " WHERE generation = ? AND process_instance_key = ? ORDER BY entered_at DESC, id DESC")
                .params(generation.current(), processInstanceKey)
                .query((row, index) -> new Row(
                        row.getLong("id"),
                        row.getString("element_id"),
                        row.getObject("element_instance_key", Long.class),
                        row.getString("step_key")))
                .list();
    }

    private static boolean isSame(Row row, Visit visit) {
        return row.elementInstanceKey() != null && row.elementInstanceKey() == visit.elementInstanceKey();
    }

    /** A process that was set going again comes to the step it was set at. */
    private boolean reached(Row row, Visit visit) {
        return row.elementInstanceKey() == null
                && database.sql("UPDATE process_place SET element_instance_key = ? WHERE id = ?"
                                        + " AND element_instance_key IS NULL")
                                .params(visit.elementInstanceKey(), row.id())
                                .update()
                        > 0;
    }

    private void move(ProcessFlow flow, List<Row> rows, Visit visit) {
        var earlier = flow.stepsBefore(visit.elementId());
        var from =
                rows.stream().filter(row -> earlier.contains(row.elementId())).findFirst();
        String origin = from.map(Row::elementId).orElse(null);
        var left = rows.stream()
                .filter(row -> from.filter(row::equals).isEmpty())
                .filter(row -> flow.leaves(row.elementId(), origin, visit.elementId()))
                .map(Row::id)
                .toList();
        var called = flow.calledBefore(visit.elementId());
        var message = messageTaken(flow, rows, visit);
        boolean movesOnly = left.isEmpty() && called.isEmpty() && message.isEmpty();
        // One statement needs no transaction, which would cost three more trips to the database.
        if (movesOnly && from.isPresent() && moved(from.get(), visit)) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            if (from.isEmpty() || !moved(from.get(), visit)) {
                add(visit);
                if (rows.isEmpty()) {
                    forgetEarlierCalls(visit);
                }
            }
            forget(left);
            forgetCalled(called, visit);
            message.ifPresent(messages::taken);
        });
    }

    private static Optional<String> messageTaken(ProcessFlow flow, List<Row> rows, Visit visit) {
        return (rows.isEmpty() || flow.comesAfterMessage(visit.elementId()))
                        && visit.variables().get(SentMessages.BY_MESSAGE) instanceof String message
                ? Optional.of(message)
                : Optional.empty();
    }

    /** False when another way of the process went on from there in the same moment. */
    private boolean moved(Row from, Visit visit) {
        return database.sql("UPDATE process_place SET element_id = ?, element_instance_key = ?, step_key = ?,"
                                + " variables = ?, entered_at = ? WHERE id = ? AND step_key = ?")
                        .params(
                                visit.elementId(),
                                visit.elementInstanceKey(),
                                generation.unique(visit.elementInstanceKey()),
                                visit.document(),
                                now(),
                                from.id(),
                                from.stepKey())
                        .update()
                > 0;
    }

    private void add(Visit visit) {
        database.sql("INSERT INTO process_place (generation, process_id, process_instance_key, element_id,"
                        + " element_instance_key, step_key, case_number, reference, variables, entered_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        generation.current(),
                        visit.processId(),
                        visit.processInstanceKey(),
                        visit.elementId(),
                        visit.elementInstanceKey(),
                        generation.unique(visit.elementInstanceKey()),
                        visit.caseNumber(),
                        visit.reference(),
                        visit.document(),
                        now())
                .update();
    }

    /** A process calls one other at a time: what it called before has ended. */
    private void forgetEarlierCalls(Visit visit) {
        var ended = new HashSet<String>();
        for (String caller : flows.callersOf(visit.processId())) {
            ended.addAll(flows.withCalled(caller));
            ended.remove(caller);
        }
        forgetOfCase(ended, visit);
    }

    private void forgetCalled(Collection<String> called, Visit visit) {
        var ended = new HashSet<String>();
        called.forEach(process -> ended.addAll(flows.withCalled(process)));
        forgetOfCase(ended, visit);
    }

    private void forgetOfCase(Set<String> processIds, Visit visit) {
        String key = visit.caseNumber() == null ? visit.reference() : visit.caseNumber();
        if (!processIds.isEmpty() && key != null) {
            String column = visit.caseNumber() == null ? "reference" : "case_number";
            database.sql("DELETE FROM process_place WHERE " + column + " = :number AND process_id IN (:processes)"
                            + " AND process_instance_key <> :own AND generation = :generation")
                    .param("number", key)
                    .param("processes", processIds)
                    .param("own", visit.processInstanceKey())
                    .param("generation", generation.current())
                    .update();
        }
    }

    /** The visit is over; it has no place to go on from when no step comes after it. */
    void leftIfLast(Visit visit) {
        if (flows.find(visit.processId())
                .filter(flow -> flow.isLast(visit.elementId()))
                .isPresent()) {
            left(visit);
        }
    }

    /** The visit is over without a step after it. */
    void left(Visit visit) {
        database.sql("DELETE FROM process_place WHERE generation = ? AND process_instance_key = ?"
                        + " AND element_instance_key = ?")
                .params(generation.current(), visit.processInstanceKey(), visit.elementInstanceKey())
                .update();
    }

    /** The process has ended, and so have all that it called. */
    void ended(Visit visit) {
        database.sql("DELETE FROM process_place WHERE generation = ? AND process_instance_key = ?")
                .params(generation.current(), visit.processInstanceKey())
                .update();
        var called = new HashSet<>(flows.withCalled(visit.processId()));
        called.remove(visit.processId());
        forgetOfCase(called, visit);
        flows.find(visit.processId())
                .ifPresent(flow -> messages.forget(
                        flow.awaitedMessages(), visit.caseNumber(), visit.reference(), visit.waitKey()));
    }

    private void forget(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            database.sql("DELETE FROM process_place WHERE id IN (:ids)")
                    .param("ids", ids)
                    .update();
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
