package io.casewright.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import io.casewright.testkit.DeskTest;
import io.casewright.testkit.StandingDatabase;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A database that stands still is worse than one that is gone: nothing is refused, and nothing is answered. */
@DeskTest
class StandingDatabaseTests {

    /** For whoever was just about to speak with it. */
    private static final Duration AT_MOST = Duration.ofSeconds(15);

    /** Three seconds for a connection, one to see that it is dead, and time for a busy machine. */
    private static final Duration SOON = Duration.ofSeconds(6);

    @Autowired
    MockMvcTester http;

    @Test
    void nobodyIsKeptWaitingForItAndAllGoesOnWithIt() throws Exception {
        assertThat(cases()).hasStatusOk();
        try (var standing = StandingDatabase.stop()) {
            assertThat(timeOf(() -> assertThat(http.get().uri("/actuator/health/readiness"))
                            .hasStatus(HttpStatus.SERVICE_UNAVAILABLE)))
                    .isLessThan(SOON);
            assertThat(timeOf(() -> assertThat(cases()).hasStatus(HttpStatus.SERVICE_UNAVAILABLE)))
                    .isLessThan(AT_MOST);
            assertThat(timeOf(() -> assertThat(cases()).hasStatus(HttpStatus.SERVICE_UNAVAILABLE)))
                    .isLessThan(SOON);
            assertThat(http.get().uri("/actuator/health/liveness")).hasStatusOk();
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(http.get().uri("/actuator/health/readiness")).hasStatusOk());
        assertThat(cases()).hasStatusOk();
    }

    private MvcTestResult cases() {
        return http.get().uri("/api/v1/cases").with(httpBasic("demo", "demo")).exchange();
    }

    private static Duration timeOf(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
