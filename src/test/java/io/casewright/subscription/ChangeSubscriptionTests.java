package io.casewright.subscription;

import static io.casewright.simulator.SubscriptionSimulator.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.IntNode;
import io.casewright.microsoft.Lines;
import io.casewright.microsoft.MicrosoftUnavailable;
import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.simulator.Story;
import io.casewright.subscription.ChangeOutcome.State;
import io.casewright.subscription.SubscriptionChange.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** A change is made once, whatever happens to the answers, and only what was read back counts. */
class ChangeSubscriptionTests {

    private static final Instant OPEN = Instant.now().plus(Duration.ofDays(3));

    private final UUID key = UUID.randomUUID();
    private MicrosoftSimulator microsoft;
    private ChangeSubscription changeSubscription;

    @BeforeEach
    void start() {
        microsoft = MicrosoftSimulator.start(0);
        changeSubscription = new ChangeSubscription(Lines.to(microsoft), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        microsoft.close();
    }

    @Test
    void seatsAreAddedAndReadBack() {
        String id = sold(25, null, null);
        var outcome = change(Kind.ADD_SEATS, id, 30);
        assertThat(outcome.state()).isEqualTo(State.MADE);
        assertThat(outcome.report()).contains("Read back at", "30 seats", "correlation id");
        assertThat(microsoft.subscriptions().subscription(id).path("quantity").asInt())
                .isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({
        "REDUCE_SEATS, quantity, 20",
        "CANCEL_SUBSCRIPTION, status, deleted",
        "SUSPEND_SUBSCRIPTION, status, suspended",
        "RENEWAL_OFF, autoRenewEnabled, false"
    })
    void nothingButTheChangeIsChanged(Kind kind, String field, String value) {
        String id = sold(25, OPEN, 5);
        var before = microsoft.subscriptions().subscription(id);
        assertThat(change(kind, id, 20).state()).isEqualTo(State.MADE);
        var after = microsoft.subscriptions().subscription(id);
        assertThat(after.path(field).asText()).isEqualTo(value);
        before.fieldNames().forEachRemaining(name -> {
            if (!name.equals(field) && !name.equals("attributes")) {
                assertThat(after.path(name)).as(name).isEqualTo(before.path(name));
            }
        });
    }

    @Test
    void whatWasSuspendedIsReactivatedAndRenewalTurnedOnAgain() {
        String id = sold(25, null, null);
        change(Kind.SUSPEND_SUBSCRIPTION, id, null);
        assertThat(make(Kind.REACTIVATE, id, null, UUID.randomUUID()).state()).isEqualTo(State.MADE);
        make(Kind.RENEWAL_OFF, id, null, UUID.randomUUID());
        assertThat(make(Kind.RENEWAL_ON, id, null, UUID.randomUUID()).report()).contains("active", ", renews itself");
    }

    @Test
    void seatsAreScheduledForTheNextTerm() {
        String id = sold(25, null, null);
        var outcome = change(Kind.SCHEDULE_SEATS, id, 10);
        assertThat(outcome.report()).contains("25 seats", "10 seats from the next term");
        var product = microsoft
                .subscriptions()
                .subscription(id)
                .path("scheduledNextTermInstructions")
                .path("product");
        assertThat(product.path("productId").asText()).isEqualTo("CFQ7TTC0LCHC");
        assertThat(product.path("availabilityId").asText()).isEqualTo("CFQ7TTC0V43R");
        assertThat(product.path("termDuration").asText()).isEqualTo("P1Y");
    }

    @Test
    void theSameWishTwiceChangesOnce() {
        String id = sold(25, null, null);
        change(Kind.ADD_SEATS, id, 30);
        assertThat(change(Kind.ADD_SEATS, id, 30).state()).isEqualTo(State.MADE);
        assertThat(microsoft.subscriptions().changesOf(id)).isEqualTo(1);
    }

    @Test
    void anAnswerThatIsLostIsNoReasonToChangeTwice() {
        String id = sold(25, null, null);
        lost(id, 1);
        assertThat(change(Kind.ADD_SEATS, id, 30).state()).isEqualTo(State.MADE);
        assertThat(microsoft.subscriptions().changesOf(id)).isEqualTo(1);
    }

    /** Every answer is lost; the next run finds out by reading. */
    @Test
    void whatNobodyHeardOfIsFoundOutByReading() {
        String id = sold(25, null, null);
        lost(id, 3);
        assertThatThrownBy(() -> change(Kind.ADD_SEATS, id, 30)).isInstanceOf(MicrosoftUnavailable.class);
        assertThat(change(Kind.ADD_SEATS, id, 30).state()).isEqualTo(State.MADE);
        assertThat(microsoft.subscriptions().changesOf(id)).isEqualTo(1);
    }

    @Test
    void whatOthersChangedMeanwhileIsReadAgainAndKept() {
        String id = sold(25, null, null);
        microsoft.subscriptions().othersChange(id, 2);
        assertThat(change(Kind.RENEWAL_OFF, id, null).state()).isEqualTo(State.MADE);
        assertThat(microsoft.subscriptions().changesOf(id)).isEqualTo(1);
    }

    @Test
    void againstOthersWithoutEndItIsTriedAgainLater() {
        String id = sold(25, null, null);
        microsoft.subscriptions().othersChange(id, 100);
        assertThat(change(Kind.ADD_SEATS, id, 30).state()).isEqualTo(State.GOES_ON);
        assertThat(microsoft.subscriptions().changesOf(id)).isZero();
    }

    @Test
    void aPendingOperationIsWaitedForWithAWishOfItsOwn() {
        String id = sold(25, null, null);
        microsoft.subscriptions().pendingFor(id, 1);
        var waiting = change(Kind.ADD_SEATS, id, 30);
        assertThat(waiting.state()).isEqualTo(State.GOES_ON);
        assertThat(waiting.lookAgainIn()).isEqualTo(Duration.ofHours(1));
        assertThat(waiting.report()).contains("has not ended at Microsoft", "900278");
        assertThat(make(Kind.ADD_SEATS, id, 30, UUID.randomUUID()).state()).isEqualTo(State.MADE);
    }

    @Test
    void whatIsNotProvidedYetGoesOnAndIsNotChangedAgain() {
        String id = sold(25, null, null);
        microsoft.subscriptions().provisioningTakes(id, 2);
        assertThat(change(Kind.ADD_SEATS, id, 30).state()).isEqualTo(State.GOES_ON);
        assertThat(change(Kind.ADD_SEATS, id, 30).state()).isEqualTo(State.GOES_ON);
        assertThat(change(Kind.ADD_SEATS, id, 30).state()).isEqualTo(State.MADE);
        assertThat(microsoft.subscriptions().changesOf(id)).isEqualTo(1);
    }

    @Test
    void whatMicrosoftFailsToProvideIsLeftToAPerson() {
        String id = sold(25, null, null);
        microsoft.subscriptions().provisioningFails(id);
        var outcome = change(Kind.ADD_SEATS, id, 30);
        assertThat(outcome.state()).isEqualTo(State.UNCLEAR);
        assertThat(outcome.report()).contains("providing it failed");
    }

    /** Whether it was changed is not known, and so it is not called refused. */
    @Test
    void whatMayBeDoneButCannotBeReadIsLeftToAPerson() {
        String id = sold(25, null, null);
        lost(id, 3);
        assertThatThrownBy(() -> change(Kind.ADD_SEATS, id, 30)).isInstanceOf(MicrosoftUnavailable.class);
        microsoft.story().trouble(Story.Kind.REFUSED, "GET /v1/customers", 1, 0);
        var outcome = changeSubscription.make(CONTOSO, new SubscriptionChange(Kind.ADD_SEATS, id, 30), key, true);
        assertThat(outcome.state()).isEqualTo(State.UNCLEAR);
        assertThat(outcome.report()).contains("was asked for the change, but cannot be read", "900308");
    }

    @Test
    void theRulesAreToldBeforeMicrosoftIsAskedForTheChange() {
        String id = sold(25, null, null);
        var outcome = change(Kind.REDUCE_SEATS, id, 20);
        assertThat(outcome.state()).isEqualTo(State.REFUSED);
        assertThat(outcome.report()).contains("Schedule the number for the next term");
        assertThat(microsoft.subscriptions().changesOf(id)).isZero();
    }

    @Test
    void whatPartnerCenterRefusesIsSaidInASentence() {
        String id = sold(25, null, null);
        assertThat(change(Kind.ADD_SEATS, id, 301).report()).contains("does not allow this number", "2002");
        assertThat(make(Kind.ADD_SEATS, "none", 30, UUID.randomUUID()).report())
                .contains("no such subscription", "20003");
        var ofAnother = changeSubscription.make(
                "5ac17e8d-af96-4c5d-8baa-6ebf8c70d306", new SubscriptionChange(Kind.ADD_SEATS, id, 30), key, false);
        assertThat(ofAnother.report()).contains("no reseller relationship", "20002");
        var ofNobody = changeSubscription.make(
                UUID.randomUUID().toString(), new SubscriptionChange(Kind.ADD_SEATS, id, 30), key, false);
        assertThat(ofNobody.report()).contains("does not know the customer's tenant", "60003");
    }

    @Test
    void aMissingRoleIsARefusalAndThrottlingIsNot() {
        String id = sold(25, null, null);
        microsoft.story().trouble(Story.Kind.REFUSED, "PATCH /v1/customers", 1, 0);
        assertThat(change(Kind.ADD_SEATS, id, 30).report()).contains("lacks the role", "900308");
        microsoft.story().trouble(Story.Kind.THROTTLED, "PATCH /v1/customers", 1, 1);
        assertThat(make(Kind.ADD_SEATS, id, 30, UUID.randomUUID()).state()).isEqualTo(State.MADE);
    }

    @Test
    void aCustomerCannotReachTheSubscriptionOfAnother() {
        String id = microsoft.subscriptions().add("1c8d3a4f-6b52-4e1f-8d66-2a7b4e3c9f02", "Visio", 5, null, null);
        assertThat(change(Kind.ADD_SEATS, id, 9).state()).isEqualTo(State.REFUSED);
        assertThat(microsoft.subscriptions().changesOf(id)).isZero();
    }

    @Test
    void whatSomebodyElseAlreadyDidIsDone() {
        String id = sold(25, null, null);
        microsoft.subscriptions().edit(id, "quantity", IntNode.valueOf(30));
        assertThat(change(Kind.ADD_SEATS, id, 30).state()).isEqualTo(State.MADE);
        assertThat(microsoft.subscriptions().changesOf(id)).isZero();
    }

    @Test
    void theSimulationIsDirectedOverHttpToo() {
        String id = sold(25, null, null);
        var http = RestClient.create(microsoft.address() + "/simulator/subscriptions");
        http.post()
                .uri("/{id}/troubles", id)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"pending\": 1, \"provisioning\": 1}")
                .retrieve()
                .toBodilessEntity();
        assertThat(change(Kind.ADD_SEATS, id, 30).report()).contains("900278");
        assertThat(make(Kind.ADD_SEATS, id, 30, UUID.randomUUID()).report()).contains("still providing");
        assertThat(http.get().uri("/{id}", id).retrieve().body(String.class)).contains("\"changes\":1");
        assertThat(http.get().retrieve().body(String.class)).contains(id);
    }

    private void lost(String id, int times) {
        microsoft.story().trouble(Story.Kind.LOST, "PATCH /v1/customers/" + CONTOSO + "/subscriptions/" + id, times, 0);
    }

    private String sold(int quantity, @Nullable Instant until, @Nullable Integer refundable) {
        return microsoft.subscriptions().add(CONTOSO, "Business Premium", quantity, until, refundable);
    }

    private ChangeOutcome change(Kind kind, String id, @Nullable Integer quantity) {
        return make(kind, id, quantity, key);
    }

    private ChangeOutcome make(Kind kind, String id, @Nullable Integer quantity, UUID wish) {
        return changeSubscription.make(CONTOSO, new SubscriptionChange(kind, id, quantity), wish, false);
    }
}
