package io.casewright.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.platform.engine.place.PlacedWorkers;
import io.casewright.simulator.Tokens;
import io.casewright.testkit.StandingDatabase;
import io.casewright.testkit.TestDatabase;
import io.casewright.testkit.TestLogin;
import io.casewright.testkit.TestMailServer;
import io.casewright.testkit.TestMicrosoft;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.support.DependencyInjectionTestExecutionListener;

/** The application on its real ports while the engine is silent: what it tells about itself, and that it can be stopped. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "casewright.service-health.read-every=PT0S",
            "casewright.handoff.poll-every=PT1H",
            "spring.autoconfigure.exclude=org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerAutoConfiguration,"
                    + "org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerJwtAutoConfiguration"
        })
@ActiveProfiles("local")
@ContextConfiguration(
        initializers = {
            TestDatabase.class,
            TestMailServer.class,
            TestMicrosoft.class,
            TestLogin.class,
            SilentEngine.class
        })
@AutoConfigureObservability(tracing = false)
// No other, because they use the application after it is stopped.
@TestExecutionListeners(DependencyInjectionTestExecutionListener.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WithoutEngineTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @LocalManagementPort
    int management;

    @Autowired
    ConfigurableApplicationContext application;

    @ParameterizedTest
    @CsvSource({"liveness", "readiness"})
    @Order(1)
    void itIsAliveAndReadyAllTheSame(String probe) throws Exception {
        var answer = get(port, "/actuator/health/" + probe);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    @Order(1)
    void whoOperatesItIsToldMoreOnAPortOfTheirOwn() throws Exception {
        var health = get(management, "/actuator/health");
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).contains("\"engine\"", "\"outbox\"");
        assertThat(get(management, "/actuator/prometheus").body()).contains("casewright_outbox_pending");
    }

    @ParameterizedTest
    @CsvSource({"health", "info", "prometheus"})
    @Order(1)
    void noSecretIsToldThere(String endpoint) throws Exception {
        assertThat(get(management, "/actuator/" + endpoint).body())
                .isNotEmpty()
                .doesNotContain(Tokens.CLIENT_SECRET, Tokens.REFRESH_TOKEN);
    }

    @ParameterizedTest
    @CsvSource({
        "env",
        "configprops",
        "beans",
        "heapdump",
        "threaddump",
        "loggers",
        "mappings",
        "flyway",
        "sbom",
        "logfile",
        "shutdown"
    })
    @Order(1)
    void whatCouldTellThemIsNotThere(String endpoint) throws Exception {
        assertThat(get(management, "/actuator/" + endpoint).statusCode()).isNotEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/actuator", "/actuator/health", "/actuator/health/engine", "/actuator/prometheus", "/actuator/info"})
    @Order(1)
    void whoeverReachesTheApplicationIsNot(String address) throws Exception {
        assertThat(get(port, address).statusCode()).isEqualTo(401);
    }

    @Test
    @Order(2)
    void itStopsWithinTwentySecondsEvenWhenTheDatabaseStandsStillToo() throws Exception {
        application.getBean(PlacedWorkers.class).begin();
        long begin;
        try (var standing = StandingDatabase.stop()) {
            begin = System.nanoTime();
            application.close();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    }

    private HttpResponse<String> get(int port, String address) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
