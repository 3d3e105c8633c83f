package io.casewright.platform.engine;

import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.casewright.platform.engine.place.SentMessages;
import io.casewright.platform.outbox.Outbox;
import io.casewright.platform.trace.Traces;
import io.grpc.Status;
import java.util.HashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Sends messages to the engine once the surrounding transaction has committed, and again until the engine took them; urgent
 * ones first (docs/adr/0006).
 */
@Component
public class EngineOutbox {

    private static final TaskDescriptor<EngineMessage> TASK = TaskDescriptor.of("engine-message", EngineMessage.class);

    private final Outbox outbox;
    private final SentMessages sent;
    private final Traces traces;

    EngineOutbox(Outbox outbox, SentMessages sent, Traces traces) {
        this.outbox = outbox;
        this.sent = sent;
        this.traces = traces;
    }

    /**
     * Records the message in the current transaction; without one it fails.
     *
     * @return false when a message of this id still waits to be sent
     */
    public boolean send(EngineMessage message) {
        var traced = traced(message, traces);
        sent.add(traced);
        return outbox.add(TASK.instance(message.id())
                .data(traced)
                .priority(message.urgent() ? Priority.HIGH : Priority.MEDIUM)
                .build());
    }

    /** The message is not sent any more, should it still wait. */
    public void cancel(EngineMessage message) {
        sent.taken(message.id());
        outbox.remove(TASK.instanceId(message.id()));
    }

    /** It takes the present trace along. */
    private static EngineMessage traced(EngineMessage message, Traces traces) {
        return traces.current()
                .map(trace -> message.with(Traces.VARIABLE, trace))
                .orElse(message);
    }

    @Configuration(proxyBeanMethods = false)
    static class Delivery {

        @Bean
        Task<EngineMessage> engineMessageTask(
                Outbox outbox, CamundaClient engine, ModelDeployment models, SentMessages sent, Traces traces) {
            return outbox.task(TASK, message -> {
                // A start message finds nobody before the models are there, and the engine would drop it silently.
                models.requireDone();
                if (sent.sending(message)) {
                    traces.goOn(
                            message.variables().get(Traces.VARIABLE),
                            "engine-message",
                            message.variables().get("caseNumber"),
                            () -> publish(engine, traced(message, traces)));
                }
            });
        }

        /** What the engine knows already came through before, only its answer did not. */
        private static void publish(CamundaClient engine, EngineMessage message) {
            var variables = new HashMap<>(message.variables());
            variables.put(SentMessages.BY_MESSAGE, message.id());
            try {
                engine.newPublishMessageCommand()
                        .messageName(message.name())
                        .correlationKey(message.correlationKey())
                        .messageId(message.id())
                        .timeToLive(message.timeToLive())
                        .variables(variables)
                        .send()
                        .join();
            } catch (ProblemException e) {
                if (e.code() != 409) {
                    throw EngineRefusal.told(e);
                }
            } catch (ClientStatusException e) {
                if (e.getStatusCode() != Status.Code.ALREADY_EXISTS) {
                    throw EngineRefusal.told(e);
                }
            }
        }
    }
}
