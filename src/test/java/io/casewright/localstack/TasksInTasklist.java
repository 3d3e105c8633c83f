package io.casewright.localstack;

import com.jayway.jsonpath.InvalidJsonException;
import com.jayway.jsonpath.JsonPath;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Tasklist has imported: tasks, and the variables that say whose they are. */
final class TasksInTasklist {

    private final String store;

    TasksInTasklist(String store) {
        this.store = store;
    }

    /** Whether there is a task, open or done, of each of these cases. */
    boolean areThereFor(Set<String> caseNumbers) {
        var withoutTask = new HashSet<>(caseNumbers);
        Set<String> processesWithTasks = new HashSet<>();
        for (var task : found("tasklist-task-*", "implementation:ZEEBE_USER_TASK")) {
            processesWithTasks.add(String.valueOf(task.get("processInstanceId")));
        }
        for (var variable : found("tasklist-variable-*", "name:caseNumber")) {
            if (processesWithTasks.contains(String.valueOf(variable.get("processInstanceId")))) {
                withoutTask.remove(String.valueOf(variable.get("value")).replace("\"", ""));
            }
        }
        return withoutTask.isEmpty();
    }

    private List<Map<String, Object>> found(String index, String query) {
        var answer = Http.get(
                store + "/" + index + "/_search?size=10000&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        try {
            return answer.isOk() ? JsonPath.read(answer.body(), "$.hits.hits[*]._source") : List.of();
        } catch (InvalidJsonException e) {
            return List.of();
        }
    }
}
