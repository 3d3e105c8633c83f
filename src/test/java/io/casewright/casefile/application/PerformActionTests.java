package io.casewright.casefile.application;

import static io.casewright.simulator.SubscriptionSimulator.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.casefile.application.PerformAction.Outcome;
import io.casewright.casefile.application.PerformAction.Performed;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.PlannedAction;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.EvidenceStore;
import io.casewright.casefile.persistence.PlannedActions;
import io.casewright.microsoft.MicrosoftUnavailable;
import io.casewright.platform.engine.FormChoice;
import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.simulator.Story;
import io.casewright.testkit.APlan;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An approved change is made at Partner Center once, read back, and told. */
@CasewrightTest
class PerformActionTests {

    @Autowired
    CaseDesk desk;

    @Autowired
    CaseWitness witness;

    @Autowired
    MicrosoftSimulator microsoft;

    @Autowired
    RecordResolution recordResolution;

    @Autowired
    ProposeChange proposeChange;

    @Autowired
    RecordApproval recordApproval;

    @Autowired
    PerformAction performAction;

    @Autowired
    LookUpSubscriptions lookUpSubscriptions;

    @Autowired
    WithdrawCase withdrawCase;

    @Autowired
    PlannedActions actions;

    @Autowired
    EvidenceStore evidence;

    @Autowired
    JdbcClient database;

    @AfterEach
    void endTroubles() {
        microsoft.story().end();
    }

