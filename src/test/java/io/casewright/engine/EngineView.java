package io.casewright.engine;

import io.camunda.client.protocol.rest.FormResult;
import io.camunda.client.protocol.rest.IncidentResult;
import io.camunda.client.protocol.rest.JobKindEnum;
import io.camunda.client.protocol.rest.JobListenerEventTypeEnum;
import io.camunda.client.protocol.rest.JobSearchResult;
import io.camunda.client.protocol.rest.JobStateEnum;
import io.camunda.client.protocol.rest.ProcessDefinitionResult;
import io.camunda.client.protocol.rest.ProcessInstanceResult;
import io.camunda.client.protocol.rest.ProcessInstanceStateEnum;
import io.camunda.client.protocol.rest.UserTaskResult;
import io.camunda.client.protocol.rest.UserTaskStateEnum;
import io.camunda.client.protocol.rest.VariableSearchResult;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.intent.FormIntent;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import io.camunda.zeebe.protocol.record.value.deployment.Form;
import io.camunda.zeebe.protocol.record.value.deployment.Process;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/**
 * What can be searched, built from the engine's records as Camunda's exporters do it: what runs, and the latest of what has
 * ended. One thread tells it records, any may read.
 */
final class EngineView implements Consumer<Record<?>> {

    private static final int ENDED_INSTANCES_KEPT = 2_000;
    private static final int ENDED_JOBS_KEPT = 2_000;
    private static final String TENANT = "<default>";

    private final NavigableMap<Long, ProcessDefinitionResult> definitions = new ConcurrentSkipListMap<>();
    private final Map<Long, Map<String, String>> elementNames = new ConcurrentHashMap<>();
    private final Map<Long, FormResult> forms = new ConcurrentHashMap<>();
    private final NavigableMap<Long, ProcessInstanceResult> instances = new ConcurrentSkipListMap<>();
    private final NavigableMap<Long, UserTaskResult> tasks = new ConcurrentSkipListMap<>();
    private final NavigableMap<Long, IncidentResult> incidents = new ConcurrentSkipListMap<>();
    private final NavigableMap<Long, JobSearchResult> jobs = new ConcurrentSkipListMap<>();
    private final Deque<Long> endedJobs = new ArrayDeque<>();
    private final Map<Long, Map<String, VariableSearchResult>> variables = new ConcurrentHashMap<>();
    private final Map<Long, Long> outerScopes = new ConcurrentHashMap<>();
    private final Map<Long, Deque<Long>> tasksOfInstance = new ConcurrentHashMap<>();
    private final Deque<Long> ended = new ArrayDeque<>();

    Collection<ProcessDefinitionResult> definitions() {
        return definitions.values();
    }

    Collection<ProcessInstanceResult> instances() {
        return instances.values();
    }

    Collection<UserTaskResult> tasks() {
        return tasks.values();
    }

    Collection<IncidentResult> incidents() {
        return incidents.values();
    }

    Collection<JobSearchResult> jobs() {
        return jobs.values();
    }

    /** Of what runs. */
    Collection<VariableSearchResult> variables() {
        return variables.values().stream()
                .flatMap(scope -> scope.values().stream())
                .toList();
    }

    Optional<UserTaskResult> task(long key) {
        return Optional.ofNullable(tasks.get(key));
    }

    Optional<FormResult> form(long key) {
        return Optional.ofNullable(forms.get(key));
    }

    /** What a form at the element sees: of variables of the same name the innermost. */
    Collection<VariableSearchResult> seenAt(long elementInstance) {
        var seen = new LinkedHashMap<String, VariableSearchResult>();
        for (Long scope = elementInstance; scope != null; scope = outerScopes.get(scope)) {
            variables.getOrDefault(scope, Map.of()).forEach(seen::putIfAbsent);
        }
        return seen.values();
    }

    @Override
    public void accept(Record<?> record) {
        if (record.getRecordType() != RecordType.EVENT) {
            return;
        }
        switch (record.getValueType()) {
            case PROCESS -> take(record, (Process) record.getValue());
            case FORM -> take(record, (Form) record.getValue());
            case PROCESS_INSTANCE -> take(record, (ProcessInstanceRecordValue) record.getValue());
            case VARIABLE -> take(record, (VariableRecordValue) record.getValue());
            case USER_TASK -> take(record, (UserTaskRecordValue) record.getValue());
            case JOB -> take(record, (JobRecordValue) record.getValue());
            case INCIDENT -> take(record, (IncidentRecordValue) record.getValue());
            default -> {
                // Nothing that is searched.
            }
        }
    }

