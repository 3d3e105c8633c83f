package io.casewright.conversation;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.intent.DeploymentIntent;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessMessageSubscriptionIntent;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.DeploymentRecordValue;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessMessageSubscriptionRecordValue;
import io.camunda.zeebe.protocol.record.value.TimerRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What the engine holds now, from nothing but what it writes down: where which process stands, and what would move it on. */
final class EngineSight implements Consumer<Record<?>> {

    private static final String CASE_NUMBER = "caseNumber";
    private static final Set<Intent> OVER =
            Set.of(ProcessInstanceIntent.ELEMENT_COMPLETED, ProcessInstanceIntent.ELEMENT_TERMINATED);
    private static final Set<BpmnElementType> LEAVES = Set.of(
            BpmnElementType.USER_TASK,
            BpmnElementType.SERVICE_TASK,
            BpmnElementType.RECEIVE_TASK,
            BpmnElementType.INTERMEDIATE_CATCH_EVENT,
            BpmnElementType.EVENT_BASED_GATEWAY,
            BpmnElementType.CALL_ACTIVITY);

    private final Map<Long, Instance> instances = new ConcurrentHashMap<>();
    private final Map<Long, String> caseNumbers = new ConcurrentHashMap<>();
    private final Map<Long, Leaf> leaves = new ConcurrentHashMap<>();
    private final Map<Long, Long> timers = new ConcurrentHashMap<>();
    private final Map<String, Awaited> awaited = new ConcurrentHashMap<>();
    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final Map<Long, Incident> incidents = new ConcurrentHashMap<>();
    private final Set<Long> owed = ConcurrentHashMap.newKeySet();
    private volatile boolean hasModels;
    private final Set<String> ended = ConcurrentHashMap.newKeySet();

    /** A running process. */
    record Instance(long key, String processId, long callingElement) {}

    /** An element at which a process stands. */
    record Leaf(long key, String elementId, BpmnElementType type, long instance) {}

    /** A message that an element waits for. */
    record Awaited(String message, long element) {}

    /** What a process holds under a name, by the marks in it. */
    record Held(long instance, String name, Set<String> marks) {}

    /** Something that went wrong and waits for an operator. */
    record Incident(long instance, String words) {}

    @Override
    public void accept(Record<?> record) {
        if (record.getRecordType() != RecordType.EVENT) {
            return;
        }
        long key = record.getKey();
        var intent = record.getIntent();
        switch (record.getValue()) {
            case ProcessInstanceRecordValue value -> element(key, intent, value);
            case TimerRecordValue value -> timer(key, intent, value);
            case ProcessMessageSubscriptionRecordValue value -> message(intent, value);
            case JobRecordValue value -> job(key, intent, value);
            case IncidentRecordValue value -> incident(key, intent, value);
            case VariableRecordValue value -> variable(value);
            case DeploymentRecordValue value -> hasModels = record.getIntent() == DeploymentIntent.CREATED || hasModels;
            default -> {
                // Nothing that a process waits for.
            }
        }
    }

    private void element(long key, Intent intent, ProcessInstanceRecordValue value) {
        if (OVER.contains(intent)) {
            instances.remove(key);
            leaves.remove(key);
        } else if (value.getBpmnElementType() == BpmnElementType.PROCESS) {
            instances.put(key, new Instance(key, value.getBpmnProcessId(), value.getParentElementInstanceKey()));
        } else if (LEAVES.contains(value.getBpmnElementType()) && intent == ProcessInstanceIntent.ELEMENT_ACTIVATED) {
            leaves.put(
                    key,
                    new Leaf(key, value.getElementId(), value.getBpmnElementType(), value.getProcessInstanceKey()));
        }
        if (value.getBpmnElementType() == BpmnElementType.PROCESS
                && intent == ProcessInstanceIntent.ELEMENT_COMPLETED) {
            ended.add(value.getBpmnProcessId());
        }
    }

