package io.casewright.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What goes wrong on Microsoft's side, as whoever directs the simulation says: it concerns the next calls of a path. */
public final class Story implements SimulatedApi {

    private final List<Trouble> troubles = new CopyOnWriteArrayList<>();

    /** How a call goes wrong. */
    public enum Kind {
        /** The answer comes after {@code seconds}. */
        SLOW,
        /** 429 with Retry-After {@code seconds}. */
        THROTTLED,
        /** 503 without a word. */
        DOWN,
        /** The answer ends in the middle. */
        BROKEN,
        /** A page of HTML in place of JSON. */
        NONSENSE,
        /** 403 with a code of Microsoft's. */
        REFUSED,
        /** The call acts, but its answer is lost. */
        LOST
    }

    /** Trouble for calls whose method and path begin like this, so often. */
    private record Trouble(Kind kind, String begins, int seconds, AtomicInteger left) {}

    @Override
    public void addTo(Routes routes) {
        routes.direct("POST", "/simulator/troubles", request -> {
            JsonNode body = request.body();
            trouble(
                    Kind.valueOf(body.path("kind").asText()),
                    body.path("begins").asText(),
                    body.path("times").asInt(1),
                    body.path("seconds").asInt(1));
            return Reply.of(204, null);
        });
        routes.direct("DELETE", "/simulator/troubles", request -> {
            end();
            return Reply.of(204, null);
        });
        routes.direct("GET", "/simulator/troubles", request -> Reply.ok(Map.of("troubles", troubles.size())));
    }

    /**
     * The next calls go wrong.
     *
     * @param begins method, a blank and the beginning of the path, such as {@code GET /v1.0/admin}
     * @param times how many calls
     */
    public void trouble(Kind kind, String begins, int times, int seconds) {
        troubles.add(new Trouble(kind, begins, seconds, new AtomicInteger(times)));
    }

    /** Everything works again. */
    public void end() {
        troubles.clear();
    }

    record Now(Kind kind, int seconds) {}

    /** The trouble that this call gets; it is used up by it. */
    Optional<Now> troubleFor(String method, String path) {
        String call = method + " " + path;
        for (Trouble trouble : troubles) {
            if (call.startsWith(trouble.begins())) {
                if (trouble.left().getAndDecrement() > 0) {
                    return Optional.of(new Now(trouble.kind(), trouble.seconds()));
                }
                troubles.remove(trouble);
            }
        }
        return Optional.empty();
    }
}
