package io.casewright.platform.engine;

import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.casewright.platform.outbox.Undeliverable;
import io.grpc.Status;
import java.util.Set;

/** Tells what the engine will never take from what it does not take now. */
final class EngineRefusal {

    private static final Set<Integer> FOR_GOOD = Set.of(400, 413, 422);

    private EngineRefusal() {}

    /** What the engine says about a command is kept out: it quotes variables. */
    static RuntimeException told(RuntimeException answer) {
        return switch (answer) {
            case ProblemException e
            when FOR_GOOD.contains(e.code()) ->
                new Undeliverable("The engine refuses it as wrong (%d).".formatted(e.code()), e);
            case ClientStatusException e
            when e.getStatusCode() == Status.Code.INVALID_ARGUMENT ->
                new Undeliverable("The engine refuses it as wrong (INVALID_ARGUMENT).", e);
            default -> answer;
        };
    }
}
