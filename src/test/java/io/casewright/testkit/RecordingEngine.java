package io.casewright.testkit;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.PublishMessageCommandStep1;
import io.camunda.client.api.response.PublishMessageResponse;
import io.casewright.casefile.application.CaseFacts;
import io.casewright.casefile.application.OpenTasks;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.engine.Decisions;
import io.casewright.platform.engine.ShippedDecisions;
import io.casewright.task.process.Doers;
import io.grpc.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * An engine that takes every message and remembers it; it can be told to be out of reach for a while. Two applications of a
 * test run share the database and so each other's orders: therefore they share what the engine remembers as well.
 */
@TestConfiguration(proxyBeanMethods = false)
public class RecordingEngine {

    private static final List<Told> TOLD = new CopyOnWriteArrayList<>();
    private static final Map<Long, CaseFacts> REPLANNED = new ConcurrentHashMap<>();
    private static final Map<Long, Instant> HURRIED = new ConcurrentHashMap<>();
    private static final Map<CaseNumber, Integer> ORDERED = new ConcurrentHashMap<>();
    private static final AtomicInteger FAILURES = new AtomicInteger();
    private static final AtomicInteger REFUSED = new AtomicInteger();
    private static final AtomicInteger LOST_ANSWERS = new AtomicInteger();
    private static final Set<String> WRONG = ConcurrentHashMap.newKeySet();
    private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();
    private volatile @Nullable String agent = "agent";

    /** A message the engine took. */
    public record Told(String message, String correlationKey) {}

    public List<Told> told() {
        return TOLD;
    }

    /** How many deliveries failed so far. */
    public int refused() {
        return REFUSED.get();
    }

    /** The next deliveries fail. */
    public void failNext(int deliveries) {
        FAILURES.set(deliveries);
    }

    /** The next deliveries are taken, but nobody hears so. */
    public void loseAnswers(int deliveries) {
        LOST_ANSWERS.set(deliveries);
    }

    /** A message of this key is refused as wrong, or not any more. */
    public void isWrong(String correlationKey, boolean isWrong) {
        if (isWrong) {
            WRONG.add(correlationKey);
        } else {
            WRONG.remove(correlationKey);
        }
    }

    /** The person who does the next tasks; null when nobody is assigned. */
    public void agentIs(@Nullable String login) {
        agent = login;
    }

    @Bean
    @Primary
    Doers doersAsToldByTheTest() {
        var doers = mock(Doers.class);
        when(doers.before(any())).thenAnswer(call -> agent);
        when(doers.signedBefore(any())).thenAnswer(call -> agent);
        return doers;
    }

    /** How the open tasks of a process were planned last, by the key of its instance. */
    public Map<Long, CaseFacts> replanned() {
        return REPLANNED;
    }

    /** When the open tasks of a process became due that were hurried, by the key of its instance. */
    public Map<Long, Instant> hurried() {
        return HURRIED;
    }

    /** How far up the open tasks of a case were put last. */
    public Map<CaseNumber, Integer> ordered() {
        return ORDERED;
    }

    @Bean
    @Primary
    OpenTasks tasksThatOnlyRemember() {
        return new OpenTasks() {

            @Override
            public void replan(long processInstanceKey, CaseFacts facts) {
                REPLANNED.put(processInstanceKey, facts);
            }

            @Override
            public void order(CaseNumber number, @Nullable Instant due, int priority) {
                ORDERED.put(number, priority);
            }

            @Override
            public void hurry(long processInstanceKey, Instant due, int priority) {
                HURRIED.put(processInstanceKey, due);
            }
        };
    }

    @Bean
    @Primary
    Decisions shippedDecisions(CamundaClient engine, ObjectMapper json) {
        return new ShippedDecisions(engine, json);
    }

    @Bean
    @Primary
    CamundaClient recordingClient() {
        var client = mock(CamundaClient.class, RETURNS_DEEP_STUBS);
        when(client.newTopologyRequest()
                        .useRest()
                        .requestTimeout(any())
                        .send()
                        .join()
                        .getGatewayVersion())
                .thenReturn("8.8.0");
        when(client.newPublishMessageCommand()).thenAnswer(call -> new Publication().command());
        return client;
    }

    private static final class Publication {

        private String name = "";
        private String key = "";
        private String id = "";

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
            doAnswer(call -> {
                        id = call.getArgument(0);
                        return third;
                    })
                    .when(third)
                    .messageId(anyString());
            doAnswer(call -> answer()).when(third).send();
            return first;
        }

        private CamundaFuture<?> answer() {
            if (FAILURES.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                REFUSED.incrementAndGet();
                throw new IllegalStateException("The engine is out of reach");
            }
            if (WRONG.contains(key)) {
                throw new ClientStatusException(Status.INVALID_ARGUMENT, null);
            }
            if (KNOWN.contains(id)) {
                throw new ClientStatusException(Status.ALREADY_EXISTS, null);
            }
            TOLD.add(new Told(name, key));
            if (LOST_ANSWERS.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                KNOWN.add(id);
                throw new IllegalStateException("The engine did not answer in time");
            }
            CamundaFuture<?> future = mock(CamundaFuture.class);
            doAnswer(call -> mock(PublishMessageResponse.class)).when(future).join();
            return future;
        }
    }
}
