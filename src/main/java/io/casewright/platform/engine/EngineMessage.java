package io.casewright.platform.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A message to the process engine.
 *
 * @param id unique per happening; sending the same id again has no further effect
 * @param name message name as written in the model
 * @param correlationKey what the receiving instance is found by, at most 256 characters
 * @param timeToLive how long the engine keeps it for a receiver that is not ready yet; zero for messages that start an
 *     instance, because a kept start message would start a second instance once the first one has ended
 * @param variables facts for the instance: ids and routing facts only
 * @param urgent whether it goes before others that wait
 */
public record EngineMessage(
        String id,
        String name,
        String correlationKey,
        Duration timeToLive,
        Map<String, Object> variables,
        boolean urgent) {

    /** A message that starts an instance, at most one at a time per correlation key. */
    public static EngineMessage starting(String name, String correlationKey, Map<String, Object> variables) {
        return new EngineMessage(name + ":" + correlationKey, name, correlationKey, Duration.ZERO, variables, false);
    }

    /** A message for a running instance; waits an hour for it to become ready. */
    public static EngineMessage to(String correlationKey, String name, Map<String, Object> variables) {
        return new EngineMessage(
                name + ":" + correlationKey + ":" + java.util.UUID.randomUUID(),
                name,
                correlationKey,
                Duration.ofHours(1),
                variables,
                false);
    }

    /** The same message, which waits so long for the instance to become ready. */
    public EngineMessage keptFor(Duration time) {
        return new EngineMessage(id, name, correlationKey, time, variables, urgent);
    }

    /** Whether it starts an instance; a message of the other kind is for one that runs. */
    public boolean startsProcess() {
        return timeToLive.isZero();
    }

    /** The same message with one more variable. */
    EngineMessage with(String variable, Object value) {
        var more = new HashMap<>(variables);
        more.put(variable, value);
        return new EngineMessage(id, name, correlationKey, timeToLive, more, urgent);
    }

    /** The same message, but it goes before others that wait. */
    public EngineMessage urgently() {
        return new EngineMessage(id, name, correlationKey, timeToLive, variables, true);
    }
}
