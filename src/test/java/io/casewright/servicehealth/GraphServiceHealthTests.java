package io.casewright.servicehealth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.microsoft.Lines;
import io.casewright.simulator.HealthSimulator.Issue;
import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.simulator.Story;
import io.casewright.simulator.Tokens;
import io.casewright.testkit.CasewrightTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Against a simulated Microsoft of its own and the real store. */
@CasewrightTest
class GraphServiceHealthTests {

    private static final String CONTOSO = "0b7c2f3e-5a41-4d0e-9c55-1f6a3d2b8e01";
    private static final String LITWARE = "2d9e4b5a-7c63-4f2a-9e77-3b8c5f4da003";
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @Autowired
    JdbcClient database;

    @Autowired
    IssueStore store;

    private MicrosoftSimulator microsoft;
    private Instant now = NOW;
    private Duration eachLookTakes = Duration.ZERO;

    @BeforeEach
    void nothingKept() {
        microsoft = MicrosoftSimulator.start(0);
        database.sql("DELETE FROM service_issue").update();
        database.sql("DELETE FROM service_health_read").update();
    }

    @AfterEach
    void end() {
        microsoft.close();
    }

    @Test
    void saysWhenNoLineIsSetUp() {
        var settings = Health.settings(false);
        var line = Lines.to(microsoft, "partner-tenant=");
        var health = new GraphServiceHealth(
                new GraphIssues(line),
                store,
                settings,
                Lines.settings(microsoft.address(), "partner-tenant="),
                Clock.systemUTC());
        assertThat(health.isConfigured()).isFalse();
        assertThat(health.source()).isEqualTo("not configured");
        assertThatThrownBy(() -> health.issues(CONTOSO))
                .isInstanceOf(ServiceHealthUnavailable.class)
                .hasMessageContaining("casewright.microsoft.partner-tenant");
    }

    @Test
    void readsAllPagesOnce() {
        microsoft.health().pageSize(2);
        var answer = health().issues(CONTOSO);
        assertThat(answer.issues()).hasSize(6);
        assertThat(answer.readAt()).isEqualTo(NOW);
        assertThat(answer.problem()).isNull();
        assertThat(microsoft.health().readings(CONTOSO)).isEqualTo(3);
    }

    @Test
    void laterReadsOnlyWhatChangedOrIsOpenAndSeesWhatIsResolved() {
        var health = health();
        health.issues(CONTOSO);
        microsoft.health().pageSize(1);
        microsoft.health().change("EX900001", "ServiceRestored");
        microsoft.health().publish(Issue.of("TM900010", "Microsoft Teams", "Chat", "Chat is slow", "Chat is slow."));
        now = NOW.plusSeconds(60);
        var answer = health.issues(CONTOSO);
        assertThat(answer.issues()).hasSize(7);
        assertThat(issue(answer, "EX900001").isActive()).isFalse();
        assertThat(issue(answer, "TM900010").isActive()).isTrue();
        // Two that changed and two that are open, one a page; the resolved ones of old are not asked for.
        assertThat(microsoft.health().readings(CONTOSO)).isEqualTo(1 + 4);
    }

