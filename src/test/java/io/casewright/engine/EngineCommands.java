package io.casewright.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.protocol.rest.JobResultCorrections;
import io.camunda.client.protocol.rest.JobResultUserTask;
import io.camunda.zeebe.process.test.engine.EmbeddedEngine;
import io.camunda.zeebe.process.test.engine.EmbeddedEngine.Answer;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.value.incident.IncidentRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobResult;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.impl.record.value.variable.VariableDocumentRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.intent.VariableDocumentIntent;
import io.camunda.zeebe.protocol.record.value.JobResultType;
import io.camunda.zeebe.protocol.record.value.VariableDocumentUpdateSemantic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Says to the engine, as its own records, what its gRPC has no words for. */
final class EngineCommands {

    private final EmbeddedEngine engine;
    private final ObjectMapper json;

    EngineCommands(EmbeddedEngine engine, ObjectMapper json) {
        this.engine = engine;
        this.json = json;
    }

    /** @param allowOverride false refuses when somebody is assigned already */
    CompletableFuture<Answer> assign(long task, String assignee, boolean allowOverride, String action) {
        var record =
                new UserTaskRecord().setUserTaskKey(task).setAssignee(assignee).setAction(action);
        return userTask(allowOverride ? UserTaskIntent.ASSIGN : UserTaskIntent.CLAIM, task, record);
    }

    CompletableFuture<Answer> complete(long task, Map<String, Object> variables, String action) {
        var record = new UserTaskRecord()
                .setUserTaskKey(task)
                .setVariables(document(variables))
                .setAction(action);
        return userTask(UserTaskIntent.COMPLETE, task, record);
    }

    /** @param changes by the names that the interface gives them; what is not named stays */
    CompletableFuture<Answer> update(long task, Map<String, Object> changes, String action) {
        var record = new UserTaskRecord().setUserTaskKey(task).setAction(action);
        if (changes.containsKey("candidateGroups")) {
            record.setCandidateGroupsList(strings(changes.get("candidateGroups")))
                    .setCandidateGroupsChanged();
        }
        if (changes.containsKey("candidateUsers")) {
            record.setCandidateUsersList(strings(changes.get("candidateUsers"))).setCandidateUsersChanged();
        }
        if (changes.containsKey("dueDate")) {
            record.setDueDate(string(changes.get("dueDate"))).setDueDateChanged();
        }
        if (changes.containsKey("followUpDate")) {
            record.setFollowUpDate(string(changes.get("followUpDate"))).setFollowUpDateChanged();
        }
        if (changes.get("priority") instanceof Number priority) {
            record.setPriority(priority.intValue()).setPriorityChanged();
        }
        return userTask(UserTaskIntent.UPDATE, task, record);
    }

    /** @param result what a task listener says; null for a job that is none of a listener */
    CompletableFuture<Answer> completeJob(long job, Map<String, Object> variables, JobResultUserTask result) {
        var record = new JobRecord();
        if (variables != null && !variables.isEmpty()) {
            record.setVariables(document(variables));
        }
        if (result != null) {
            record.setResult(resultOf(result));
        }
        return engine.command(ValueType.JOB, JobIntent.COMPLETE, job, record);
    }

    CompletableFuture<Answer> updateRetries(long job, int retries) {
        return engine.command(ValueType.JOB, JobIntent.UPDATE_RETRIES, job, new JobRecord().setRetries(retries));
    }

    CompletableFuture<Answer> setVariables(long scope, Map<String, Object> variables, boolean local) {
        var record = new VariableDocumentRecord()
                .setScopeKey(scope)
                .setVariables(document(variables))
                .setUpdateSemantics(
                        local ? VariableDocumentUpdateSemantic.LOCAL : VariableDocumentUpdateSemantic.PROPAGATE);
        return engine.command(ValueType.VARIABLE_DOCUMENT, VariableDocumentIntent.UPDATE, scope, record);
    }

    CompletableFuture<Answer> resolveIncident(long incident) {
        return engine.command(ValueType.INCIDENT, IncidentIntent.RESOLVE, incident, new IncidentRecord());
    }

    private CompletableFuture<Answer> userTask(UserTaskIntent intent, long task, UserTaskRecord record) {
        return engine.command(ValueType.USER_TASK, intent, task, record);
    }

    private static JobResult resultOf(JobResultUserTask said) {
        var result = new JobResult()
                .setType(JobResultType.USER_TASK)
                .setDenied(Boolean.TRUE.equals(said.getDenied()))
                .setDeniedReason(string(said.getDeniedReason()));
        if (said.getCorrections() != null) {
            correct(result, said.getCorrections());
        }
        return result;
    }

    private static void correct(JobResult result, JobResultCorrections said) {
        var corrections = new io.camunda.zeebe.protocol.impl.record.value.job.JobResultCorrections();
        var corrected = new ArrayList<String>();
        if (said.getAssignee() != null) {
            corrections.setAssignee(said.getAssignee());
            corrected.add(UserTaskRecord.ASSIGNEE);
        }
        if (said.getDueDate() != null) {
            corrections.setDueDate(said.getDueDate());
            corrected.add(UserTaskRecord.DUE_DATE);
        }
        if (said.getPriority() != null) {
            corrections.setPriority(said.getPriority());
            corrected.add(UserTaskRecord.PRIORITY);
        }
        if (said.getCandidateGroups() != null) {
            corrections.setCandidateGroupsList(said.getCandidateGroups());
            corrected.add(UserTaskRecord.CANDIDATE_GROUPS);
        }
        result.setCorrections(corrections).setCorrectedAttributes(corrected);
    }

    private DirectBuffer document(Map<String, Object> variables) {
        try {
            return new UnsafeBuffer(MsgPackConverter.convertToMsgPack(
                    json.writeValueAsString(variables == null ? Map.of() : variables)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not variables: " + variables.keySet(), e);
        }
    }

    private static List<String> strings(Object list) {
        return list instanceof List<?> all ? all.stream().map(String::valueOf).toList() : List.of();
    }

    private static String string(Object value) {
        return value == null ? "" : value.toString();
    }
}