    private void take(Record<?> record, Process process) {
        if (record.getIntent() != ProcessIntent.CREATED) {
            return;
        }
        long key = process.getProcessDefinitionKey();
        var names = ModelNames.of(process.getResource());
        elementNames.put(key, names);
        definitions.put(
                key,
                new ProcessDefinitionResult()
                        .processDefinitionKey(text(key))
                        .processDefinitionId(process.getBpmnProcessId())
                        .name(names.get(process.getBpmnProcessId()))
                        .version(process.getVersion())
                        .versionTag(process.getVersionTag())
                        .resourceName(process.getResourceName())
                        .tenantId(TENANT));
    }

    private void take(Record<?> record, Form form) {
        if (record.getIntent() == FormIntent.CREATED) {
            forms.put(
                    form.getFormKey(),
                    new FormResult()
                            .formKey(text(form.getFormKey()))
                            .formId(form.getFormId())
                            .version((long) form.getVersion())
                            .schema(new String(form.getResource(), StandardCharsets.UTF_8))
                            .tenantId(TENANT));
        }
    }

    private void take(Record<?> record, ProcessInstanceRecordValue element) {
        boolean isProcess = element.getBpmnElementType() == BpmnElementType.PROCESS;
        switch ((ProcessInstanceIntent) record.getIntent()) {
            case ELEMENT_ACTIVATING -> {
                if (isProcess) {
                    instances.put(record.getKey(), started(record, element));
                } else {
                    outerScopes.put(record.getKey(), element.getFlowScopeKey());
                }
            }
            case ELEMENT_COMPLETED, ELEMENT_TERMINATED -> {
                outerScopes.remove(record.getKey());
                variables.remove(record.getKey());
                if (isProcess) {
                    end(record);
                }
            }
            default -> {
                // On its way.
            }
        }
    }

    private ProcessInstanceResult started(Record<?> record, ProcessInstanceRecordValue process) {
        var definition = definitions.get(process.getProcessDefinitionKey());
        return new ProcessInstanceResult()
                .processInstanceKey(text(record.getKey()))
                .processDefinitionKey(text(process.getProcessDefinitionKey()))
                .processDefinitionId(process.getBpmnProcessId())
                .processDefinitionName(definition == null ? null : definition.getName())
                .processDefinitionVersion(process.getVersion())
                .startDate(time(record))
                .state(ProcessInstanceStateEnum.ACTIVE)
                .hasIncident(false)
                .tenantId(TENANT)
                .parentProcessInstanceKey(parent(process.getParentProcessInstanceKey()))
                .parentElementInstanceKey(parent(process.getParentElementInstanceKey()));
    }

    private void end(Record<?> record) {
        var instance = instances.get(record.getKey());
        if (instance == null) {
            return;
        }
        instance.state(
                        record.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED
                                ? ProcessInstanceStateEnum.COMPLETED
                                : ProcessInstanceStateEnum.TERMINATED)
                .endDate(time(record));
        ended.add(record.getKey());
        if (ended.size() > ENDED_INSTANCES_KEPT) {
            forget(ended.remove());
        }
    }

    private void forget(long instance) {
        instances.remove(instance);
        var itsTasks = tasksOfInstance.remove(instance);
        if (itsTasks != null) {
            itsTasks.forEach(tasks::remove);
        }
    }

    private void take(Record<?> record, VariableRecordValue variable) {
        variables
                .computeIfAbsent(variable.getScopeKey(), scope -> new ConcurrentHashMap<>())
                .put(
                        variable.getName(),
                        new VariableSearchResult()
                                .variableKey(text(record.getKey()))
                                .name(variable.getName())
                                .value(variable.getValue())
                                .isTruncated(false)
                                .scopeKey(text(variable.getScopeKey()))
                                .processInstanceKey(text(variable.getProcessInstanceKey()))
                                .tenantId(TENANT));
    }

    private void take(Record<?> record, UserTaskRecordValue task) {
        switch ((UserTaskIntent) record.getIntent()) {
            case CREATED -> {
                tasksOfInstance
                        .computeIfAbsent(task.getProcessInstanceKey(), instance -> new ArrayDeque<>())
                        .add(task.getUserTaskKey());
                show(record, task, UserTaskStateEnum.CREATED);
            }
            case ASSIGNED, UPDATED, CORRECTED, COMPLETION_DENIED, ASSIGNMENT_DENIED, UPDATE_DENIED, MIGRATED -> {
                if (tasks.containsKey(task.getUserTaskKey())) {
                    show(record, task, UserTaskStateEnum.CREATED);
                }
            }
            case COMPLETED -> show(record, task, UserTaskStateEnum.COMPLETED);
            case CANCELED -> show(record, task, UserTaskStateEnum.CANCELED);
            default -> {
                // On its way.
            }
        }
    }

