package io.casewright.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.bench.DeskSession;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Programs and people who ask either application, and ask again, with growing pauses and at the other one, until they are
 * answered.
 */
final class Callers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEMO = "Basic ZGVtbzpkZW1v";
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final List<String> applications;
    private final Instant deadline;
    private final Map<String, DeskSession> sessions = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger putOff = new AtomicInteger();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    /** @param deadline after which nobody asks again */
    Callers(List<String> applications, Instant deadline) {
        this.applications = applications;
        this.deadline = deadline;
    }

    /**
     * An answer.
     *
     * @param again whether it was asked more than once, so that an earlier one may have acted unheard
     * @param location where the answer leads to; empty when nowhere
     */
    record Answer(int status, String body, boolean again, String location) {

        /** The same to a request that was made before, too. */
        Answer askedAgain() {
            return new Answer(status, body, true, location);
        }

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(body, e);
            }
        }
    }

    /** Asks one application once. */
    private interface Attempt {

        HttpResponse<String> at(String application) throws IOException, InterruptedException;
    }

    static String json(Object content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Answer get(String path) {
        return persist(
                "GET " + path, application -> http.send(rest(application + path).build(), text()));
    }

    Answer post(String path, String key, Object body) {
        return persist("POST " + path, application -> {
            var request = rest(application + path)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json(body)));
            return http.send((key == null ? request : request.header("Idempotency-Key", key)).build(), text());
        });
    }

    /** Somebody at the Desk sends something, logging in as often as that is needed. */
    Answer postAtDesk(String login, String path, String type, String body) {
        return persist(
                "POST " + path, application -> atDesk(application, login, session -> session.post(path, type, body)));
    }

    /** Somebody at the Desk asks for something. */
    Answer getAtDesk(String login, String path) {
        return persist("GET " + path, application -> atDesk(application, login, session -> session.get(path)));
    }

    private interface Visit {

        HttpResponse<String> of(DeskSession session) throws IOException, InterruptedException;
    }

    private HttpResponse<String> atDesk(String application, String login, Visit visit)
            throws IOException, InterruptedException {
        String key = application + " " + login;
        var session = sessions.get(key);
        if (session == null) {
            session = DeskSession.of(application, login);
            sessions.put(key, session);
        }
        try {
            var answer = visit.of(session);
            if (answer.statusCode() == 401 || answer.statusCode() == 403) {
                throw new IOException("The login has ended: " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            sessions.remove(key, session);
            throw e;
        }
    }

    private Answer persist(String what, Attempt attempt) {
        var pause = Duration.ofMillis(200);
        for (int nth = 0; Instant.now().isBefore(deadline); nth++) {
            String application = applications.get(Math.floorMod(turn.get(), applications.size()));
            try {
                var response = attempt.at(application);
                int status = response.statusCode();
                if (status < 500 && status != 429) {
                    return new Answer(
                            status,
                            response.body(),
                            nth > 0,
                            response.headers()
                                    .firstValue("Location")
                                    .orElse(response.uri().toString()));
                }
                if (status != 503 && status != 429) {
                    wrong.add("%s answered %d: %s".formatted(what, status, response.body()));
                }
            } catch (IOException e) {
                // Nobody there, or the answer is lost.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            putOff.incrementAndGet();
            turn.incrementAndGet();
            Life.pause(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
        throw new IllegalStateException(what + " was not answered until the end of the run");
    }

    private static HttpRequest.Builder rest(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(15))
                .header("Authorization", DEMO);
    }

    private static HttpResponse.BodyHandler<String> text() {
        return HttpResponse.BodyHandlers.ofString();
    }

    /** How many requests had to be made again. */
    int putOff() {
        return putOff.get();
    }

    /** Answers that nobody should get, whatever is broken. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }
}
