package io.casewright.bench;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobWorker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Workers that do nothing and answer at once with what leads a case to its diagnosis. So that the application's workers can
 * be there at the same time, they work for twins of the models, in which processes, messages and job types have other names.
 */
final class NoOpWorkers implements AutoCloseable {

    private static final String TWIN = "twin.";
    private static final Pattern NAMES = Pattern.compile("(<bpmn:process id=\"|<zeebe:calledElement processId=\""
            + "|<bpmndi:BPMNPlane [^>]*bpmnElement=\"|<bpmn:message [^>]*\\bname=\""
            + "|<zeebe:task(?:Definition|Listener) [^>]*\\btype=\")");

    private static final String FACTS = """
            "customerName": "Contoso", "contactName": "Ida Toivonen", "subject": "Mail arrives hours late in room 1",
            "requestText": "Since this morning mail from outside reaches us in room 1 two to three hours late.",
            "severity": "moderate", "queue": "technical", "priority": 50, "taskDue": "2001-01-01T12:00:00.000000Z",
            "caseLink": "http://127.0.0.1:8080/cases/CW-2001-000001" """;

    /** What the application's workers answer to such a case. */
    private static final Map<String, String> ANSWERS = Map.of(
            "casefile.registerCase",
            "{" + FACTS + "}",
            "casefile.readRequest",
            """
            {"facts": {"language": "en", "suggestedCategory": "technical", "categoryConfidence": 0.99,
               "productFamily": "unknown", "topics": ["known-fault", "mail", "slow"], "suggestedSeverity": "moderate",
               "severityConfidence": 0.9, "criticalChance": 0.05, "affectedPeople": null, "attack": false, "fraudConcern": false,
               "billingDispute": false, "directWithMicrosoft": false, "thirdPartyProduct": false, "scam": false,
               "workStopped": false, "workHindered": true, "manyAffected": true, "singlePerson": false,
               "deadlineSoon": false, "serviceFault": false, "ownChange": false, "howToQuestion": false,
               "tooVague": false},
             "statedCategory": null, "statedSeverity": null, "affectedUsers": null, "openCase": null, "triagePlans": {
                "critical": {"priority": 90, "taskDue": "2001-01-01T10:00:00Z"},
                "moderate": {"priority": 50, "taskDue": "2001-01-01T12:00:00Z"},
                "minimal": {"priority": 20, "taskDue": "2001-01-01T16:00:00Z"}}}""",
            "casefile.recordTriage",
            "{\"triageCourse\": \"diagnose\", \"remit\": \"inside\", \"category\": \"technical\", " + FACTS + "}",
            "casefile.acknowledgeRequest",
            "{}",
            "casefile.checkServiceHealth",
            "{\"healthSummary\": \"Checked 2001-01-01T12:00:00Z. No issue fits this case.\", \"issueLinked\": false, "
                    + FACTS + "}",
            "casefile.findSimilarCases",
            "{\"similarCases\": \"\"}",
            "casefile.checkDelegatedAccess",
            """
            {"leastRole": "Service Support Administrator", "roleGranted": "yes",
             "accessSummary": "To look into it, Service Support Administrator suffices; it is granted.",
             "grantedRoles": ["Directory Readers", "Exchange Administrator", "Service Support Administrator"]}""",
            "task.creating",
            "{}",
            "task.canceling",
            "{}");

    private final CamundaClient engine;
    private final List<JobWorker> workers = new ArrayList<>();
    private final Map<String, Instant> atTask = new ConcurrentHashMap<>();

    NoOpWorkers(CamundaClient engine) {
        this.engine = engine;
    }

    /** Brings the twins and begins to work. */
    void start() throws IOException {
        deploy();
        ANSWERS.forEach((type, answer) -> workers.add(engine.newWorker()
                .jobType(TWIN + type)
                .handler((client, job) -> complete(client, job, type, answer))
                .timeout(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .streamEnabled(true)
                .fetchVariables("caseNumber")
                .open()));
    }

    private void complete(JobClient client, ActivatedJob job, String type, String answer) {
        client.newCompleteCommand(job).variables(answer).send();
        String caseNumber = (String) job.getVariable("caseNumber");
        switch (type) {
            case "task.creating" -> atTask.put(caseNumber, Instant.now());
            case "task.canceling" -> atTask.remove(caseNumber);
            default -> {
                // On its way.
            }
        }
    }

    /** Name that a message has in the twins. */
    static String twin(String message) {
        return TWIN + message;
    }

    /** When each case had its first task, while it has it. */
    Map<String, Instant> atTask() {
        return atTask;
    }

    private void deploy() throws IOException {
        var resolver = new PathMatchingResourcePatternResolver();
        DeployResourceCommandStep2 command = null;
        for (String location : List.of("classpath*:bpmn/*.bpmn", "classpath*:bpmn/*.dmn", "classpath*:forms/*.form")) {
            for (var resource : resolver.getResources(location)) {
                String text = resource.getContentAsString(StandardCharsets.UTF_8);
                byte[] twin = NAMES.matcher(text).replaceAll("$1" + TWIN).getBytes(StandardCharsets.UTF_8);
                String name = TWIN + resource.getFilename();
                command = command == null
                        ? engine.newDeployResourceCommand().addResourceBytes(twin, name)
                        : command.addResourceBytes(twin, name);
            }
        }
        command.send().join();
    }

    @Override
    public void close() {
        workers.forEach(JobWorker::close);
    }
}