    private void show(Record<?> record, UserTaskRecordValue task, UserTaskStateEnum state) {
        var definition = definitions.get(task.getProcessDefinitionKey());
        tasks.put(
                task.getUserTaskKey(),
                new UserTaskResult()
                        .userTaskKey(text(task.getUserTaskKey()))
                        .name(elementNames
                                .getOrDefault(task.getProcessDefinitionKey(), Map.of())
                                .get(task.getElementId()))
                        .state(state)
                        .assignee(task.getAssignee().isEmpty() ? null : task.getAssignee())
                        .elementId(task.getElementId())
                        .elementInstanceKey(text(task.getElementInstanceKey()))
                        .processInstanceKey(text(task.getProcessInstanceKey()))
                        .processDefinitionKey(text(task.getProcessDefinitionKey()))
                        .processDefinitionId(task.getBpmnProcessId())
                        .processName(definition == null ? null : definition.getName())
                        .processDefinitionVersion(task.getProcessDefinitionVersion())
                        .formKey(task.getFormKey() < 0 ? null : text(task.getFormKey()))
                        .candidateGroups(task.getCandidateGroupsList())
                        .candidateUsers(task.getCandidateUsersList())
                        .dueDate(task.getDueDate().isEmpty() ? null : task.getDueDate())
                        .followUpDate(task.getFollowUpDate().isEmpty() ? null : task.getFollowUpDate())
                        .priority(task.getPriority())
                        .creationDate(Instant.ofEpochMilli(task.getCreationTimestamp())
                                .toString())
                        .completionDate(state == UserTaskStateEnum.CREATED ? null : time(record))
                        .customHeaders(task.getCustomHeaders())
                        .tenantId(TENANT));
    }

    private void take(Record<?> record, JobRecordValue job) {
        switch ((JobIntent) record.getIntent()) {
            case CREATED -> show(record, job, JobStateEnum.CREATED);
            case FAILED -> show(record, job, JobStateEnum.FAILED);
            case TIMED_OUT -> show(record, job, JobStateEnum.TIMED_OUT);
            case RETRIES_UPDATED -> show(record, job, JobStateEnum.RETRIES_UPDATED);
            case COMPLETED -> endJob(record, job, JobStateEnum.COMPLETED);
            case ERROR_THROWN -> endJob(record, job, JobStateEnum.ERROR_THROWN);
            case CANCELED -> endJob(record, job, JobStateEnum.CANCELED);
            default -> {
                // On its way.
            }
        }
    }

    private void endJob(Record<?> record, JobRecordValue job, JobStateEnum state) {
        show(record, job, state);
        endedJobs.add(record.getKey());
        if (endedJobs.size() > ENDED_JOBS_KEPT) {
            jobs.remove(endedJobs.remove());
        }
    }

    private void show(Record<?> record, JobRecordValue job, JobStateEnum state) {
        jobs.put(
                record.getKey(),
                new JobSearchResult()
                        .jobKey(text(record.getKey()))
                        .type(job.getType())
                        .worker(job.getWorker())
                        .state(state)
                        .kind(JobKindEnum.fromValue(job.getJobKind().name()))
                        .listenerEventType(JobListenerEventTypeEnum.fromValue(
                                job.getJobListenerEventType().name()))
                        .retries(job.getRetries())
                        .hasFailedWithRetriesLeft(state == JobStateEnum.FAILED && job.getRetries() > 0)
                        .errorMessage(job.getErrorMessage())
                        .errorCode(job.getErrorCode())
                        .customHeaders(job.getCustomHeaders())
                        .elementId(job.getElementId())
                        .elementInstanceKey(text(job.getElementInstanceKey()))
                        .processDefinitionId(job.getBpmnProcessId())
                        .processDefinitionKey(text(job.getProcessDefinitionKey()))
                        .processInstanceKey(text(job.getProcessInstanceKey()))
                        .tenantId(TENANT));
    }

    private void take(Record<?> record, IncidentRecordValue incident) {
        if (record.getIntent() == IncidentIntent.CREATED) {
            incidents.put(
                    record.getKey(),
                    new IncidentResult()
                            .incidentKey(text(record.getKey()))
                            .processDefinitionKey(text(incident.getProcessDefinitionKey()))
                            .processDefinitionId(incident.getBpmnProcessId())
                            .processInstanceKey(text(incident.getProcessInstanceKey()))
                            .elementId(incident.getElementId())
                            .elementInstanceKey(text(incident.getElementInstanceKey()))
                            .jobKey(incident.getJobKey() < 0 ? null : text(incident.getJobKey()))
                            .errorType(IncidentResult.ErrorTypeEnum.fromValue(
                                    incident.getErrorType().name()))
                            .errorMessage(incident.getErrorMessage())
                            .creationTime(time(record))
                            .state(IncidentResult.StateEnum.ACTIVE)
                            .tenantId(TENANT));
        } else if (record.getIntent() == IncidentIntent.RESOLVED) {
            incidents.remove(record.getKey());
        }
    }

    private static String time(Record<?> record) {
        return Instant.ofEpochMilli(record.getTimestamp()).toString();
    }

    private static String parent(long key) {
        return key < 0 ? null : text(key);
    }

    private static String text(long key) {
        return Long.toString(key);
    }
}
