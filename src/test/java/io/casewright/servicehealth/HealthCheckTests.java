package io.casewright.servicehealth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.testkit.CasewrightTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@CasewrightTest
class HealthCheckTests {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @Autowired
    JdbcClient database;

    @Autowired
    JdbcTemplate batches;

    @Autowired
    ObjectMapper json;

    @Autowired
    HealthCheck asConfigured;

    @TempDir
    Path folder;

    private Path feed;

    @BeforeEach
    void nothingKept() {
        feed = folder.resolve("feed.json");
        database.sql("DELETE FROM service_issue").update();
        database.sql("DELETE FROM service_health_read").update();
    }

    @Test
    void saysWhenNoSourceIsConfigured() {
        var report = asConfigured.check(lateMail());
        assertThat(report.configured()).isFalse();
        assertThat(report.available()).isFalse();
        assertThat(report.source()).isEqualTo("not configured");
        assertThat(report.problem()).contains("casewright.service-health.feed");
        assertThat(report.candidates()).isEmpty();
    }

    @Test
    void proposesTheBestActiveIssueTheSameEachTime() throws Exception {
        story();
        var check = check(feed, NOW);
        var report = check.check(lateMail());
        assertThat(report.available()).isTrue();
        assertThat(report.problem()).isNull();
        assertThat(report.checkedAt()).isEqualTo(NOW);
        assertThat(report.proposed().issue().id()).isEqualTo("EX900001");
        assertThat(check.check(lateMail())).isEqualTo(report);
    }

    @Test
    void readsAChangedFeedAgainAndForgetsWhatIsGone() throws Exception {
        story();
        var check = check(feed, NOW);
        check.check(lateMail());
        write("{\"value\": []}");
        var report = check.check(lateMail());
        assertThat(report.problem()).isNull();
        assertThat(report.candidates()).isEmpty();
        assertThat(kept()).isZero();
    }

    @Test
    void keepsTheLastGoodContentOfABrokenFeed() throws Exception {
        story();
        var check = check(feed, NOW);
        var good = check.check(lateMail());
        write("{\"value\": [");
        var report = check.check(lateMail());
        assertThat(report.candidates()).isEqualTo(good.candidates());
        assertThat(report.readAt()).isEqualTo(NOW);
        assertThat(report.problem()).contains("no valid JSON");
    }

    @Test
    void takesTheStoredIssuesWhenTheFeedIsAwayAfterARestart() throws Exception {
        story();
        var good = check(feed, NOW).check(lateMail());
        Files.delete(feed);
        var report = check(feed, NOW.plusSeconds(3600)).check(lateMail());
        assertThat(report.available()).isTrue();
        assertThat(report.readAt()).isEqualTo(NOW);
        assertThat(report.problem()).contains("no such file").doesNotContain(folder.toString());
        assertThat(report.candidates()).isEqualTo(good.candidates());
    }

    @Test
    void isNotAvailableWhenNothingWasEverRead() {
        var report = check(feed, NOW).check(lateMail());
        assertThat(report.configured()).isTrue();
        assertThat(report.available()).isFalse();
        assertThat(report.problem()).contains("no such file");
        assertThat(report.proposed()).isNull();
    }

    @Test
    void tellsTheAgeOfTheLastRead() throws Exception {
        story();
        var source = source(feed, NOW);
        var meters = new SimpleMeterRegistry();
        new FeedAge(source, Clock.offset(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofSeconds(90)), meters);
        var age = meters.get("casewright.servicehealth.age").gauge();
        assertThat(age.value()).isNaN();
        source.issues("any");
        assertThat(age.value()).isEqualTo(90);
    }

    private static HealthQuestion lateMail() {
        return new HealthQuestion(
                "0b7c2f3e-5a41-4d0e-9c55-1f6a3d2b8e01",
                "Exchange Online",
                "Mail is delayed",
                "Inbound mail waits 40 minutes",
                null,
                NOW);
    }

    private HealthCheck check(Path path, Instant now) {
        return new HealthCheck(
                source(path, now),
                new IssueStore(database, batches, json),
                new IssueMatch(new ServiceNames(settings(path))),
                settings(path),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static FeedFile source(Path path, Instant now) {
        return new FeedFile(settings(path), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static ServiceHealthSettings settings(Path path) {
        return new ServiceHealthSettings(path.toString(), new ClassPathResource("servicehealth/services.yaml"), 65);
    }

    private void story() throws Exception {
        Files.copy(Path.of("src/test/resources/story/service-health.json"), feed);
        Files.setLastModifiedTime(feed, FileTime.from(NOW.minusSeconds(60)));
    }

    private void write(String text) throws Exception {
        Files.writeString(feed, text);
        Files.setLastModifiedTime(feed, FileTime.from(NOW));
    }

    private int kept() {
        return database.sql("SELECT COUNT(*) FROM service_issue")
                .query(Integer.class)
                .single();
    }
}
