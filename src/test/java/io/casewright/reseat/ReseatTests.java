package io.casewright.reseat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.camunda.client.CamundaClient;
import io.casewright.casefile.application.CaseRequest;
import io.casewright.casefile.application.CaseRequest.ContactPerson;
import io.casewright.casefile.application.ConfirmResolution;
import io.casewright.casefile.application.ReceiveMessage;
import io.casewright.casefile.application.WithdrawCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Category;
import io.casewright.casefile.domain.CustomerAnswer;
import io.casewright.casefile.domain.Severity;
import io.casewright.intake.application.ReadMail;
import io.casewright.intake.application.TakeMail;
import io.casewright.intake.domain.Fate;
import io.casewright.localstack.LocalStack;
import io.casewright.localstack.StackSettings;
import io.casewright.plan.application.KeepPlans;
import io.casewright.platform.engine.ProcessFlows;
import io.casewright.platform.engine.TaskRefused;
import io.casewright.platform.text.Fingerprint;
import io.casewright.satisfaction.application.TakeRating;
import io.casewright.satisfaction.domain.Rating;
import io.casewright.simulator.HealthSimulator.Issue;
import io.casewright.simulator.InvoiceSimulator;
import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.simulator.SubscriptionSimulator;
import io.casewright.simulator.Tokens;
import io.casewright.statement.application.DecideStatement;
import io.casewright.statement.application.MakeDrafts;
import io.casewright.testkit.AMail;
import io.casewright.testkit.LateCases;
import io.casewright.testkit.PlanText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real MySQL and real engines, of which the first is lost with all it knew. */
class ReseatTests {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String ISSUE = "EX990001";
    private static final String PRODUCT = "Exchange Online";
    private static final int OF_EACH = 8;

    /** Courses that come to their place by something else than the last answer. */
    private static final Set<String> LATER = Set.of("withdrawn", "access to end");

    private static final String TASKS =
            "SELECT id, element_id, case_number, reference, assignee, queue, state, completed_by FROM user_task"
                    + " WHERE state <> 'CANCELED' ORDER BY id";
    private static final String HISTORY = "SELECT case_id, kind, actor, actor_name, text, step_key FROM timeline_entry"
            + " WHERE kind <> 'SET_GOING_AGAIN' ORDER BY id";
    private static final String LETTERS = "SELECT case_number, kind, step_key FROM message ORDER BY case_number, id";
    private static final String ORDERS = "SELECT kind, step_key FROM desk_order ORDER BY id";

    private static LocalStack stack;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startDatabase() {
        stack = LocalStack.startDatabase(StackSettings.besideOthers(Path.of("target", "reseat-database")));
    }

    @AfterAll
    static void stopDatabase() {
        stack.close();
    }

