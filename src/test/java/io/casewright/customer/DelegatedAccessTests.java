package io.casewright.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.microsoft.Lines;
import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.simulator.Story;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two gates stand before a role: a relationship that lasts, and an assignment to people. */
class DelegatedAccessTests {

    private static final MicrosoftSimulator MICROSOFT = MicrosoftSimulator.start(0);
    private static final String FAR = "2037-12-31T00:00:00Z";

    private final String tenant = UUID.randomUUID().toString();
    private Instant now = Instant.parse("2026-11-25T10:00:00Z");
    private final DelegatedAccess access = new DelegatedAccess(
            new Relationships(Lines.to(MICROSOFT), Lines.settings(MICROSOFT.address())),
            new DelegatedAccessSettings(
                    Duration.ofMinutes(3), Period.ofDays(730), Duration.ofMinutes(15), Duration.ofHours(1)),
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            });

    @AfterAll
    static void stop() {
        MICROSOFT.close();
    }

    @Test
    void aRoleIsUsableBehindBothGates() {
        MICROSOFT.relationships().grant(tenant, "Exchange Administrator", "Directory Readers");
        assertThat(access.grantedBy(tenant).usable()).containsExactly("Directory Readers", "Exchange Administrator");
        assertThat(access.grantedBy(tenant).isRead()).isTrue();
    }

    @Test
    void whatNobodyWasAssignedIsGrantedAndNotUsable() {
        String id = MICROSOFT.relationships().grantToNobody(tenant, FAR, "Exchange Administrator");
        var granted = access.grantedBy(tenant);
        assertThat(granted.usable()).isEmpty();
        assertThat(granted.unassigned()).containsExactly("Exchange Administrator");
        assertThat(access.objectionTo("Exchange Administrator", tenant))
                .contains("Exchange Administrator is granted by the customer, but assigned to nobody.");

        MICROSOFT.relationships().assign(id);
        access.forget(tenant);
        assertThat(access.grantedBy(tenant).usable()).containsExactly("Exchange Administrator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "deleting", "deleted", "error", "somethingNew"})
    void onlyAnActiveAssignmentCounts(String status) {
        String id = MICROSOFT.relationships().grant(tenant, "Exchange Administrator");
        MICROSOFT.relationships().assignmentsAre(id, status);
        assertThat(access.grantedBy(tenant).usable()).isEmpty();
        assertThat(access.grantedBy(tenant).unassigned()).containsExactly("Exchange Administrator");
    }

    @Test
    void aRelationshipWhoseTimeIsOverGrantsNothing() {
        String id = MICROSOFT.relationships().grantToNobody(tenant, "2026-11-25T11:00:00Z", "Exchange Administrator");
        MICROSOFT.relationships().assign(id);
        assertThat(access.grantedBy(tenant).usable()).containsExactly("Exchange Administrator");
        now = now.plus(Duration.ofHours(1));
        assertThat(access.grantedBy(tenant).usable()).isEmpty();
        assertThat(access.grantedBy(tenant).unassigned()).isEmpty();
    }

    @Test
    void aRelationshipThatWasEndedGrantsNothing() {
        String id = MICROSOFT.relationships().grant(tenant, "Exchange Administrator");
        MICROSOFT.relationships().terminate(id);
        assertThat(access.grantedBy(tenant).usable()).isEmpty();
        assertThat(access.objectionTo("Exchange Administrator", tenant))
                .contains("Exchange Administrator is not granted by the customer.");
    }

    @Test
    void rolesOfSeveralRelationshipsCountTogetherOverAllPages() {
        MICROSOFT.relationships().grant(tenant, "Exchange Administrator");
        MICROSOFT.relationships().grant(tenant, "Teams Administrator");
        MICROSOFT.relationships().grant(tenant, "Fabric Administrator");
        MICROSOFT.relationships().pageSize(2);
        try {
            assertThat(access.grantedBy(tenant).usable())
                    .containsExactly("Exchange Administrator", "Fabric Administrator", "Teams Administrator");
        } finally {
            MICROSOFT.relationships().pageSize(100);
        }
    }

    @Test
    void thePowerToDoEverythingIsRefusedAlthoughItWasGranted() {
        MICROSOFT.relationships().grant(tenant, "Global Administrator", "Exchange Administrator");
        assertThat(access.grantedBy(tenant).usable()).containsExactly("Exchange Administrator");
        assertThat(access.grantedBy(tenant).refused()).containsExactly("Global Administrator");
        assertThat(access.objectionTo("Global Administrator", tenant))
                .hasValueSatisfying(words -> assertThat(words).contains("more than any support needs"));
        assertThat(access.objectionTo("Admin", tenant)).contains("There is no such role; choose one.");
    }

    @Test
    void anAnswerCountsForAShortTimeAndAnApprovalIsSeenThereafter() {
        assertThat(access.grantedBy(tenant).usable()).isEmpty();
        MICROSOFT.relationships().grant(tenant, "Exchange Administrator");
        assertThat(access.grantedBy(tenant).usable()).isEmpty();
        now = now.plus(Duration.ofMinutes(3));
        assertThat(access.grantedBy(tenant).usable()).containsExactly("Exchange Administrator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOWN", "NONSENSE", "BROKEN", "THROTTLED", "REFUSED"})
    void troubleIsToldAndForgottenAsSoonAsItIsOver(String trouble) {
        MICROSOFT.relationships().grant(tenant, "Exchange Administrator");
        MICROSOFT.story().trouble(Story.Kind.valueOf(trouble), "GET /v1.0/tenantRelationships", 10, 60);
        var unread = access.grantedBy(tenant);
        MICROSOFT.story().end();
        assertThat(unread.isRead()).isFalse();
        assertThat(unread.problem()).contains("Microsoft Graph GET").doesNotContain(tenant);
        assertThat(unread.usable()).isEmpty();
    }

    @Test
    void aRoleThatCannotBeCheckedNowIsBelieved() {
        MICROSOFT.story().trouble(Story.Kind.DOWN, "GET /v1.0/tenantRelationships", 10, 0);
        var objection = access.objectionTo("Exchange Administrator", tenant);
        var refused = access.objectionTo("Global Administrator", tenant);
        MICROSOFT.story().end();
        assertThat(objection).isEmpty();
        assertThat(refused).isPresent();
    }

    @Test
    void withoutALineNothingIsAsked() {
        var nobody = new DelegatedAccess(
                new Relationships(
                        Lines.to(MICROSOFT, "partner-tenant="), Lines.settings(MICROSOFT.address(), "partner-tenant=")),
                new DelegatedAccessSettings(
                        Duration.ofMinutes(3), Period.ofDays(730), Duration.ofMinutes(15), Duration.ofHours(1)),
                Clock.systemUTC());
        assertThat(nobody.grantedBy(tenant).problem()).isEqualTo("No line to Microsoft is set up.");
    }
}
