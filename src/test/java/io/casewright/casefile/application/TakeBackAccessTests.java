package io.casewright.casefile.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.casefile.application.RequestAccess.Invitation;
import io.casewright.casefile.application.TakeBackAccess.Decision;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.AccessAsked;
import io.casewright.customer.DelegatedAccess;
import io.casewright.customer.EndAccess.Left;
import io.casewright.customer.SupportAction;
import io.casewright.microsoft.MicrosoftUnavailable;
import io.casewright.platform.time.PartnerDays;
import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.simulator.RelationshipSimulator;
import io.casewright.simulator.Story;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a customer was asked for and nobody needs any more is taken back, as far as Microsoft lets anybody. */
@CasewrightTest
class TakeBackAccessTests {

    private static final String TAILSPIN = "4fb06d7c-9e85-4b4c-9a99-5dae7b6fc205";
    private static final String ROLE = "Password Administrator";

    @Autowired
    CaseDesk desk;

    @Autowired
    PartnerDays days;

    @Autowired
    CaseWitness witness;

    @Autowired
    RequestAccess requestAccess;

    @Autowired
    TakeBackAccess takeBackAccess;

    @Autowired
    WithdrawCase withdrawCase;

    @Autowired
    AccessAsked asked;

    @Autowired
    DelegatedAccess access;

    @Autowired
    MicrosoftSimulator microsoft;

    @Autowired
    FindCases cases;

    @Autowired
    CasesOfContacts casesOfContacts;

    @Autowired
    JdbcClient database;

    @AfterEach
    void nothingIsGrantedAnyMore() {
        microsoft.story().end();
        there().forEach(each -> microsoft.relationships().remove(each.id()));
        access.forget(TAILSPIN);
    }

    @Test
    void aWithdrawnCaseLeavesNoDraftAtMicrosoft() {
        var number = ofTailspin();
        prepared(number);
        withdrawCase.withdraw(number, null, "portal");
        withdrawCase.withdraw(number, null, "portal");
        assertThat(witness.toldAbout(number)).containsOnlyOnce(CaseMessages.ACCESS_NOT_NEEDED);
        assertThat(takenBack(number).left()).isEqualTo(Left.NOTHING);
        assertThat(there()).isEmpty();
        assertThat(said(number))
                .containsExactly(
                        "The request for Password Administrator: It was taken back before the customer could approve it.");
        assertThat(asked.findUnneeded()).doesNotContain(String.valueOf(idOf(number)));
    }

    @Test
    void whatTheCustomerMayStillApproveIsToldOnceWithTheDayOnWhichItLapses() {
        var number = ofTailspin();
        waiting(number);
        withdrawCase.withdraw(number, null, "portal");
        assertThat(takenBack(number).left()).isEqualTo(Left.REQUEST);
        assertThat(takenBack(number).left()).isEqualTo(Left.REQUEST);
        assertThat(said(number))
                .singleElement()
                .satisfies(words -> assertThat(words)
                        .contains(
                                "Microsoft lets nobody take it back while the customer has not answered. It lapses on "
                                        + days.today().plusDays(90)));
        assertThat(there()).extracting(RelationshipSimulator.Seen::status).containsExactly("approvalPending");
    }

    @Test
    void accessThatIsGrantedAfterTheWithdrawalIsEnded() {
        var number = ofTailspin();
        var invitation = waiting(number);
        withdrawCase.withdraw(number, null, "portal");
        takenBack(number);
        microsoft.relationships().approve(invitation.relationshipId());
        assertThat(takenBack(number).left()).isEqualTo(Left.ENDING);
        takenBack(number);
        takenBack(number);
        assertThat(takenBack(number).left()).isEqualTo(Left.NOTHING);
        assertThat(there()).extracting(RelationshipSimulator.Seen::status).containsExactly("terminated");
        assertThat(access.grantedBy(TAILSPIN).unassigned()).doesNotContain(ROLE);
        assertThat(said(number).getLast()).isEqualTo("The request for Password Administrator: It has ended.");
    }

