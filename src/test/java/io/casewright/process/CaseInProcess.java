package io.casewright.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.casefile.application.CaseMessages;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One case on its way through the process; each verb plays the worker or person whose turn it is. */
final class CaseInProcess {

    static final String PROCESS = "support-case";
    static final String NUMBER = "CW-2026-000042";
    static final String WAIT = NUMBER + ":1";
    static final String TICKET = NUMBER + "-T1";
    static final Duration TIME_TO_CONFIRM = Duration.ofDays(5);
    private static final Duration CLOSING_REMINDER = Duration.ofDays(2);
    static final String TASK_DUE = "2030-01-02T10:00:00Z";

    static final Map<String, Object> TRIAGE_PLANS = Map.of(
            "critical", Map.of("priority", 90, "taskDue", "2030-01-02T08:00:00Z"),
            "moderate", Map.of("priority", 50, "taskDue", TASK_DUE),
            "minimal", Map.of("priority", 20, "taskDue", "2030-01-02T14:00:00Z"));

    private final EngineHarness engine;
    private final long instance;

    private CaseInProcess(EngineHarness engine, long instance) {
        this.engine = engine;
        this.instance = instance;
    }

    static CaseInProcess received(EngineHarness engine) {
        publishStart(engine);
        var instances = engine.journal().instancesOf(PROCESS);
        assertThat(instances).hasSize(1);
        return new CaseInProcess(engine, instances.getFirst());
    }

    /** An instance that a message started. */
    static CaseInProcess startedBy(
            EngineHarness engine, String message, String process, Map<String, Object> variables) {
        return startedBy(engine, message, NUMBER, process, variables);
    }

    static CaseInProcess startedBy(
            EngineHarness engine, String message, String key, String process, Map<String, Object> variables) {
        var before = List.copyOf(engine.journal().instancesOf(process));
        engine.publish(message, key, Duration.ZERO, variables);
        var started = new ArrayList<>(engine.journal().instancesOf(process));
        started.removeAll(before);
        assertThat(started).hasSize(1);
        return new CaseInProcess(engine, started.getFirst());
    }

    static void publishStart(EngineHarness engine) {
        engine.publish(CaseMessages.REQUEST_RECEIVED, NUMBER, Duration.ZERO, Map.of("caseNumber", NUMBER));
    }

    CaseInProcess isRegistered() {
        return work("casefile.registerCase", facts("first-line", "moderate"));
    }

    /** The request reads like nothing a person has to look at. */
    CaseInProcess isReadClearly() {
        return isRead(readFacts(false), null);
    }

    CaseInProcess isReadVaguely() {
        return isRead(readFacts(true), null);
    }

    CaseInProcess isReadAsAskedBefore(String openCase) {
        return isRead(readFacts(false), openCase);
    }

    CaseInProcess isReadAs(Map<String, Object> facts) {
        return isRead(facts, null);
    }

    private CaseInProcess isRead(Map<String, Object> facts, String openCase) {
        var variables = new HashMap<String, Object>();
        variables.put("facts", facts);
        variables.put("statedCategory", null);
        variables.put("statedSeverity", null);
        variables.put("affectedUsers", null);
        variables.put("triagePlans", TRIAGE_PLANS);
        variables.put("openCase", openCase);
        variables.put("sameRequest", openCase);
        return work("casefile.readRequest", variables);
    }

    CaseInProcess isTriaged() {
        return triageIsRecorded("diagnose").work("casefile.acknowledgeRequest", Map.of());
    }

    CaseInProcess triageIsRecorded(String course) {
        var variables = facts("technical", "critical");
        variables.put("triageCourse", course);
        variables.put("remit", "inside");
        variables.put("duplicateOf", course.equals("join") ? "CW-2026-000041" : null);
        return work("casefile.recordTriage", variables);
    }

    /** Registered, read, triaged and acknowledged. */
    CaseInProcess isTakenIn() {
        return isRegistered().isReadClearly().isTriaged();
    }

