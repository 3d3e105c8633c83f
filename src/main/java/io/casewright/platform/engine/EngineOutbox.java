package io.casewright.platform.engine;

import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.camunda.client.CamundaClient;
import io.casewright.platform.engine.place.Places;
import io.casewright.platform.engine.place.SentMessages;
import io.casewright.platform.outbox.Outbox;
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

    EngineOutbox(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * Records the message in the current transaction; without one it fails.
     *
     * @return false when a message of this id still waits to be sent
     */
    public boolean send(EngineMessage message) {
        return outbox.add(TASK.instance(message.id())
                .data(message)
                .priority(message.urgent() ? Priority.HIGH : Priority.MEDIUM)
                .build());
    }

    /** The message is not sent any more, should it still wait. */
    public void cancel(EngineMessage message) {
        outbox.remove(TASK.instanceId(message.id()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Delivery {

        @Bean
        Task<EngineMessage> engineMessageTask(
                Outbox outbox, CamundaClient engine, ModelDeployment models, SentMessages sent) {
            return outbox.task(TASK, message -> {
                // A start message finds nobody before the models are there, and the engine would drop it silently.
                models.requireDone();
                sent.sending(message);
                var variables = new HashMap<>(message.variables());
                variables.put(Places.BY_MESSAGE, message.id());
                engine.newPublishMessageCommand()
                        .messageName(message.name())
                        .correlationKey(message.correlationKey())
                        .messageId(message.id())
                        .timeToLive(message.timeToLive())
                        .variables(variables)
                        .send()
                        .join();
            });
        }
    }
}