    @Test
    void whatMicrosoftDoesNotEndIsAPersonsToDecide() {
        var number = ofTailspin();
        var invitation = waiting(number);
        withdrawCase.withdraw(number, null, "portal");
        microsoft.relationships().approve(invitation.relationshipId());
        microsoft.story().trouble(Story.Kind.REFUSED, "POST /v1.0/tenantRelationships", 2, 0);
        var standing = takenBack(number);
        assertThat(standing.left()).isEqualTo(Left.ACCESS);
        assertThat(standing.problem()).startsWith("Microsoft does not end it: ");
        assertThat(takeBackAccess.problemWith(null)).hasValue("What becomes of it: choose one.");

        assertThat(takenBack(number, Decision.ENDED).left())
                .as("it is not ended")
                .isEqualTo(Left.ACCESS);
        assertThat(takenBack(number, Decision.KEEP).left()).isEqualTo(Left.NOTHING);
        assertThat(witness.latestOf(number).text()).contains("It stays at Microsoft, as somebody of us decided.");
        assertThat(witness.latestOf(number).actor()).isEqualTo(Actor.agent("nina"));
        assertThat(there()).extracting(RelationshipSimulator.Seen::status).containsExactly("active");
    }

    @Test
    void whoGoesOnWithoutNeedsItNoMore() {
        var number = ofTailspin();
        waiting(number);
        requestAccess.settle(number, "We go on without.", true, CaseDesk.step("serviceTask_RecordAccess"));
        assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.DIAGNOSING);
        assertThat(witness.toldAbout(number)).containsOnlyOnce(CaseMessages.ACCESS_NOT_NEEDED);
        assertThat(takenBack(number).left()).isEqualTo(Left.REQUEST);
    }

    @Test
    void anAnswerOfTheCustomerIsNotTakenBack() {
        var number = ofTailspin();
        waiting(number);
        requestAccess.settle(number, "The customer approved.", false, CaseDesk.step("serviceTask_RecordAccess"));
        withdrawCase.withdraw(number, null, "portal");
        assertThat(witness.toldAbout(number)).doesNotContain(CaseMessages.ACCESS_NOT_NEEDED);
    }

    @Test
    void whatIsNotSentAfterAllIsTakenBack() {
        var number = ofTailspin();
        var invitation = prepared(number);
        var step = CaseDesk.step("serviceTask_SendInvitation");
        for (int run = 0; run < 2; run++) {
            var sent = requestAccess.send(number, RequestAccess.Decision.DROP, null, invitation, "nina", step);
            assertThat(sent.sent()).isFalse();
        }
        assertThat(witness.toldAbout(number)).containsOnlyOnce(CaseMessages.ACCESS_NOT_NEEDED);
        assertThat(takenBack(number).left()).isEqualTo(Left.NOTHING);
        assertThat(there()).isEmpty();
    }

    @Test
    void whoAsksAgainNeedsItAgain() {
        var number = ofTailspin();
        var first = waiting(number);
        requestAccess.settle(number, "We go on without.", true, CaseDesk.step("serviceTask_RecordAccess"));
        var second = prepared(number);
        assertThat(second.relationshipId()).isEqualTo(first.relationshipId());
        assertThat(takenBack(number).left()).as("wanted again").isEqualTo(Left.NOTHING);
        assertThat(said(number)).isEmpty();
        assertThat(there()).extracting(RelationshipSimulator.Seen::status).containsExactly("approvalPending");
        withdrawCase.withdraw(number, null, "portal");
        assertThat(takenBack(number).left()).isEqualTo(Left.REQUEST);
    }

    @Test
    void whatMicrosoftDoesNotLetUsOpenIsToldAndTakenBack() {
        var number = ofTailspin();
        var invitation = prepared(number);
        microsoft.story().trouble(Story.Kind.REFUSED, "POST /v1.0/tenantRelationships", 1, 0);
        var sent = send(number, invitation);
        assertThat(sent.sent()).isFalse();
        assertThat(sent.problem()).startsWith("Microsoft does not let us ask for Password Administrator: ");
        assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.DIAGNOSING);
        takenBack(number);
        assertThat(there()).isEmpty();
    }

    @Test
    void aRequestWhoseNameWasLostIsFoundByItsCase() {
        var number = ofTailspin();
        prepared(number);
        database.sql("UPDATE access_request SET relationship_id = NULL WHERE id = ?")
                .param(idOf(number))
                .update();
        withdrawCase.withdraw(number, null, "portal");
        assertThat(takenBack(number).left()).isEqualTo(Left.NOTHING);
        assertThat(there()).isEmpty();
    }

    @Test
    void whatMayStillTurnUpIsLookedForAgain() {
        var number = ofTailspin();
        microsoft.story().trouble(Story.Kind.DOWN, "POST /v1.0/tenantRelationships", 10, 0);
        assertThatThrownBy(() -> requestAccess.prepare(number, SupportAction.RESET_PASSWORD))
                .isInstanceOf(MicrosoftUnavailable.class);
        microsoft.story().end();
        withdrawCase.withdraw(number, null, "portal");
        assertThat(takenBack(number).left()).isEqualTo(Left.ENDING);
        assertThat(said(number)).isEmpty();
        database.sql("UPDATE access_request SET asked_at = asked_at - INTERVAL 2 HOUR WHERE id = ?")
                .param(idOf(number))
                .update();
        assertThat(takenBack(number).left()).isEqualTo(Left.NOTHING);
        assertThat(said(number)).containsExactly("The request for Password Administrator: Microsoft never made it.");
    }

    /** It may take months; who asked can be forgotten before. */
    @Test
    void aRequestThatIsTakenBackKeepsNobodyFromBeingErased() {
        var number = ofTailspin();
        waiting(number);
        withdrawCase.withdraw(number, null, "portal");
        assertThat(isBusyWhileAt("vendor-ticket", number))
                .as("what is looked for")
                .isTrue();
        assertThat(isBusyWhileAt("end-access", number)).isFalse();
    }

    private boolean isBusyWhileAt(String process, CaseNumber number) {
        database.sql("INSERT INTO process_place (generation, process_id, process_instance_key, element_id,"
                        + " element_instance_key, step_key, case_number, variables, entered_at)"
                        + " VALUES ((SELECT MAX(id) FROM engine_generation), ?, 1, 'e', 1, ?, ?, '{}', NOW(6))")
                .params(process, UUID.randomUUID().toString(), number.value())
                .update();
        try {
            return casesOfContacts.of(witness.caseOf(number).contactId()).stream()
                    .filter(each -> each.number().equals(number.value()))
                    .findFirst()
                    .orElseThrow()
                    .isBusy();
        } finally {
            database.sql("DELETE FROM process_place WHERE case_number = ?")
                    .param(number.value())
                    .update();
        }
    }

    private CaseNumber ofTailspin() {
        return desk.diagnosing(ARequest.from("tailspin.example", "it@tailspin.example"));
    }

    private Invitation prepared(CaseNumber number) {
        return requestAccess
                .prepare(number, SupportAction.RESET_PASSWORD)
                .invitation()
                .orElseThrow();
    }

    private Invitation waiting(CaseNumber number) {
        var invitation = prepared(number);
        assertThat(send(number, invitation).sent()).isTrue();
        return invitation;
    }

    private RequestAccess.Sent send(CaseNumber number, Invitation invitation) {
        return requestAccess.send(
                number,
                RequestAccess.Decision.SEND,
                invitation.words(),
                invitation,
                "nina",
                CaseDesk.step("serviceTask_SendInvitation"));
    }

    private TakeBackAccess.Standing takenBack(CaseNumber number) {
        return takeBackAccess.takeBack(idOf(number), null, null, CaseDesk.step("serviceTask_TakeBackAccess"));
    }

    private TakeBackAccess.Standing takenBack(CaseNumber number, Decision decision) {
        return takeBackAccess.takeBack(idOf(number), decision, "nina", CaseDesk.step("serviceTask_TakeBackAccess"));
    }

    private long idOf(CaseNumber number) {
        return database.sql("SELECT r.id FROM access_request r JOIN support_case c ON c.id = r.case_id"
                        + " WHERE c.number = ?")
                .param(number.value())
                .query(Long.class)
                .single();
    }

    private List<RelationshipSimulator.Seen> there() {
        return microsoft.relationships().of(TAILSPIN);
    }

    private List<String> said(CaseNumber number) {
        return cases.timelineOf(number).orElseThrow().stream()
                .filter(entry -> entry.kind() == Kind.ACCESS_UNNEEDED)
                .map(TimelineEntry::text)
                .toList();
    }
}