    CaseInProcess isLookedUp() {
        var health = facts("technical", "critical");
        health.put("healthSummary", "No issue fits this case.");
        health.put("knownIssue", null);
        health.put("issueLinked", false);
        health.put("nextStep", null);
        return work("casefile.checkServiceHealth", health)
                .work("casefile.findSimilarCases", Map.of("similarCases", ""))
                .accessIsChecked("yes");
    }

    /** Service health names an issue that the settings let the case be linked to. */
    CaseInProcess isLinkedByItself(String issue) {
        var health = facts("technical", "critical");
        health.put("healthSummary", issue + " fits this case.");
        health.put("knownIssue", issue);
        health.put("issueLinked", true);
        health.put("nextStep", "known-issue");
        return work("casefile.checkServiceHealth", health);
    }

    CaseInProcess accessIsChecked(String granted) {
        var access = new HashMap<String, Object>();
        access.put("leastRole", "Exchange Administrator");
        access.put("roleGranted", granted);
        access.put("accessSummary", "You may use: Exchange Administrator.");
        access.put("grantedRoles", List.of("Exchange Administrator"));
        access.put("requestAccess", null);
        return work("casefile.checkDelegatedAccess", access);
    }

    /** The agent wants a check or a role first; what is typed so far goes along. */
    CaseInProcess wantsFirst(String check, String access) {
        return answer("userTask_DiagnoseCase", diagnosis(null, null, check, access));
    }

    CaseInProcess isDiagnosed(String cause) {
        return isDiagnosed(cause, null);
    }

    CaseInProcess isDiagnosed(String cause, String faultKind) {
        return answer("userTask_DiagnoseCase", diagnosis(cause, faultKind, null, null));
    }

    private static Map<String, Object> diagnosis(String cause, String faultKind, String check, String access) {
        var answers = new HashMap<String, Object>();
        for (String each : List.of("stepsTried", "roleUsed", "knownIssue", "impact", "reproduction", "affectedScope")) {
            answers.put(each, "filled in");
        }
        answers.put("category", "technical");
        answers.put("severity", "critical");
        answers.put("findings", "A mail loop");
        answers.put("cause", cause);
        answers.put("faultKind", faultKind);
        answers.put("question", "Which users?");
        answers.put("advice", "Please turn to the maker.");
        answers.put("handTo", null);
        answers.put("check", check);
        answers.put("checkSubject", null);
        answers.put("requestAccess", access);
        return answers;
    }

    CaseInProcess diagnosisIsAccepted() {
        return diagnosisIsAcceptedFor("technical");
    }

    /** The worker hands on what the decision said. */
    CaseInProcess diagnosisIsAcceptedFor(String category) {
        var job = engine.awaitJob("casefile.recordDiagnosis");
        var course = (Map<?, ?>) job.variables().get("diagnosisCourse");
        var variables = facts(category, "critical");
        variables.put("handedOver", false);
        variables.put("category", category);
        variables.put("nextStep", course.get("nextStep"));
        variables.put("handOffCategory", course.get("handOffCategory"));
        variables.put("handTo", null);
        engine.complete(job, variables);
        return this;
    }

    CaseInProcess isHandedTo(String queue) {
        var variables = facts(queue, "moderate");
        variables.put("handedOver", true);
        variables.put("agent", null);
        return work("casefile.recordDiagnosis", variables);
    }

    CaseInProcess isSolvedBy(String action, String userTask) {
        var answers = new HashMap<String, Object>();
        answers.put("action", action);
        answers.put("actionDetail", "Line 2");
        answers.put("amount", null);
        answers.put("resolution", "The loop is cut");
        answers.put("invoice", "G004567890");
        answers.put("subscription", "6e7a");
        answers.put("newQuantity", 90);
        return answer(userTask, answers);
    }

