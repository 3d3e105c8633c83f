package io.casewright.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.customer.AccessRequests.State;
import io.casewright.customer.EndAccess.Left;
import io.casewright.microsoft.Lines;
import io.casewright.microsoft.MicrosoftRefused;
import io.casewright.microsoft.MicrosoftUnavailable;
import io.casewright.platform.time.PartnerDays;
import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.simulator.RelationshipSimulator;
import io.casewright.simulator.Story;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A role is asked for once, however often it is tried. */
class AccessRequestsTests {

    private static final MicrosoftSimulator MICROSOFT = MicrosoftSimulator.start(0);
    private static final String ROLE = "SharePoint Administrator";

    private final String tenant = UUID.randomUUID().toString();
    private final String purpose = "CW-2026-" + UUID.randomUUID().toString().substring(0, 6);
    private final RelationshipSimulator customer = MICROSOFT.relationships();
    private final DelegatedAccessSettings settings = new DelegatedAccessSettings(
            Duration.ofMinutes(3), Period.ofDays(730), Duration.ofMinutes(15), Duration.ofHours(1));
    private final Relationships relationships =
            new Relationships(Lines.to(MICROSOFT), Lines.settings(MICROSOFT.address()));
    private final DelegatedAccess access = new DelegatedAccess(relationships, settings, Clock.systemUTC());
    private final AccessRequests requests = new AccessRequests(relationships, access, settings);

    @AfterAll
    static void stop() {
        MICROSOFT.close();
    }

    @Test
    void aRequestIsDrawnUpThatTheCustomerCanApproveOnceItIsOpened() {
        var invitation = requests.ask(tenant, purpose, ROLE);
        assertThat(customer.of(tenant))
                .containsExactly(new RelationshipSimulator.Seen(invitation.relationshipId(), purpose, "created"));
        requests.open(invitation.relationshipId());
        requests.open(invitation.relationshipId());
        assertThat(invitation.link())
                .hasToString(
                        "https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/"
                                + invitation.relationshipId());
        assertThat(customer.of(tenant))
                .containsExactly(
                        new RelationshipSimulator.Seen(invitation.relationshipId(), purpose, "approvalPending"));
        assertThat(look(invitation).state()).isEqualTo(State.PENDING);
    }

    @Test
    void askedTwiceItIsOneRequest() {
        var first = requests.ask(tenant, purpose, ROLE);
        assertThat(requests.ask(tenant, purpose, ROLE)).isEqualTo(first);
        assertThat(customer.of(tenant)).hasSize(1);
    }

