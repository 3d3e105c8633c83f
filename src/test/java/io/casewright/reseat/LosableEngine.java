package io.casewright.reseat;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.TimerRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import io.casewright.engine.LocalEngine;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** An engine of which is known at what it stands, and which takes all it knows with it when it is closed. */
final class LosableEngine implements AutoCloseable {

    private static final Set<BpmnElementType> STANDING = EnumSet.of(
            BpmnElementType.USER_TASK,
            BpmnElementType.SERVICE_TASK,
            BpmnElementType.RECEIVE_TASK,
            BpmnElementType.INTERMEDIATE_CATCH_EVENT,
            BpmnElementType.EVENT_BASED_GATEWAY,
            BpmnElementType.CALL_ACTIVITY);

    private static final Set<String> PROMISED =
            Set.of("event_ReminderDue", "event_CustomerSilent", "event_ConfirmationTimeOver");

    private final Map<Long, String> active = new ConcurrentHashMap<>();
    private final Map<Long, String> timers = new ConcurrentHashMap<>();
    private final Map<Long, Map<String, Known>> variablesByScope = new ConcurrentHashMap<>();
    private final Set<Known> everKnown = ConcurrentHashMap.newKeySet();
    private final LocalEngine engine;
    private boolean closed;

    /** What a process knows under a name, as JSON. */
    record Known(String processId, String name, String value) {}

    LosableEngine(Path folder) {
        engine = LocalEngine.start(folder, this::see);
    }

    private void see(Record<?> record) {
        if (record.getRecordType() == RecordType.EVENT
                && record.getValue() instanceof TimerRecordValue value
                && PROMISED.contains(value.getTargetElementId())) {
            if (record.getIntent() == TimerIntent.CREATED) {
                timers.put(
                        record.getKey(), value.getTargetElementId() + " " + Instant.ofEpochMilli(value.getDueDate()));
            } else {
                timers.remove(record.getKey());
            }
        }
        if (record.getRecordType() == RecordType.EVENT && record.getValue() instanceof VariableRecordValue value) {
            var known = new Known(value.getBpmnProcessId(), value.getName(), value.getValue());
            variablesByScope
                    .computeIfAbsent(value.getScopeKey(), scope -> new ConcurrentHashMap<>())
                    .put(value.getName(), known);
            everKnown.add(known);
        }
        if (record.getRecordType() == RecordType.EVENT
                && (record.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED
                        || record.getIntent() == ProcessInstanceIntent.ELEMENT_TERMINATED)) {
            variablesByScope.remove(record.getKey());
        }
        if (record.getRecordType() == RecordType.EVENT
                && record.getValue() instanceof ProcessInstanceRecordValue value
                && STANDING.contains(value.getBpmnElementType())) {
            switch ((ProcessInstanceIntent) record.getIntent()) {
                case ELEMENT_ACTIVATED ->
                    active.put(record.getKey(), value.getBpmnProcessId() + " " + value.getElementId());
                case ELEMENT_COMPLETED, ELEMENT_TERMINATED -> active.remove(record.getKey());
                default -> {
                    // On its way.
                }
            }
        }
    }

    /** How many stand where, by process and element. */
    Map<String, Long> standing() {
        return active.values().stream()
                .collect(Collectors.groupingBy(place -> place, TreeMap::new, Collectors.counting()));
    }

    /** What was promised for when; looks that are made again and again are no promises. */
    List<String> timers() {
        return timers.values().stream().sorted().toList();
    }

    /** What running processes know now. */
    List<Known> variables() {
        return variablesByScope.values().stream()
                .flatMap(scope -> scope.values().stream())
                .toList();
    }

    /** What any process knew at any time. */
    Set<Known> everKnown() {
        return Set.copyOf(everKnown);
    }

    boolean isIdle() {
        return engine.isIdle();
    }

    String grpcAddress() {
        return engine.grpcAddress();
    }

    String restAddress() {
        return engine.restAddress();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            engine.close();
        }
    }
}
