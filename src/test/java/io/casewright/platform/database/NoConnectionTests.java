package io.casewright.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import com.zaxxer.hikari.HikariDataSource;
import io.casewright.localstack.identity.DemoPerson;
import io.casewright.testkit.DeskTest;
import io.casewright.testkit.LoggedIn;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What everybody is told while no connection to the database can be had. */
@DeskTest
class NoConnectionTests {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final List<Connection> taken = new ArrayList<>();

    @Autowired
    MockMvcTester http;

    @Autowired
    DataSource database;

    @BeforeEach
    void nobodyElseGetsAConnection() throws SQLException {
        int all = database.unwrap(HikariDataSource.class).getMaximumPoolSize();
        // What works in the background gives its own back meanwhile.
        Awaitility.await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> {
            taken.add(database.getConnection());
            return taken.size() == all;
        });
    }

    @AfterEach
    void giveThemBack() throws SQLException {
        for (var connection : taken) {
            connection.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/cases", "/api/v1/cases/CW-2026-000001"})
    void aProgramIsToldToComeAgain(String address) {
        long begin = System.nanoTime();
        assertThat(http.get().uri(address).with(httpBasic("demo", "demo")))
                .hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .hasHeader(HttpHeaders.RETRY_AFTER, "3")
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:casewright:problem:unavailable");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
    }

    @Test
    void aRequestIsPutOffWithoutBeingLost() {
        var post = http.post()
                .uri("/api/v1/cases")
                .with(httpBasic("demo", "demo"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"customer": "contoso.example", "contact": {"name": "Ida Toivonen", "email": "it@contoso.example"},
                         "subject": "Mail bounces", "description": "Every mail comes back."}""");
        assertThat(post)
                .hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
                .hasHeader(HttpHeaders.RETRY_AFTER, "3")
                .bodyText()
                .contains("with the same Idempotency-Key that is safe");
    }

    @ParameterizedTest
    @CsvSource({"/cases, demo", "/cases/CW-2026-000001, demo", "/desk/tasks/1, demo", "/operations, operations"})
    void aReaderIsToldInWords(String address, String login) {
        long begin = System.nanoTime();
        assertThat(http.get()
                        .uri(address)
                        .with(LoggedIn.as(DemoPerson.of(login).orElseThrow()))
                        .accept(MediaType.TEXT_HTML))
                .hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
                .hasHeader(HttpHeaders.RETRY_AFTER, "3")
                .bodyText()
                .containsIgnoringCase("database")
                .containsIgnoringCase("not answer");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
    }

    @Test
    void aCallThatWasTypedStaysInItsForm() throws Exception {
        var answer = http.post()
                .uri("/desk/calls")
                .with(csrf())
                .with(LoggedIn.as(DemoPerson.of("demo").orElseThrow()))
                .param("key", "the-key-of-this-call")
                .param("customer", "contoso.example")
                .param("contactName", "Ida Toivonen")
                .param("contactEmail", "it@contoso.example")
                .param("subject", "Mail bounces")
                .param("description", "Every mail to our tax adviser comes back.")
                .exchange();
        assertThat(answer).hasStatus(HttpStatus.SERVICE_UNAVAILABLE);
        var page = Jsoup.parse(answer.getResponse().getContentAsString());
        assertThat(page.select("#description").text()).isEqualTo("Every mail to our tax adviser comes back.");
        assertThat(page.select("input[name=key]").val()).isEqualTo("the-key-of-this-call");
        assertThat(page.select("[role=alert]").text()).contains("Not registered yet", "database");
    }

    @Test
    void theApplicationIsAliveButNotReady() {
        assertThat(http.get().uri("/actuator/health/liveness")).hasStatusOk();
        long begin = System.nanoTime();
        assertThat(http.get().uri("/actuator/health/readiness")).hasStatus(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
    }
}