    @Test
    void askedByThreeAtOnceItIsOneRequest() throws Exception {
        Callable<AccessRequests.Invitation> ask = () -> requests.ask(tenant, purpose, ROLE);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : executor.invokeAll(List.of(ask, ask, ask))) {
                assertThat(each.get().relationshipId())
                        .isEqualTo(customer.of(tenant).getFirst().id());
            }
        }
        assertThat(customer.of(tenant)).hasSize(1);
    }

    @Test
    void anAnswerThatWasLostLeadsToTheSameRequest() {
        MICROSOFT.story().trouble(Story.Kind.LOST, "POST /v1.0/tenantRelationships", 1, 0);
        assertThatThrownBy(() -> requests.ask(tenant, purpose, ROLE)).isInstanceOf(MicrosoftUnavailable.class);
        assertThat(customer.of(tenant))
                .singleElement()
                .satisfies(made -> assertThat(made.status()).isEqualTo("created"));
        var invitation = requests.ask(tenant, purpose, ROLE);
        assertThat(customer.of(tenant))
                .containsExactly(new RelationshipSimulator.Seen(invitation.relationshipId(), purpose, "created"));
    }

    @Test
    void aSecondRoleForTheSameCaseIsARequestOfItsOwn() {
        requests.ask(tenant, purpose, ROLE);
        requests.ask(tenant, purpose, "Teams Administrator");
        assertThat(customer.of(tenant))
                .extracting(RelationshipSimulator.Seen::displayName)
                .containsExactly(purpose, purpose + " (2)");
    }

    @Test
    void afterARejectionTheCustomerCanBeAskedAgain() {
        var first = requests.ask(tenant, purpose, ROLE);
        customer.reject(first.relationshipId());
        assertThat(look(first))
                .isEqualTo(new AccessRequests.Progress(State.ENDED, "The customer rejected the request."));
        var second = requests.ask(tenant, purpose, ROLE);
        assertThat(second.relationshipId()).isNotEqualTo(first.relationshipId());
        assertThat(look(second).state()).isEqualTo(State.PENDING);
    }

    @Test
    void anApprovalIsSeenAtOnceByWhoeverAsksForTheRoles() {
        var invitation = opened();
        assertThat(access.grantedBy(tenant).usable()).isEmpty();
        customer.approve(invitation.relationshipId());
        assertThat(look(invitation).state()).isEqualTo(State.ACTIVE);
        assertThat(access.grantedBy(tenant).unassigned()).containsExactly(ROLE);
        customer.assign(invitation.relationshipId());
        assertThat(look(invitation).state()).isEqualTo(State.ACTIVE);
        assertThat(access.grantedBy(tenant).usable()).containsExactly(ROLE);
    }

    @Test
    void whatEndedOtherwiseIsToldApart() {
        var expired = requests.ask(tenant, purpose, ROLE);
        customer.expire(expired.relationshipId());
        assertThat(look(expired).words()).isEqualTo("The request ran out before the customer approved it.");

        var terminated = requests.ask(tenant, purpose, ROLE);
        customer.terminate(terminated.relationshipId());
        assertThat(look(terminated).words()).isEqualTo("The relationship was terminated.");

        var gone = requests.ask(tenant, purpose, ROLE);
        customer.remove(gone.relationshipId());
        assertThat(look(gone))
                .isEqualTo(
                        new AccessRequests.Progress(State.ENDED, "The request does not exist at Microsoft any more."));
    }

    @Test
    void aRefusalIsPassedOn() {
        MICROSOFT.story().trouble(Story.Kind.REFUSED, "POST /v1.0/tenantRelationships", 1, 0);
        assertThatThrownBy(() -> requests.ask(tenant, purpose, ROLE)).isInstanceOf(MicrosoftRefused.class);
        assertThat(customer.of(tenant)).isEmpty();
    }

    @Test
    void whatWasNotOpenedYetIsDeleted() {
        var invitation = requests.ask(tenant, purpose, ROLE);
        assertThat(end(invitation).left()).isEqualTo(Left.NOTHING);
        assertThat(customer.of(tenant)).isEmpty();
        assertThat(end(invitation).left()).as("again").isEqualTo(Left.NOTHING);
    }

    @Test
    void whatTheCustomerMayStillApproveIsWaitedForAndEndedOnceItIsApproved() {
        var invitation = opened();
        var waiting = end(invitation);
        assertThat(waiting.left()).isEqualTo(Left.REQUEST);
        assertThat(waiting.words())
                .contains("It lapses on " + LocalDate.now(ZoneOffset.UTC).plusDays(90));
        assertThat(customer.of(tenant).getFirst().status()).isEqualTo("approvalPending");

        customer.approve(invitation.relationshipId());
        assertThat(end(invitation).left()).isEqualTo(Left.ENDING);
        assertThat(end(invitation).left()).isEqualTo(Left.ENDING);
        assertThat(end(invitation).left()).isEqualTo(Left.ENDING);
        assertThat(end(invitation).left()).isEqualTo(Left.NOTHING);
        assertThat(customer.of(tenant).getFirst().status()).isEqualTo("terminated");
    }

    @Test
    void whatTheCustomerAnsweredOrLeftLyingNeedsNothing() {
        var rejected = opened();
        customer.reject(rejected.relationshipId());
        assertThat(end(rejected).left()).isEqualTo(Left.NOTHING);
        var lapsed = opened();
        customer.expire(lapsed.relationshipId());
        assertThat(end(lapsed).left()).isEqualTo(Left.NOTHING);
    }

    @Test
    void accessThatMicrosoftDoesNotEndIsToldWithTheReason() {
        var invitation = opened();
        customer.approve(invitation.relationshipId());
        MICROSOFT.story().trouble(Story.Kind.REFUSED, "POST /v1.0/tenantRelationships", 1, 0);
        var outcome = end(invitation);
        assertThat(outcome.left()).isEqualTo(Left.ACCESS);
        assertThat(outcome.words()).startsWith("Microsoft does not end it: ");
    }

    @Test
    void whileMicrosoftIsAwayNothingIsSaid() {
        var invitation = opened();
        MICROSOFT.story().trouble(Story.Kind.DOWN, "GET /v1.0/tenantRelationships", 10, 0);
        assertThatThrownBy(() -> end(invitation)).isInstanceOf(MicrosoftUnavailable.class);
        MICROSOFT.story().end();
        assertThat(end(invitation).left()).isEqualTo(Left.REQUEST);
    }

    private AccessRequests.Invitation opened() {
        var invitation = requests.ask(tenant, purpose, ROLE);
        requests.open(invitation.relationshipId());
        return invitation;
    }

    private EndAccess.Outcome end(AccessRequests.Invitation invitation) {
        return new EndAccess(relationships, access, settings, new PartnerDays(ZoneOffset.UTC, Clock.systemUTC()))
                .end(tenant, invitation.relationshipId());
    }

    private AccessRequests.Progress look(AccessRequests.Invitation invitation) {
        return requests.look(tenant, invitation.relationshipId());
    }
}