    private void timer(long key, Intent intent, TimerRecordValue value) {
        if (intent == TimerIntent.CREATED) {
            timers.put(key, value.getElementInstanceKey());
        } else {
            timers.remove(key);
        }
    }

    private void message(Intent intent, ProcessMessageSubscriptionRecordValue value) {
        String key = value.getElementInstanceKey() + " " + value.getMessageName();
        if (intent == ProcessMessageSubscriptionIntent.CREATED) {
            awaited.put(key, new Awaited(value.getMessageName(), value.getElementInstanceKey()));
        } else if (intent == ProcessMessageSubscriptionIntent.DELETED
                || intent == ProcessMessageSubscriptionIntent.CORRELATED && value.isInterrupting()) {
            awaited.remove(key);
        }
    }

    private void job(long key, Intent intent, JobRecordValue value) {
        switch ((JobIntent) intent) {
            case CREATED, RETRIES_UPDATED -> owed.add(key);
            case COMPLETED, CANCELED, ERROR_THROWN -> owed.remove(key);
            case FAILED -> {
                if (value.getRetries() == 0) {
                    owed.remove(key);
                }
            }
            default -> {
                // Still owed, or never was.
            }
        }
    }

    private void incident(long key, Intent intent, IncidentRecordValue value) {
        if (intent == IncidentIntent.CREATED) {
            incidents.put(
                    key,
                    new Incident(value.getProcessInstanceKey(), value.getElementId() + ": " + value.getErrorMessage()));
        } else if (intent == IncidentIntent.RESOLVED) {
            incidents.remove(key);
        }
    }

    private void variable(VariableRecordValue value) {
        if (value.getName().equals(CASE_NUMBER) && value.getValue().startsWith("\"")) {
            caseNumbers.putIfAbsent(
                    value.getProcessInstanceKey(), value.getValue().replace("\"", ""));
        }
        String key = value.getScopeKey() + " " + value.getName();
        var marks = Words.in(value.getValue());
        if (marks.isEmpty()) {
            held.remove(key);
        } else {
            held.put(key, new Held(value.getProcessInstanceKey(), value.getName(), marks));
        }
    }

    /** Whether the application has deployed its models. */
    boolean hasModels() {
        return hasModels;
    }

    /** Whether every job was done, or nobody is to try it any more. */
    boolean owesNothing() {
        return owed.isEmpty();
    }

    List<Instance> instancesOf(String caseNumber) {
        return instances.values().stream()
                .filter(instance -> caseNumber.equals(caseNumbers.get(instance.key())))
                .toList();
    }

    List<Leaf> leavesOf(Instance instance) {
        return leaves.values().stream()
                .filter(leaf -> leaf.instance() == instance.key())
                .toList();
    }

    boolean hasCalled(Leaf leaf) {
        return instances.values().stream().anyMatch(instance -> instance.callingElement() == leaf.key());
    }

    /** Whether nobody but a timer moves it on. */
    boolean endsByTime(Instance instance) {
        return leavesOf(instance).stream().anyMatch(this::hasTimer);
    }

    boolean hasTimer(Leaf leaf) {
        return timers.containsValue(leaf.key());
    }

    List<String> awaitedAt(Leaf leaf) {
        return awaited.values().stream()
                .filter(each -> each.element() == leaf.key())
                .map(Awaited::message)
                .toList();
    }

    /** The names under which a process holds a word. */
    Set<String> namesOf(String mark, Instance instance) {
        return held.values().stream()
                .filter(each ->
                        each.instance() == instance.key() && each.marks().contains(mark))
                .map(Held::name)
                .collect(Collectors.toSet());
    }

    List<String> incidentsOf(Instance instance) {
        return incidents.values().stream()
                .filter(incident -> incident.instance() == instance.key())
                .map(Incident::words)
                .toList();
    }

    /** The processes of which one came to its end. */
    Set<String> processesEnded() {
        return Set.copyOf(ended);
    }
}
