package io.casewright.servicehealth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.casewright.servicehealth.IssueStanding.State;
import io.casewright.servicehealth.ServiceHealth.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthCheckTests {

    private static final String TENANT = "0b7c2f3e-5a41-4d0e-9c55-1f6a3d2b8e01";
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final ServiceHealth health = mock(ServiceHealth.class);

    @Test
    void proposesTheBestActiveIssueTheSameEachTime() {
        answers(Health.story(), null);
        var report = check(0).check(lateMail());
        assertThat(report.available()).isTrue();
        assertThat(report.problem()).isNull();
        assertThat(report.checkedAt()).isEqualTo(NOW);
        assertThat(report.proposed().issue().id()).isEqualTo("EX900001");
        assertThat(check(0).check(lateMail())).isEqualTo(report);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "100, false", "70, true", "1, true"})
    void linksByItselfOnlyFromTheBoundOfTheSettings(int linkFrom, boolean links) {
        answers(Health.story(), null);
        assertThat(check(linkFrom).check(lateMail()).proposed().score()).isBetween(70, 99);
        assertThat(check(linkFrom).check(lateMail()).mayLink()).isEqualTo(links);
    }

    @Test
    void saysWhyAndSinceWhenItChecksAgainstOlderIssues() {
        answers(Health.story(), "Microsoft is away.");
        var report = check(0).check(lateMail());
        assertThat(report.available()).isTrue();
        assertThat(report.readAt()).isEqualTo(NOW.minusSeconds(60));
        assertThat(report.problem()).isEqualTo("Microsoft is away.");
    }

    @Test
    void isNotAvailableWhenNothingWasEverRead() {
        when(health.isConfigured()).thenReturn(true);
        when(health.issues(TENANT)).thenThrow(new ServiceHealthUnavailable("Microsoft is away."));
        var report = check(50).check(lateMail());
        assertThat(report.configured()).isTrue();
        assertThat(report.available()).isFalse();
        assertThat(report.problem()).isEqualTo("Microsoft is away.");
        assertThat(report.proposed()).isNull();
        assertThat(report.mayLink()).isFalse();
        assertThat(check(50).standingOf(TENANT, "EX900001").state()).isEqualTo(State.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "EX900001, , ACTIVE",
        "ex900001, , ACTIVE",
        "TM900003, , OVER",
        "MO900005, , OVER",
        "IT900006, , FALSE_ALARM",
        "XX999999, , NOT_LISTED",
        "XX999999, Microsoft is away., UNKNOWN"
    })
    void tellsHowAnIssueStands(String id, @Nullable String problem, State state) {
        answers(Health.story(), problem);
        assertThat(check(0).standingOf(TENANT, id).state()).isEqualTo(state);
    }

    @Test
    void aSuspendedInvestigationIsNotTheEnd() throws Exception {
        answers(Health.read("""
                        {"value": [{"id": "A", "service": "S", "status": "InvestigationSuspended", "isResolved": false}]}"""), null);
        assertThat(check(0).standingOf(TENANT, "A").state()).isEqualTo(State.ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EX900001", "ex900001"})
    void leavesOutWhatIsKnownNotToBeTheCause(String id) {
        answers(Health.story(), null);
        var question =
                new HealthQuestion(TENANT, "Exchange Online", "Mail is delayed", "Inbound mail", null, NOW, Set.of(id));
        assertThat(check(1).check(question).candidates()).isEmpty();
    }

    private static HealthQuestion lateMail() {
        return new HealthQuestion(
                TENANT, "Exchange Online", "Mail is delayed", "Inbound mail waits 40 minutes", null, NOW);
    }

    private void answers(List<ServiceIssue> issues, @Nullable String problem) {
        when(health.issues(TENANT)).thenReturn(new Answer(NOW.minusSeconds(60), issues, problem));
        when(health.source()).thenReturn("Microsoft service health");
    }

    private HealthCheck check(int linkFrom) {
        var settings = Health.settings(false, Duration.ZERO, linkFrom);
        return new HealthCheck(
                health, new IssueMatch(new ServiceNames(settings)), settings, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
