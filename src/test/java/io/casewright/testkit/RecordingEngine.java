package io.casewright.testkit;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.PublishMessageCommandStep1;
import io.camunda.client.api.response.PublishMessageResponse;
import io.casewright.casefile.application.Agents;
import io.casewright.casefile.application.CaseFacts;
import io.casewright.casefile.application.OpenTasks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** An engine that takes every message and remembers it; it can be told to be out of reach for a while. */
@TestConfiguration(proxyBeanMethods = false)
public class RecordingEngine {

    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final Map<Long, CaseFacts> replanned = new ConcurrentHashMap<>();
    private final Map<Long, Instant> hurried = new ConcurrentHashMap<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile @Nullable String agent = "agent";

    /** A message the engine took. */
    public record Told(String message, String correlationKey) {}

    public List<Told> told() {
        return told;
    }

    /** The next deliveries fail. */
    public void failNext(int deliveries) {
        failures.set(deliveries);
    }

    /** The person who does the next tasks; null when nobody is assigned. */
    public void agentIs(@Nullable String login) {
        agent = login;
    }

    @Bean
    @Primary
    Agents agentsAsToldByTheTest() {
        return new Agents() {

            @Override
            public Optional<String> whoDid(long processInstanceKey, String elementId) {
                return Optional.ofNullable(agent);
            }

            @Override
            public Optional<String> whoCompleted(long processInstanceKey, String elementId) {
                return Optional.ofNullable(agent);
            }
        };
    }

    /** How the open tasks of a process were planned last, by the key of its instance. */
    public Map<Long, CaseFacts> replanned() {
        return replanned;
    }

    /** When the open tasks of a process became due that were hurried, by the key of its instance. */
    public Map<Long, Instant> hurried() {
        return hurried;
    }

    @Bean
    @Primary
    OpenTasks tasksThatOnlyRemember() {
        return new OpenTasks() {

            @Override
            public void replan(long processInstanceKey, CaseFacts facts) {
                replanned.put(processInstanceKey, facts);
            }

            @Override
            public void hurry(long processInstanceKey, Instant due, int priority) {
                hurried.put(processInstanceKey, due);
            }
        };
    }

    @Bean
    @Primary
    CamundaClient recordingClient() {
        var client = mock(CamundaClient.class, RETURNS_DEEP_STUBS);
        when(client.newPublishMessageCommand()).thenAnswer(call -> new Publication().command());
        return client;
    }

    private final class Publication {

        private String name = "";
        private String key = "";

        private PublishMessageCommandStep1 command() {
            var first = mock(PublishMessageCommandStep1.class);
            var second = mock(PublishMessageCommandStep1.PublishMessageCommandStep2.class);
            var third = mock(PublishMessageCommandStep1.PublishMessageCommandStep3.class, RETURNS_SELF);
            doAnswer(call -> {
                        name = call.getArgument(0);
                        return second;
                    })
                    .when(first)
                    .messageName(anyString());
            doAnswer(call -> {
                        key = call.getArgument(0);
                        return third;
                    })
                    .when(second)
                    .correlationKey(any());
            doAnswer(call -> answer()).when(third).send();
            return first;
        }

        private CamundaFuture<?> answer() {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("The engine is out of reach");
            }
            told.add(new Told(name, key));
            CamundaFuture<?> future = mock(CamundaFuture.class);
            doAnswer(call -> mock(PublishMessageResponse.class)).when(future).join();
            return future;
        }
    }
}