    @Test
    void servesManyCasesWithOneQuestion() throws Exception {
        var health = health(false, Duration.ofMinutes(1));
        Callable<Integer> ask = () -> health.issues(CONTOSO).issues().size();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each :
                    executor.invokeAll(Stream.generate(() -> ask).limit(200).toList())) {
                assertThat(each.get()).isEqualTo(6);
            }
        }
        assertThat(microsoft.health().readings(CONTOSO)).isEqualTo(1);
        now = NOW.plusSeconds(61);
        health.issues(CONTOSO);
        assertThat(microsoft.health().readings(CONTOSO)).isEqualTo(2);
    }

    @Test
    void asksEachTenantForItselfOrOneForAll() {
        microsoft
                .health()
                .publish(Issue.of("EX1", "Exchange Online", "Mail flow", "Late", "Late.")
                        .in("Europe"));
        assertThat(ids(health().issues(CONTOSO))).contains("EX1");
        assertThat(ids(health().issues(LITWARE))).doesNotContain("EX1");

        var partnerWide = health(true, Duration.ofMinutes(1));
        assertThat(ids(partnerWide.issues(CONTOSO))).contains("EX1");
        assertThat(ids(partnerWide.issues(LITWARE))).contains("EX1");
        assertThat(microsoft.health().readings(Tokens.PARTNER_TENANT)).isEqualTo(1);
    }

    @Test
    void forgetsWhatVanished() {
        var health = health();
        health.issues(CONTOSO);
        microsoft.health().vanish("EX900001");
        now = NOW.plusSeconds(60);
        assertThat(ids(health.issues(CONTOSO))).hasSize(5).doesNotContain("EX900001");
    }

    @Test
    void readsEverythingAnewOnceADay() {
        var health = health();
        health.issues(CONTOSO);
        microsoft.health().vanish("TM900003");
        now = NOW.plusSeconds(60);
        assertThat(ids(health.issues(CONTOSO))).contains("TM900003");
        now = NOW.plus(Duration.ofHours(25));
        assertThat(ids(health.issues(CONTOSO))).doesNotContain("TM900003");
    }

    @ParameterizedTest
    @EnumSource(
            value = Story.Kind.class,
            names = {"THROTTLED", "DOWN", "BROKEN", "NONSENSE", "REFUSED"})
    void theKeptIssuesServeWhileMicrosoftGivesNone(Story.Kind trouble) {
        var good = health().issues(CONTOSO);
        microsoft.story().trouble(trouble, "GET /v1.0/admin", 100, 60);
        now = NOW.plusSeconds(3600);
        // Another instance of the application, which has read nothing itself.
        var answer = health().issues(CONTOSO);
        assertThat(answer.issues()).isEqualTo(good.issues());
        assertThat(answer.readAt()).isEqualTo(NOW);
        assertThat(answer.problem()).contains(CONTOSO);

        microsoft.story().end();
        now = NOW.plusSeconds(7200);
        assertThat(health().issues(CONTOSO).problem()).isNull();
    }

    @Test
    void aTroubleIsAskedForNoOftenerThanAnAnswer() {
        var health = health(false, Duration.ofMinutes(1));
        microsoft.story().trouble(Story.Kind.NONSENSE, "GET /v1.0/admin", 100, 1);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> health.issues(CONTOSO)).isInstanceOf(ServiceHealthUnavailable.class);
        }
        microsoft.story().end();
        assertThatThrownBy(() -> health.issues(CONTOSO)).isInstanceOf(ServiceHealthUnavailable.class);
        now = NOW.plusSeconds(61);
        assertThat(health.issues(CONTOSO).problem()).isNull();
    }

    /** Such as when Microsoft takes longer not to answer than an answer is kept. */
    @Test
    void aTroubleThatTookLongIsNotAskedForAgainAtOnce() {
        var health = health(false, Duration.ofMinutes(1));
        microsoft.story().trouble(Story.Kind.NONSENSE, "GET /v1.0/admin", 100, 1);
        eachLookTakes = Duration.ofSeconds(40);
        assertThatThrownBy(() -> health.issues(CONTOSO)).isInstanceOf(ServiceHealthUnavailable.class);
        microsoft.story().end();
        assertThatThrownBy(() -> health.issues(CONTOSO)).isInstanceOf(ServiceHealthUnavailable.class);
    }

    @Test
    void aTenantThatGivesNoTokenIsToldInOneSentence() {
        microsoft.tokens().refuse(CONTOSO);
        assertThatThrownBy(() -> health().issues(CONTOSO))
                .isInstanceOf(ServiceHealthUnavailable.class)
                .hasMessageStartingWith("The tenant does not let us read its service health.");
    }

    @Test
    void tellsTheAgeOfWhatServesInPlaceOfNewerIssues() {
        var meters = new SimpleMeterRegistry();
        new HealthAge(store, clock(), meters);
        var age = meters.get("casewright.servicehealth.age").gauge();
        health().issues(CONTOSO);
        now = NOW.plusSeconds(600);
        assertThat(age.value()).isZero();
        microsoft.story().trouble(Story.Kind.DOWN, "GET /v1.0/admin", 100, 1);
        health().issues(CONTOSO);
        now = NOW.plusSeconds(900);
        assertThat(age.value()).isEqualTo(900);
        microsoft.story().end();
        microsoft.tokens().refuse(CONTOSO);
        health().issues(CONTOSO);
        assertThat(age.value()).isZero();
    }

    @Test
    void tellsHowTheServicesStand() {
        var statuses = health().statuses(CONTOSO);
        assertThat(statuses.readAt()).isEqualTo(NOW);
        assertThat(statuses.services())
                .contains(
                        new ServiceStatus("Exchange Online", ServiceIssue.Status.SERVICE_DEGRADATION),
                        new ServiceStatus("Microsoft Teams", ServiceIssue.Status.SERVICE_OPERATIONAL));
    }

    private GraphServiceHealth health() {
        return health(false, Duration.ZERO);
    }

    private GraphServiceHealth health(boolean partnerWide, Duration readEvery) {
        return new GraphServiceHealth(
                new GraphIssues(Lines.to(microsoft, "attempts=1")),
                store,
                Health.settings(partnerWide, readEvery, 0),
                Lines.settings(microsoft.address()),
                clock());
    }

    private Clock clock() {
        return new Clock() {

            @Override
            public Instant instant() {
                now = now.plus(eachLookTakes);
                return now;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
    }

    private static ServiceIssue issue(ServiceHealth.Answer answer, String id) {
        return answer.issues().stream()
                .filter(issue -> issue.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static java.util.List<String> ids(ServiceHealth.Answer answer) {
        return answer.issues().stream().map(ServiceIssue::id).toList();
    }
}
