package io.casewright.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.process.test.filters.RecordStream;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the engine wrote down, in the words of the tests. */
@SuppressWarnings("deprecation")
final class EngineJournal {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RecordStream stream;

    EngineJournal(RecordStream stream) {
        this.stream = stream;
    }

    /** A Camunda user task as the engine created it. */
    record UserTask(String elementId, List<String> candidateGroups, String dueDate, int priority, long formKey) {}

    List<Long> instancesOf(String processId) {
        return elements(
                        ProcessInstanceIntent.ELEMENT_ACTIVATED,
                        value -> value.getElementId().equals(processId))
                .stream()
                .map(ProcessInstanceRecordValue::getProcessInstanceKey)
                .toList();
    }

    /** Elements and sequence flows of all processes that were gone through, as {@code process/element}. */
    Set<String> visited() {
        var visited = new HashSet<String>();
        for (Intent intent :
                List.of(ProcessInstanceIntent.ELEMENT_COMPLETED, ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN)) {
            elements(intent, value -> true)
                    .forEach(value -> visited.add(value.getBpmnProcessId() + "/" + value.getElementId()));
        }
        return visited;
    }

    List<String> completed(long instance) {
        return of(instance, ProcessInstanceIntent.ELEMENT_COMPLETED);
    }

    List<String> terminated(long instance) {
        return of(instance, ProcessInstanceIntent.ELEMENT_TERMINATED);
    }

    List<String> completed() {
        return idsOf(ProcessInstanceIntent.ELEMENT_COMPLETED, value -> true);
    }

    List<String> terminated() {
        return idsOf(ProcessInstanceIntent.ELEMENT_TERMINATED, value -> !isScope(value));
    }

    /** Elements in which any instance is right now, without what contains other elements. */
    List<String> waitingAt() {
        var waiting = new ArrayList<>(idsOf(ProcessInstanceIntent.ELEMENT_ACTIVATED, value -> !isScope(value)));
        completed().forEach(waiting::remove);
        terminated().forEach(waiting::remove);
        return waiting;
    }

    /** The latest value of each variable, in whatever scope. */
    Map<String, Object> variables() {
        var variables = new HashMap<String, Object>();
        for (var each : stream.variableRecords()) {
            variables.put(each.getValue().getName(), parsed(each.getValue().getValue()));
        }
        return variables;
    }

    private static boolean isScope(ProcessInstanceRecordValue value) {
        return Set.of(BpmnElementType.PROCESS, BpmnElementType.CALL_ACTIVITY, BpmnElementType.EVENT_SUB_PROCESS)
                .contains(value.getBpmnElementType());
    }

    private List<String> idsOf(Intent intent, Predicate<ProcessInstanceRecordValue> wanted) {
        return elements(intent, wanted).stream()
                .map(ProcessInstanceRecordValue::getElementId)
                .toList();
    }

    /** Elements in which the instance is right now, without the process itself. */
    List<String> waitingAt(long instance) {
        var waiting = new ArrayList<>(of(instance, ProcessInstanceIntent.ELEMENT_ACTIVATED));
        completed(instance).forEach(waiting::remove);
        terminated(instance).forEach(waiting::remove);
        waiting.remove(processOf(instance));
        return waiting;
    }

    /** Instances that no other process called and that have not ended. */
    List<Long> running() {
        var running = new ArrayList<>(
                roots(ProcessInstanceIntent.ELEMENT_ACTIVATED, ProcessInstanceIntent.ELEMENT_ACTIVATING));
        running.removeAll(roots(ProcessInstanceIntent.ELEMENT_COMPLETED, ProcessInstanceIntent.ELEMENT_TERMINATED));
        return running;
    }

    private List<Long> roots(ProcessInstanceIntent... intents) {
        return Stream.of(intents)
                .flatMap(intent -> elements(
                        intent,
                        value -> value.getBpmnElementType() == BpmnElementType.PROCESS
                                && value.getParentProcessInstanceKey() < 0)
                        .stream())
                .map(ProcessInstanceRecordValue::getProcessInstanceKey)
                .distinct()
                .toList();
    }

    boolean isEnded(long instance) {
        return completed(instance).contains(processOf(instance));
    }

    /** Variables in the scope of the instance itself; values of inner scopes are left out. */
    Map<String, Object> variables(long instance) {
        var variables = new HashMap<String, Object>();
        for (var each : stream.variableRecords()) {
            if (each.getValue().getScopeKey() == instance) {
                variables.put(each.getValue().getName(), parsed(each.getValue().getValue()));
            }
        }
        return variables;
    }

    List<String> incidents() {
        return records(stream.incidentRecords()).stream()
                .filter(each -> each.getIntent() == IncidentIntent.CREATED)
                .map(each ->
                        each.getValue().getElementId() + ": " + each.getValue().getErrorMessage())
                .toList();
    }

    List<UserTask> userTasks() {
        return records(stream.records()).stream()
                .filter(each -> each.getIntent() == UserTaskIntent.CREATED)
                .map(each -> (UserTaskRecordValue) each.getValue())
                .map(task -> new UserTask(
                        task.getElementId(),
                        task.getCandidateGroupsList(),
                        task.getDueDate(),
                        task.getPriority(),
                        task.getFormKey()))
                .toList();
    }

    private String processOf(long instance) {
        return elements(ProcessInstanceIntent.ELEMENT_ACTIVATING, value -> value.getProcessInstanceKey() == instance)
                .getFirst()
                .getBpmnProcessId();
    }

    private List<String> of(long instance, Intent intent) {
        return elements(intent, value -> value.getProcessInstanceKey() == instance).stream()
                .map(ProcessInstanceRecordValue::getElementId)
                .toList();
    }

    private List<ProcessInstanceRecordValue> elements(Intent intent, Predicate<ProcessInstanceRecordValue> wanted) {
        return records(stream.processInstanceRecords()).stream()
                .filter(each -> each.getIntent() == intent)
                .map(Record::getValue)
                .filter(wanted)
                .toList();
    }

    private static <T> List<T> records(Iterable<T> records) {
        return StreamSupport.stream(records.spliterator(), false).toList();
    }

    static Object parsed(String json) {
        try {
            return JSON.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a variable's value: " + json, e);
        }
    }
}