    /** What Microsoft shows is looked up before the form, where there is something to look up. */
    CaseInProcess isLookedUpFor(String category) {
        return switch (category) {
            case "billing" ->
                work(
                        "casefile.lookUpInvoices",
                        Map.of("invoiceChoices", List.of(choice("G004567890")), "invoiceNote", ""));
            case "subscription" ->
                work(
                        "casefile.lookUpSubscriptions",
                        Map.of("subscriptionChoices", List.of(choice("6e7a")), "subscriptionNote", "140 seats"));
            default -> this;
        };
    }

    private static Map<String, Object> choice(String value) {
        return Map.of("label", value, "value", value);
    }

    CaseInProcess isSolved() {
        return isSolvedBy("change-setting", "userTask_ResolveTechnicalCase");
    }

    CaseInProcess resolutionIsAccepted() {
        return resolutionIsAccepted(false);
    }

    CaseInProcess resolutionIsAccepted(boolean systemCanAct) {
        return work(
                "casefile.recordResolution",
                Map.of("resolutionProblem", "", "workSolved", true, "cost", 0, "changeChosen", systemCanAct));
    }

    CaseInProcess changeIsProposed(boolean systemCanAct) {
        var variables = new HashMap<String, Object>();
        for (String each : List.of("actionWords", "amountUnderstood", "proposedBy", "approvalWhy", "plannedChange")) {
            variables.put(each, "proposed");
        }
        variables.put("systemCanAct", systemCanAct);
        variables.put("actionCarriedOut", false);
        variables.put("actionPerformed", false);
        variables.put("performReport", null);
        return work("casefile.proposeChange", variables);
    }

    CaseInProcess workIsGivenBack() {
        return work(
                "casefile.recordResolution",
                Map.of("resolutionProblem", "", "workSolved", false, "cost", 0, "changeChosen", false));
    }

    CaseInProcess resolutionIsTold() {
        var due = engine.now().plus(TIME_TO_CONFIRM).truncatedTo(ChronoUnit.SECONDS);
        return work(
                "casefile.tellResolution",
                Map.of(
                        "waitKey",
                        WAIT,
                        "confirmationDue",
                        due.toString(),
                        "closingReminderAt",
                        due.minus(CLOSING_REMINDER).toString()));
    }

    CaseInProcess customerAnswers() {
        return hearsInTheWait(CaseMessages.CUSTOMER_ANSWERED, Map.of());
    }

    CaseInProcess answerMeansSolved(boolean solved) {
        return work("casefile.recordAnswer", Map.of("settlement", solved ? "solved" : "not-solved"));
    }

    CaseInProcess requestIsWithdrawn() {
        return hears(CaseMessages.REQUEST_WITHDRAWN, Map.of());
    }

    /** A word for what the case waits for now. */
    CaseInProcess hearsInTheWait(String message, Map<String, Object> variables) {
        engine.publish(message, WAIT, Duration.ofHours(1), variables);
        return this;
    }

    CaseInProcess hears(String message, Map<String, Object> variables) {
        engine.publish(message, NUMBER, Duration.ofHours(1), variables);
        return this;
    }

    CaseInProcess answer(String userTask, Map<String, Object> answers) {
        engine.complete(engine.newestTask(userTask), answers);
        return this;
    }

    CaseInProcess approvalIs(boolean approved) {
        return work(
                "casefile.recordApproval",
                Map.of("actionApproved", approved, "resolutionProblem", approved ? "" : "Too dear"));
    }

    CaseInProcess evidenceIs(boolean complete) {
        return work(
                "casefile.collectEvidence",
                Map.ofEntries(
                        Map.entry("healthChecked", true),
                        Map.entry("troubleshotUnderRole", complete),
                        Map.entry("scopeChecked", complete),
                        Map.entry("impactStated", complete),
                        Map.entry("reproductionRecorded", complete),
                        Map.entry("multiTenantShown", false),
                        Map.entry("commercialFactsRecorded", false),
                        Map.entry("partnerKind", "DIRECT_BILL"),
                        Map.entry("deliveryModel", "OWN")));
    }

