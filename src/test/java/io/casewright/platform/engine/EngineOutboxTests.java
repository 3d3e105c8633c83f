package io.casewright.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.RecordingEngine;
import io.casewright.testkit.RecordingEngine.Told;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@CasewrightTest
class EngineOutboxTests {

    /** Eight of this application, and eight of another one that shares the database with it. */
    private static final int ON_THEIR_WAY_AT_ONCE = 16;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Autowired
    private EngineOutbox outbox;

    @Autowired
    private RecordingEngine engine;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient database;

    @AfterEach
    void recover() {
        engine.failNext(0);
        engine.loseAnswers(0);
    }

    @Test
    void whatIsUrgentLeavesFirstOnceTheEngineIsBack() {
        String run = UUID.randomUUID().toString();
        int before = engine.refused();
        engine.failNext(Integer.MAX_VALUE);
        transaction.executeWithoutResult(status -> {
            messages(run, "usual", 80).forEach(outbox::send);
            messages(run, "urgent", 20).map(EngineMessage::urgently).forEach(outbox::send);
        });
        await("every message was refused several times")
                .atMost(PATIENCE)
                .until(() -> engine.refused() - before > 3 * 100);
        awaitPauseBetweenAttempts();
        engine.failNext(0);
        await("all are told").atMost(PATIENCE).until(() -> told(run).size() == 100);
        // While one lot is on its way, the next is fetched.
        assertThat(told(run).subList(0, 20 + 2 * ON_THEIR_WAY_AT_ONCE).stream().filter(key -> key.contains("urgent")))
                .hasSize(20);
    }

    @Test
    void whatCameThroughIsNotSentForEverWhenTheAnswerWasLost() {
        String run = UUID.randomUUID().toString();
        engine.loseAnswers(1);
        transaction.executeWithoutResult(
                status -> messages(run, "unanswered", 1).forEach(outbox::send));
        await("it has left").atMost(PATIENCE).until(() -> !told(run).isEmpty() && waiting(run) == 0);
        assertThat(told(run)).hasSize(1);
    }

    private long waiting(String run) {
        return database.sql("SELECT COUNT(*) FROM scheduled_tasks WHERE task_instance LIKE ?")
                .param("%" + run + "%")
                .query(Long.class)
                .single();
    }

    /** Early in it, so that the next attempts do not begin before all of them are let through. */
    private void awaitPauseBetweenAttempts() {
        int before = engine.refused();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> engine.refused() > before);
        int[] refused = {0};
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> refused[0] == (refused[0] = engine.refused()));
    }

    private List<String> told(String run) {
        return engine.told().stream()
                .map(Told::correlationKey)
                .filter(key -> key.startsWith(run))
                .toList();
    }

    private static Stream<EngineMessage> messages(String run, String kind, int count) {
        return IntStream.range(0, count).mapToObj(i -> EngineMessage.to(run + kind + i, "test.told", Map.of()));
    }
}