    @Test
    void everythingGoesOnWhereItWasFromTheDatabaseAlone() throws Exception {
        Map<Course, String> cases;
        Map<String, Long> standing;
        List<String> kept;
        List<String> timers;
        try (var engine = new LosableEngine(folder.resolve("one"));
                var shift = shift(engine, "one")) {
            cases = everyCourse(shift);
            major(shift);
            calls(shift);
            proposedPlan(shift);
            proposedStatement(shift);
            mailOfNobody(shift);
            standing = settled(engine);
            kept = keptBy(shift);
            timers = engine.timers();
            assertThat(standing.keySet()).as("every place of the models").containsAll(waits(shift));
            assertThat(cases).hasSizeGreaterThan(200);
            shift.awaitSameInEngine();
        }
        try (var engine = new LosableEngine(folder.resolve("two"));
                var shift = shift(engine, "two")) {
            Awaitility.await("the same places as before")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(settled(engine)).isEqualTo(standing));
            Awaitility.await("the same tasks, letters and orders as before")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(keptBy(shift)).isEqualTo(kept));
            assertThat(engine.timers())
                    .as("times that were promised")
                    .isEqualTo(timers)
                    .isNotEmpty();
            shift.awaitSameInEngine();
            goOn(shift, cases);
        }
    }

    private static List<String> keptBy(Shift shift) {
        return Stream.of(TASKS, HISTORY, LETTERS, ORDERS).map(shift::rows).toList();
    }

    private Map<Course, String> everyCourse(Shift shift) throws Exception {
        var microsoft = shift.get(MicrosoftSimulator.class);
        microsoft.invoices().exportTakes(1_000_000);
        microsoft
                .health()
                .publish(Issue.of(ISSUE, PRODUCT, "Mail flow", "Outbound mail is delayed", "Mail leaves late."));
        var courses = new ArrayList<Course>();
        for (int nth = 0; nth < OF_EACH; nth++) {
            var untouched = Course.untouched();
            courses.addAll(List.of(
                    untouched,
                    untouched.inTheSameWords(),
                    Course.asked(),
                    Course.billing(),
                    Course.resolved(),
                    Course.invoiceExpected(InvoiceSimulator.NEW_COMMERCE),
                    Course.technical(),
                    Course.subscription(),
                    Course.knownIssue(ISSUE, PRODUCT),
                    Course.evidenceMissing(),
                    Course.handOff(),
                    Course.filing(),
                    Course.following(),
                    Course.atProvidersDesk(),
                    Course.accessRequested(),
                    Course.approvalAwaited(),
                    withdrawn(Course.filing()),
                    wroteMore(Course.technical()),
                    accessUnneeded(Course.approvalAwaited()),
                    accessToEnd(Course.approvalAwaited()),
                    vendorAsked(Course.atProvidersDesk()),
                    customerAsked(Course.atProvidersDesk()),
                    vendorClosed(Course.atProvidersDesk()),
                    breached(Course.untouched()),
                    unhappy(Course.resolved())));
        }
        // The form offers no more subscriptions than a person can look through.
        for (int nth = 0; nth < 3; nth++) {
            courses.addAll(List.of(
                    Course.proposed(seats(microsoft)),
                    Course.approved(seats(microsoft), "perform-change userTask_CarryOutAction"),
                    Course.approved(slowSeats(microsoft), "perform-change event_TimeToLookAgain")));
        }
        var numbers = new LinkedHashMap<Course, String>();
        for (Course course : courses) {
            numbers.put(course, shift.open(course.opened()));
        }
        inParallel(numbers.entrySet().stream()
                .<Callable<Void>>map(entry -> () -> {
                    play(shift, entry.getKey(), entry.getValue());
                    return null;
                })
                .toList());
        // What one customer grants, no other case has to ask for; so this comes when all have asked.
        numbers.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals("access to end"))
                .forEach(entry -> grantAndWithdraw(shift, entry.getValue()));
        return numbers;
    }

    private static void grantAndWithdraw(Shift shift, String number) {
        var relationships = shift.get(MicrosoftSimulator.class).relationships();
        String id = relationships.named(number).orElseThrow().id();
        relationships.approve(id);
        relationships.expiring(id);
        shift.get(WithdrawCase.class).withdraw(new CaseNumber(number), null, "portal");
        shift.awaitTask(number, "userTask_EndAccess");
    }

    private static void play(Shift shift, Course course, String number) {
        for (Course.Turn turn : course.turns()) {
            shift.complete(number, turn.elementId(), turn.login(), turn.answers());
        }
        var microsoft = shift.get(MicrosoftSimulator.class);
        switch (course.name()) {
            case "withdrawn" -> {
                shift.awaitTask(number, "userTask_FileTicket");
                shift.get(WithdrawCase.class).withdraw(new CaseNumber(number), null, "portal");
            }
            case "wrote more" -> {
                shift.awaitTask(number, "userTask_ResolveTechnicalCase");
                for (int nth = 0; nth < 2; nth++) {
                    shift.get(ReceiveMessage.class)
                            .receive(new CaseNumber(number), "More about it " + nth, "portal", "more-" + nth);
                }
            }
            case "unhappy" -> rateLow(shift, number);
            case "vendor asked" ->
                atDesk(microsoft, number, reference -> {
                    microsoft.desk().tickets().ask(reference, "Which lists?");
                    return null;
                });
            case "customer asked" -> {
                atDesk(microsoft, number, reference -> {
                    microsoft.desk().tickets().ask(reference, "Which lists?");
                    return null;
                });
                shift.complete(
                        number,
                        "userTask_AnswerVendor",
                        "demo",
                        Map.of("answerWay", "ask-customer", "question", "Which lists do you mean?"));
            }
            case "access unneeded" -> {
                shift.awaitTask(number, "userTask_AwaitApproval");
                shift.get(WithdrawCase.class).withdraw(new CaseNumber(number), null, "portal");
            }
            case "access to end" -> shift.awaitTask(number, "userTask_AwaitApproval");
            case "breached" -> breach(shift, number);
            case "vendor closed" ->
                atDesk(microsoft, number, reference -> {
                    microsoft.desk().tickets().close(reference, "Solved with Microsoft.");
                    return null;
                });
            case "at a desk" -> atDesk(microsoft, number, reference -> null);
            default -> {
                // It waits by itself.
            }
        }
        if (course.place().contains("userTask") && !LATER.contains(course.name())) {
            var task = shift.awaitTask(number, course.place().split(" ")[1]);
            if (number.hashCode() % 2 == 0) {
                shift.claim(task, "specialist");
            }
        }
    }

    private static void atDesk(MicrosoftSimulator microsoft, String number, Function<String, Void> action) {
        String reference = number + "-T1";
        Awaitility.await(reference)
                .atMost(PATIENCE)
                .until(() -> microsoft.desk().tickets().find(reference).isPresent());
        action.apply(reference);
    }

    private static Course named(Course course, String name, String place) {
        return new Course(name, course.opened(), course.turns(), place);
    }

    private static Course withdrawn(Course course) {
        return named(course, "withdrawn", "vendor-ticket userTask_CloseTicket");
    }

    private static Course wroteMore(Course course) {
        return named(course, "wrote more", "customer-message userTask_ReadMessage");
    }

    private static Course vendorAsked(Course course) {
        return named(course, "vendor asked", "answer-vendor userTask_AnswerVendor");
    }

    private static Course customerAsked(Course course) {
        return named(course, "customer asked", "answer-vendor receiveTask_AwaitReply");
    }

    private static Course accessUnneeded(Course course) {
        return named(course, "access unneeded", "end-access event_TimeToLook");
    }

    private static Course accessToEnd(Course course) {
        return named(course, "access to end", "end-access userTask_EndAccess");
    }

    private static Course breached(Course course) {
        return named(course, "breached", "promise-breached userTask_LookAfterBreachedPromise");
    }

    private static void breach(Shift shift, String number) {
        shift.awaitTask(number, "userTask_DiagnoseCase");
        var late = new LateCases(shift.database(), shift.get(Scheduler.class));
        late.breached(new CaseNumber(number));
    }

    private static Course vendorClosed(Course course) {
        return named(course, "vendor closed", "hand-off-case userTask_RelayToCustomer");
    }

    private static Course unhappy(Course course) {
        return named(course, "unhappy", "unhappy-customer userTask_CallBackCustomer");
    }

    /** As the link of the letter would lead to it, days later. */
    private static void rateLow(Shift shift, String number) {
        var database = shift.database();
        Awaitility.await("the solution of " + number)
                .atMost(PATIENCE)
                .until(() -> database.sql("SELECT status FROM support_case WHERE number = ?")
                        .param(number)
                        .query(String.class)
                        .single()
                        .equals("RESOLVED"));
        shift.get(ConfirmResolution.class).confirm(new CaseNumber(number), CustomerAnswer.SOLVED, "portal");
        Awaitility.await("the end of " + number)
                .atMost(PATIENCE)
                .until(() -> database.sql(
                                        "INSERT IGNORE INTO survey_link (token_hash, survey_id) SELECT ?, id FROM survey WHERE case_number = ?")
                                .params(Fingerprint.of(number), number)
                                .update()
                        == 1);
        database.sql("UPDATE survey SET asked_at = planned_at, valid_until = planned_at WHERE case_number = ?")
                .param(number)
                .update();
        shift.get(TakeRating.class).take(number, new Rating(1, "Nobody called."));
    }

    private static String seats(MicrosoftSimulator microsoft) {
        return microsoft
                .subscriptions()
                .add(
                        SubscriptionSimulator.ADATUM,
                        "Plan " + UUID.randomUUID(),
                        20,
                        Instant.now().plus(Duration.ofDays(3)),
                        20);
    }

    private static String slowSeats(MicrosoftSimulator microsoft) {
        String id = seats(microsoft);
        microsoft.subscriptions().provisioningTakes(id, 1_000_000);
        return id;
    }

    /** Two: one to be confirmed, one confirmed. */
    private static void major(Shift shift) {
        for (String product : List.of("Microsoft Teams", "OneDrive")) {
            for (String[] who : new String[][] {
                {"contoso.example", "it@contoso.example"},
                {"adatum.example", "it@adatum.example"},
                {"litware.example", "it@litware.example"}
            }) {
                shift.open(new CaseRequest(
                        who[0],
                        new ContactPerson("Who it concerns", who[1], null),
                        "Files vanish in " + product + " " + UUID.randomUUID(),
                        "Since this morning files vanish in " + product + " " + UUID.randomUUID(),
                        product,
                        null,
                        Category.TECHNICAL,
                        Severity.MODERATE,
                        null,
                        null,
                        "Europe",
                        null));
            }
        }
        Awaitility.await("two major cases")
                .atMost(PATIENCE)
                .until(() -> shift.database()
                                .sql("SELECT COUNT(*) FROM user_task WHERE element_id = 'userTask_ConfirmMajorCase'")
                                .query(Integer.class)
                                .single()
                        == 2);
        var task = shift.openTasks("userTask_ConfirmMajorCase").getLast();
        shift.completeTask(task, "manager", Map.of("isMajorCase", "yes"));
        Awaitility.await("an update to be sent")
                .atMost(PATIENCE)
                .until(() -> !shift.openTasks("userTask_SendUpdate").isEmpty());
    }

    /** Of the first plan, once more as it is. */
    private static void proposedPlan(Shift shift) {
        var plans = shift.get(KeepPlans.class);
        plans.propose(1, 0, PlanText.right(), "owner");
        Awaitility.await("a plan to approve")
                .atMost(PATIENCE)
                .until(() -> !shift.openTasks("userTask_ApprovePlan").isEmpty());
    }

    /** Of a customer whose support is included at a price. */
    private static void proposedStatement(Shift shift) {
        var drafts = shift.get(MakeDrafts.class);
        drafts.make(drafts.pastMonth());
        long first = shift.database()
                .sql("SELECT MIN(id) FROM statement")
                .query(Long.class)
                .single();
        shift.get(DecideStatement.class).propose(first, "owner");
        Awaitility.await("a statement to approve")
                .atMost(PATIENCE)
                .until(() -> !shift.openTasks("userTask_ApproveStatement").isEmpty());
    }

    /** Nobody vouches for its sender. */
    private static void mailOfNobody(Shift shift) throws IOException {
        var mail = AMail.aMail().unproven();
        shift.get(TakeMail.class).take("a mail of nobody", mail::open, mail::open);
        Awaitility.await("a mail to sort")
                .atMost(PATIENCE)
                .until(() -> !shift.openTasks("userTask_SortMail").isEmpty());
    }

    /** An unknown caller, as an agent logs the call in Tasklist. */
    private static void calls(Shift shift) {
        shift.get(CamundaClient.class)
                .newCreateInstanceCommand()
                .bpmnProcessId("log-call")
                .latestVersion()
                .variables(Map.of(
                        "customer", "nobody.example",
                        "contactName", "Nobody",
                        "contactEmail", "nobody@nobody.example",
                        "subject", "Who knows",
                        "description", "Nobody knows",
                        "severity", "minimal"))
                .send()
                .join();
        Awaitility.await("a call to correct")
                .atMost(PATIENCE)
                .until(() -> !shift.openTasks("userTask_CorrectCall").isEmpty());
    }

    /** What can be done in each place is done, and leads on. */
    private static void goOn(Shift shift, Map<Course, String> cases) {
        var first = new HashMap<String, String>();
        cases.forEach((course, number) -> first.putIfAbsent(course.place(), number));
        var microsoft = shift.get(MicrosoftSimulator.class);

        String asked = first.get("diagnose-case receiveTask_AwaitReply");
        shift.get(ReceiveMessage.class).receive(new CaseNumber(asked), "The last one", "portal", "answer");
        shift.awaitTask(asked, "userTask_DiagnoseCase");

        String resolved = first.get("support-case gateway_AwaitCustomer");
        shift.get(ConfirmResolution.class).confirm(new CaseNumber(resolved), CustomerAnswer.SOLVED, "portal");
        shift.awaitStatus(resolved, "CLOSED");

        String proposed = first.get("second-person userTask_ApproveAction");
        assertThatThrownBy(() -> shift.complete(proposed, "userTask_ApproveAction", "act", Map.of("approved", "yes")))
                .as("four eyes are still two people")
                .isInstanceOf(TaskRefused.class);
        shift.complete(proposed, "userTask_ApproveAction", "manager", Map.of("approved", "yes"));
        shift.awaitTask(proposed, "userTask_CarryOutAction");

        String wrote = first.get("customer-message userTask_ReadMessage");
        shift.complete(wrote, "userTask_ReadMessage", "demo", Map.of("readingOutcome", "read", "seenMessages", 2));
        shift.complete(
                wrote,
                "userTask_ResolveTechnicalCase",
                "demo",
                Map.of("action", "instruct", "resolution", "Like this."));
        shift.awaitStatus(wrote, "RESOLVED");

        String atDesk = first.get("vendor-ticket event_TicketChanged");
        microsoft.desk().tickets().ask(atDesk + "-T1", "Which lists?");
        shift.awaitTask(atDesk, "userTask_AnswerVendor");

        String askedForVendor = first.get("answer-vendor receiveTask_AwaitReply");
        shift.get(ReceiveMessage.class).receive(new CaseNumber(askedForVendor), "All lists", "portal", "answer");
        shift.awaitTask(askedForVendor, "userTask_AnswerVendor");

        String toEnd = first.get("end-access userTask_EndAccess");
        shift.complete(toEnd, "userTask_EndAccess", "demo", Map.of("accessDecision", "keep"));

        var plan = shift.openTasks("userTask_ApprovePlan").getFirst();
        shift.completeTask(plan, "manager", Map.of("approved", "no", "approvalReason", "Too short a time."));
        Awaitility.await("the plan to be declined")
                .atMost(PATIENCE)
                .until(() -> !shift.get(KeepPlans.class).draft(1).isProposed());

        var statement = shift.openTasks("userTask_ApproveStatement").getFirst();
        shift.completeTask(statement, "manager", Map.of("approved", "yes"));
        Awaitility.await("the statement to have its number")
                .atMost(PATIENCE)
                .until(() -> shift.database()
                                .sql("SELECT COUNT(*) FROM statement WHERE number LIKE 'ST-%-000001'")
                                .query(Integer.class)
                                .single()
                        == 1);

        var mail = shift.openTasks("userTask_SortMail").getFirst();
        shift.completeTask(mail, "demo", Map.of("mailOutcome", "nothing", "mailReason", "Advertising."));
        Awaitility.await("the mail to be discarded")
                .atMost(PATIENCE)
                .until(() -> shift.get(ReadMail.class).latest().getFirst().fate() == Fate.DISCARDED);

        String breached = first.get("promise-breached userTask_LookAfterBreachedPromise");
        shift.complete(
                breached, "userTask_LookAfterBreachedPromise", "manager", Map.of("breachAction", "call-customer"));

        String closed = first.get("hand-off-case userTask_RelayToCustomer");
        shift.complete(
                closed,
                "userTask_RelayToCustomer",
                "demo",
                Map.of("ticketSolves", "yes", "relayText", "It works again."));
        shift.awaitStatus(closed, "RESOLVED");

        microsoft.health().change(ISSUE, "serviceRestored");
        String waiting = first.get("known-issue userTask_WatchKnownIssue");
        shift.awaitStatus(waiting, "RESOLVED");
    }

    private Shift shift(LosableEngine engine, String name) {
        return new Shift(
                stack.databaseUrl(),
                engine,
                name,
                "--casewright.casefile.known-issue-check=PT5S",
                "--casewright.service-health.read-every=PT0S",
                "--casewright.handoff.poll-every=PT2S",
                "--casewright.handoff.desk-api.url=${casewright.microsoft.graph}/desk",
                "--casewright.handoff.desk-api.token=" + Tokens.DESK_TOKEN);
    }

    /** Where all stand as soon as no worker has anything to do. */
    private static Map<String, Long> settled(LosableEngine engine) {
        Supplier<Map<String, Long>> now = () -> engine.isIdle() ? engine.standing() : Map.of();
        Awaitility.await("all at rest").atMost(PATIENCE).until(() -> {
            var standing = now.get();
            return !standing.isEmpty() && standing.keySet().stream().noneMatch(place -> place.contains("serviceTask"));
        });
        return engine.standing();
    }

    /** All that a process can wait at, as the models say. */
    private static Set<String> waits(Shift shift) {
        return shift.get(ProcessFlows.class)
                .all()
                .flatMap(flow -> flow.elements().stream()
                        .filter(id -> flow.isUserTask(id) || flow.waitsThere(id))
                        .map(id -> flow.processId() + " " + id))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void inParallel(List<Callable<Void>> work) throws Exception {
        try (var executor = Executors.newFixedThreadPool(8)) {
            for (var each : executor.invokeAll(work)) {
                each.get();
            }
        }
    }
}