    /** The settings name nobody as contact. */
    CaseInProcess handOffIsDrafted() {
        var draft = new HashMap<String, Object>();
        for (String each : List.of("ticketTitle", "ticketText", "ticketLink", "vendorSeverity")) {
            draft.put(each, "drafted");
        }
        for (String each : List.of("", "Email", "Phone", "Hours")) {
            draft.put("partnerContact" + each, null);
        }
        draft.put("supportTopics", List.of(Map.of("label", "Mail flow", "value", "32444667")));
        return work("handoff.draftHandOff", draft);
    }

    CaseInProcess hearsOfTicket(String message, Map<String, Object> variables) {
        engine.publish(message, TICKET, Duration.ofHours(1), variables);
        return this;
    }

    CaseInProcess waitsAt(String... elements) {
        assertThat(engine.journal().incidents()).isEmpty();
        assertThat(engine.journal().waitingAt()).containsExactlyInAnyOrder(elements);
        return this;
    }

    CaseInProcess wentThrough(String... elements) {
        assertThat(engine.journal().completed()).containsSubsequence(elements);
        return this;
    }

    void endedBy(String... endEvents) {
        var journal = engine.journal();
        assertThat(journal.isEnded(instance)).as("ended").isTrue();
        assertThat(journal.completed(instance).stream()
                        .filter(element -> element.startsWith("endEvent_"))
                        .toList())
                .isEqualTo(List.of(endEvents));
        assertThat(journal.incidents()).isEmpty();
    }

    Map<String, Object> variables() {
        return engine.journal().variables();
    }

    /** Without what belongs to other instances. */
    Map<String, Object> ownVariables() {
        return engine.journal().variables(instance);
    }

    List<String> interrupted() {
        return engine.journal().terminated();
    }

    static Map<String, Object> facts(String queue, String severity) {
        var facts = new HashMap<String, Object>();
        facts.put("caseNumber", NUMBER);
        facts.put("customerName", "Contoso");
        facts.put("contactName", "Ida Toivonen");
        facts.put("subject", "Mail comes late");
        facts.put("requestText", "All mail is an hour late");
        facts.put("product", "Exchange Online");
        facts.put("severity", severity);
        facts.put("category", "technical");
        facts.put("queue", queue);
        facts.put("priority", severity.equals("critical") ? 90 : 60);
        facts.put("taskDue", TASK_DUE);
        facts.put("caseLink", "http://127.0.0.1:8080/cases/" + NUMBER);
        return facts;
    }

    private static Map<String, Object> readFacts(boolean tooVague) {
        var facts = new HashMap<String, Object>();
        for (String concern : List.of(
                "fraudConcern",
                "attack",
                "billingDispute",
                "directWithMicrosoft",
                "thirdPartyProduct",
                "scam",
                "workStopped",
                "workHindered",
                "manyAffected",
                "singlePerson",
                "deadlineSoon",
                "serviceFault",
                "ownChange",
                "howToQuestion")) {
            facts.put(concern, false);
        }
        facts.put("tooVague", tooVague);
        facts.put("language", "en");
        facts.put("suggestedCategory", "technical");
        facts.put("categoryConfidence", 0.95);
        facts.put("suggestedSeverity", "minimal");
        facts.put("severityConfidence", 0.95);
        facts.put("criticalChance", 0.01);
        facts.put("affectedPeople", null);
        facts.put("productFamily", "exchange");
        facts.put("topics", List.of());
        return facts;
    }

    /** Plays the worker of this job. */
    CaseInProcess work(String jobType, Map<String, Object> result) {
        var job = engine.awaitJob(jobType);
        assertThat(job.variables()).containsEntry("caseNumber", NUMBER);
        assertThat(job.retries()).as("retries of " + jobType).isEqualTo(5);
        engine.complete(job, result);
        return this;
    }
}