    @Test
    void anApprovedChangeIsMadeReadBackAndEvidence() {
        String id = sold();
        var number = approved("add-seats", id, 30);
        var performed = perform(number);
        assertThat(performed.outcome()).isEqualTo(Outcome.PERFORMED);
        assertThat(performed.report()).contains("30 seats", "correlation id");
        assertThat(microsoft.subscriptions().subscription(id).path("quantity").asInt())
                .isEqualTo(30);
        assertThat(latestOf(number).state()).isEqualTo(PlannedAction.State.DONE);
        assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.CARRIED_OUT);
        assertThat(witness.latestOf(number).actor()).isEqualTo(Actor.SYSTEM);
        assertThat(evidence.findByCaseIdOrderById(witness.caseOf(number).id()))
                .anyMatch(each -> each.text().equals(performed.report()));
    }

    @Test
    void whatWasReadBackNeedsOnlyWordsFromTheAgent() {
        var number = approved("add-seats", sold(), 30);
        perform(number);
        var kept = witness.everythingAbout(number);
        assertThat(recordApproval.problemWithReport(number, null, null, null).orElseThrow())
                .contains("In words for the customer");
        assertThat(report(number, "You have 30 seats now.").carriedOut()).isTrue();
        assertThat(witness.everythingAbout(number)).isEqualTo(kept);
    }

    @Test
    void nothingIsPerformedThatNobodyApproved() {
        String id = sold();
        var number = proposed("add-seats", id, 30);
        assertThat(perform(number).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(microsoft.subscriptions().changesOf(id)).isZero();
        assertThat(latestOf(number).state()).isEqualTo(PlannedAction.State.PROPOSED);
    }

    @Test
    void aRefusalEndsTheActionWithItsReason() {
        String id = sold();
        var number = approved("reduce-seats", id, 20);
        var performed = perform(number);
        assertThat(performed.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(performed.report()).contains("Schedule the number for the next term");
        assertThat(latestOf(number).state()).isEqualTo(PlannedAction.State.FAILED);
        assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.FAILED);
        assertThat(perform(number)).isEqualTo(performed);
    }

    /** The answers are lost, the worker dies, and another visit finds out. */
    @Test
    void aCrashBetweenTheCallAndTheCommitChangesNothingTwice() {
        String id = sold();
        var number = approved("add-seats", id, 30);
        microsoft.story().trouble(Story.Kind.LOST, "PATCH /v1/customers/" + CONTOSO + "/subscriptions/" + id, 3, 0);
        assertThatThrownBy(() -> perform(number)).isInstanceOf(MicrosoftUnavailable.class);
        assertThat(latestOf(number).state()).isEqualTo(PlannedAction.State.PERFORMING);
        assertThat(perform(number).outcome()).isEqualTo(Outcome.PERFORMED);
        assertThat(microsoft.subscriptions().changesOf(id)).isEqualTo(1);
        assertThat(witness.happeningsOf(number)).containsOnlyOnce(Kind.CARRIED_OUT);
    }

    @Test
    void whatMicrosoftHasNotDoneYetIsToldOnceAndLookedAtAgain() {
        String id = sold();
        var number = approved("add-seats", id, 30);
        microsoft.subscriptions().provisioningTakes(id, 2);
        assertThat(perform(number).lookAgainAt()).isNotNull();
        assertThat(perform(number).outcome()).isEqualTo(Outcome.LATER);
        assertThat(perform(number).outcome()).isEqualTo(Outcome.PERFORMED);
        assertThat(witness.happeningsOf(number)).containsOnlyOnce(Kind.PERFORMING, Kind.CARRIED_OUT);
        assertThat(microsoft.subscriptions().changesOf(id)).isEqualTo(1);
    }

    @Test
    void whatStaysUnconfirmedIsLeftToAPerson() {
        String id = sold();
        var number = approved("add-seats", id, 30);
        microsoft.subscriptions().pendingFor(id, 9);
        perform(number);
        database.sql("UPDATE planned_action SET performing_since = performing_since - INTERVAL 3 DAY WHERE case_id = ?")
                .param(witness.caseOf(number).id())
                .update();
        var performed = perform(number);
        assertThat(performed.outcome()).isEqualTo(Outcome.UNCLEAR);
        assertThat(performed.report()).contains("has not confirmed it in 48 hours");
        assertThat(perform(number)).isEqualTo(performed);
        assertThat(recordApproval
                        .problemWithReport(number, null, "It is done.", null)
                        .orElseThrow())
                .contains("Did it take effect");
    }

    @Test
    void nothingBeginsForACaseThatWasWithdrawn() {
        String id = sold();
        var number = approved("add-seats", id, 30);
        withdrawCase.withdraw(number, null, "portal");
        assertThat(perform(number).report()).contains("WITHDRAWN");
        assertThat(microsoft.subscriptions().changesOf(id)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "100001", "1.000", "12.5", "all"})
    void aNumberOfSeatsThatCannotBeIsRefusedAtOnce(String seats) {
        var number = desk.resolving();
        var plan = APlan.to("add-seats")
                .detail("More")
                .changing("6e7a", "Visio", seats)
                .plan();
        assertThat(recordResolution.problemWith(number, plan, "nina").orElseThrow())
                .startsWith("New number of seats: ");
    }

    /** Whatever the decision table says. */
    @Test
    void noSubscriptionIsChangedOnOnePersonsWord() {
        var plan = APlan.to("renewal-off")
                .detail("Off")
                .changing("6e7a", "Visio", null)
                .plan();
        assertThat(plan.approvalNeeded()).isTrue();
    }

    @Test
    void theAgentChoosesFromWhatTheCustomerHas() {
        var found = lookUpSubscriptions.lookUp(caseOf("litware.example", "it@litware.example"));
        assertThat(found.choices())
                .extracting(FormChoice::label)
                .contains(
                        "SQL Server 2022 Standard - 2 Core License Pack, now 4 seats",
                        "Microsoft 365 Business Basic, now 25 seats");
        assertThat(found.note()).contains("does not renew itself", "may be cancelled until");
    }

    @Test
    void whoseProviderHasTheRelationshipIsLeftToAPerson() {
        var found = lookUpSubscriptions.lookUp(caseOf("fabrikam.example", "it@fabrikam.example"));
        assertThat(found.choices()).isEmpty();
        assertThat(found.note()).contains("a person carries out the change", "20002");
    }

    private CaseNumber caseOf(String customer, String email) {
        return desk.resolving(desk.diagnosing(ARequest.from(customer, email)));
    }

    @Test
    void whenNothingCanBeLookedUpThePersonIsTold() {
        microsoft.story().trouble(Story.Kind.REFUSED, "GET /v1/customers/" + CONTOSO + "/subscriptions", 1, 0);
        var found = lookUpSubscriptions.lookUp(desk.resolving());
        assertThat(found.choices()).isEmpty();
        assertThat(found.note()).contains("a person carries out the change", "900308");
    }

    private String sold() {
        return microsoft.subscriptions().add(CONTOSO, "Business Premium", 25, null, null);
    }

    private CaseNumber proposed(String action, String subscription, @Nullable Integer quantity) {
        var number = desk.resolving();
        var plan = APlan.to(action)
                .detail("As the customer asks")
                .changing(subscription, "Business Premium", quantity == null ? null : quantity.toString())
                .plan();
        proposeChange.propose(number, plan, action, "nina", CaseDesk.step("serviceTask_ProposeChange"));
        return number;
    }

    private CaseNumber approved(String action, String subscription, @Nullable Integer quantity) {
        var number = proposed(action, subscription, quantity);
        recordApproval.decide(number, true, null, "omar", CaseDesk.step("serviceTask_RecordApproval"));
        return number;
    }

    private Performed perform(CaseNumber number) {
        return performAction.perform(number, CaseDesk.step("serviceTask_PerformAction"));
    }

    private RecordApproval.Report report(CaseNumber number, @Nullable String words) {
        return recordApproval.report(number, null, words, null, "nina", CaseDesk.step("serviceTask_RecordAction"));
    }

    private PlannedAction latestOf(CaseNumber number) {
        return actions.findFirstByCaseIdOrderByIdDesc(witness.caseOf(number).id())
                .orElseThrow();
    }
}
