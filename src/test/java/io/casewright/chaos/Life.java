package io.casewright.chaos;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewright.chaos.Callers.Answer;
import io.casewright.simulator.SimulatedTickets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the people around one case do, one after the other, each of whom takes some time to think. */
final class Life {

    private static final Pattern NUMBER = Pattern.compile("CW-\\d{4}-\\d{6}");
    private static final Duration LOOK_EVERY = Duration.ofMillis(300);

    private final Callers callers;
    private final Eyes eyes;
    private final Random random;
    private final Pace pace;
    private final Set<Long> done = new HashSet<>();
    private volatile String number;
    private volatile String now = "not begun";
    private volatile boolean isDone;
    private volatile boolean isOver;
    private volatile boolean byHand;
    private int wrote;

    /**
     * How fast people are.
     *
     * @param thinking for how long at most
     * @param patience how long anybody waits for the desk
     */
    record Pace(Duration thinking, Duration patience) {}

    Life(Callers callers, Eyes eyes, long seed, Pace pace) {
        this.callers = callers;
        this.eyes = eyes;
        this.random = new Random(seed);
        this.pace = pace;
    }

    /** Null until the case is there. */
    String number() {
        return number;
    }

    /** What it is at, for people. */
    String now() {
        return now;
    }

    /** A people's pause, not a wait for something that could be awaited. */
    static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    private void think() {
        pause(Duration.ofMillis(random.nextLong(pace.thinking().toMillis() + 1)));
    }

    /** A customer's program opens a case. */
    void open(String customer, String contact, Map<String, Object> more) {
        begin("opens");
        var request = new HashMap<String, Object>(more);
        request.put("customer", customer);
        request.put("contact", Map.of("name", contact, "email", "it@" + customer));
        var answer = callers.post("/api/v1/cases", UUID.randomUUID().toString(), request);
        number = accepted(answer, 201, 200).json().path("number").asText();
    }

    /** An agent writes a call down. */
    void call(Map<String, String> form) {
        begin("calls");
        String fields = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var answer = callers.postAtDesk(
                "demo", "/desk/calls", "application/x-www-form-urlencoded", "key=" + UUID.randomUUID() + "&" + fields);
        var found = NUMBER.matcher(answer.location());
        if (!found.find()) {
            throw new IllegalStateException("The call was not taken: " + answer);
        }
        number = found.group();
    }

    void writes(String text) {
        begin("writes");
        accepted(
                callers.post(
                        "/api/v1/cases/" + number + "/messages",
                        UUID.randomUUID().toString(),
                        Map.of("text", text)),
                201);
        wrote++;
    }

    /** The customer says whether it helped. */
    void answers(boolean resolved) {
        awaitStatus("RESOLVED");
        begin("answers");
        var answer = callers.post("/api/v1/cases/" + number + "/confirmation", null, Map.of("resolved", resolved));
        // Who asks again may find that the answer has had its effect already.
        if (!(answer.status() == 409 && answer.again())) {
            accepted(answer, 200);
        }
    }

    void withdraws() {
        begin("withdraws");
        accepted(callers.post("/api/v1/cases/" + number + "/withdrawal", null, Map.of()), 200);
    }

    /** The agent takes the task at the element and sends its form. */
    void completes(String elementId, Map<String, Object> answers) {
        completes(elementId, form -> answers);
    }

    /** The same with answers that depend on what the form shows. */
    void completes(String elementId, Function<JsonNode, Map<String, Object>> answers) {
        var task = awaitTask(elementId);
        begin("completes " + elementId);
        String path = "/desk/tasks/" + task.id();
        var form = callers.getAtDesk("demo", path + "/form");
        var answer = form.status() == 200 ? sends(path, answers.apply(form.json())) : form;
        // Who asks again may find that it is done already.
        if (!(answer.status() == 410 && answer.again())) {
            accepted(answer, 200);
        }
        done.add(task.id());
    }

    /** As often as it is told that the task is just being changed, which may be what was sent before, it is sent again. */
    private Answer sends(String path, Map<String, Object> answers) {
        var sent = new AtomicInteger();
        Supplier<Answer> send = () -> {
            var answer = callers.postAtDesk(
                    "demo", path + "/completion", "application/json", Callers.json(Map.of("answers", answers)));
            return sent.incrementAndGet() == 1 ? answer : answer.askedAgain();
        };
        return await().pollInterval(LOOK_EVERY)
                .atMost(pace.patience())
                .until(send::get, answer -> answer.status() != 409);
    }

    Eyes.OpenTask awaitTask(String elementId) {
        return until(elementId, () -> eyes.task(number, elementId, done).orElse(null));
    }

    /** The first of these elements at which there is a task. */
    String awaitTaskOf(String one, String other) {
        return until(
                        one + " or " + other,
                        () -> eyes.task(number, one, done)
                                .or(() -> eyes.task(number, other, done))
                                .orElse(null))
                .elementId();
    }

    void awaitStatus(String status) {
        until(status, () -> eyes.status(number).filter(status::equals).orElse(null));
    }

    /** The ticket of this case at a desk. */
    SimulatedTickets.Ticket awaitTicket(SimulatedTickets desk) {
        return until("a ticket", () -> desk.find(number + "-T1").orElse(null));
    }

    /** Where the ticket of this case is; empty when a person has to open it, because Microsoft did not offer anything to choose. */
    Optional<SimulatedTickets.Ticket> awaitTicketOrTask(SimulatedTickets desk, String elementId) {
        return until("a ticket or " + elementId, () -> {
            var ticket = desk.find(number + "-T1");
            byHand = ticket.isEmpty() && eyes.task(number, elementId, done).isPresent();
            return ticket.isPresent() || byHand ? ticket : null;
        });
    }

    /** Whether a person opened the ticket and follows it. */
    boolean isByHand() {
        return byHand;
    }

    /** Until our own words are at the desk. */
    void awaitNote(SimulatedTickets desk, String words) {
        until(
                "our words there",
                () -> awaitTicket(desk).notes().stream()
                        .filter(note -> note.text().contains(words))
                        .findFirst()
                        .orElse(null));
    }

    private <T> T until(String what, Supplier<T> look) {
        now = "waits for " + what;
        return await().pollInterval(LOOK_EVERY).atMost(pace.patience()).until(look::get, found -> found != null);
    }

    private void begin(String deed) {
        think();
        now = deed;
    }

    /** From here on nothing more happens. */
    void end() {
        isDone = true;
        isOver = true;
        now = "done";
    }

    /** Something more happens. */
    void beginAgain() {
        isDone = false;
        isOver = false;
    }

    /** It broke off. */
    void fail(RuntimeException why) {
        now = now + ", broke off: " + why.getMessage();
        isOver = true;
    }

    boolean isOver() {
        return isOver;
    }

    /** Whether all of it was played. */
    boolean isDone() {
        return isDone;
    }

    /** How often the customer wrote. */
    int wrote() {
        return wrote;
    }

    private static Answer accepted(Answer answer, int... statuses) {
        for (int status : statuses) {
            if (answer.status() == status) {
                return answer;
            }
        }
        throw new IllegalStateException("It was answered " + answer);
    }
}
