package io.casewright.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.DeskTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Somebody holds rows of cases for long: who wants those is put off, and nobody else feels it. */
@DeskTest
class LockedRowTests {

    private static final Duration AS_EVER = Duration.ofSeconds(2);

    private final ExecutorService programs = Executors.newVirtualThreadPerTaskExecutor();

    @Autowired
    MockMvcTester http;

    @Autowired
    CaseDesk cases;

    @Autowired
    DataSource database;

    private Connection holder;

    @BeforeEach
    void somebodyComes() throws SQLException {
        holder = database.getConnection();
        holder.setAutoCommit(false);
    }

    @AfterEach
    void andGoes() throws SQLException {
        holder.rollback();
        holder.setAutoCommit(true);
        holder.close();
        programs.close();
    }

    @Test
    void whoWantsTheLockedCaseIsToldToComeAgainAndWhoWantsAnotherIsServed() throws Exception {
        var locked = cases.resolving();
        var other = cases.resolving();
        hold(List.of(locked));
        var putOff = writeTo(Collections.nCopies(26, locked));
        awaitWriters(1);

        assertThat(timeOf(() -> assertThat(read().getStatus()).isEqualTo(200))).isLessThan(AS_EVER);
        assertThat(timeOf(() -> assertThat(write(other).getStatus()).isEqualTo(201)))
                .isLessThan(AS_EVER);
        for (var answer : putOff) {
            assertThat(answer.join().getStatus()).isEqualTo(503);
            assertThat(answer.join().getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("3");
        }
        holder.rollback();
        assertThat(write(locked).getStatus()).isEqualTo(201);
    }

    @Test
    void howeverManyCasesAreLockedWhoReadsIsServed() throws Exception {
        var locked = Stream.generate(cases::resolving).limit(22).toList();
        hold(locked);
        var putOff = writeTo(locked);
        awaitWriters(10);

        assertThat(timeOf(() -> assertThat(read().getStatus()).isEqualTo(200))).isLessThan(AS_EVER);
        for (var answer : putOff) {
            assertThat(answer.join().getStatus()).isEqualTo(503);
        }
    }

    private void hold(List<CaseNumber> numbers) throws SQLException {
        try (var lock = holder.prepareStatement("SELECT id FROM support_case WHERE number = ? FOR UPDATE")) {
            for (var number : numbers) {
                lock.setString(1, number.value());
                lock.execute();
            }
        }
    }

    private List<CompletableFuture<MockHttpServletResponse>> writeTo(List<CaseNumber> numbers) {
        return numbers.stream()
                .map(number -> CompletableFuture.supplyAsync(() -> write(number), programs))
                .toList();
    }

    /** Until so many wait in the database for the lock. */
    private void awaitWriters(int number) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(50))
                .until(() -> JdbcClient.create(database)
                                .sql(
                                        "SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE '%for update%'"
                                                + " AND command <> 'Sleep' AND info NOT LIKE '%processlist%'")
                                .query(Integer.class)
                                .single()
                        >= number);
    }

    private MockHttpServletResponse read() {
        return http.get()
                .uri("/api/v1/cases")
                .with(httpBasic("demo", "demo"))
                .exchange()
                .getResponse();
    }

    private MockHttpServletResponse write(CaseNumber number) {
        return http.post()
                .uri("/api/v1/cases/" + number + "/messages")
                .with(httpBasic("demo", "demo"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"text\": \"It is worse now\"}")
                .exchange()
                .getResponse();
    }

    private static Duration timeOf(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
