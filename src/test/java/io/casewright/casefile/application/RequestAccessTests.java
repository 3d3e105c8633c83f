package io.casewright.casefile.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.casefile.application.RequestAccess.Decision;
import io.casewright.casefile.application.RequestAccess.Invitation;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.customer.AccessRequests.State;
import io.casewright.customer.DelegatedAccess;
import io.casewright.customer.SupportAction;
import io.casewright.microsoft.MicrosoftUnavailable;
import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.simulator.Story;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer is asked for a role, in the partner's words, and the case waits for the answer. */
@CasewrightTest
class RequestAccessTests {

    private static final String TAILSPIN = "4fb06d7c-9e85-4b4c-9a99-5dae7b6fc205";

    @Autowired
    CaseDesk desk;

    @Autowired
    CaseWitness witness;

    @Autowired
    RequestAccess requestAccess;

    @Autowired
    CheckDelegatedAccess checkDelegatedAccess;

    @Autowired
    ReceiveMessage receiveMessage;

    @Autowired
    WithdrawCase withdrawCase;

    @Autowired
    DelegatedAccess access;

    @Autowired
    MicrosoftSimulator microsoft;

    @AfterEach
    void nothingIsGrantedAnyMore() {
        microsoft.story().end();
        microsoft
                .relationships()
                .of(TAILSPIN)
                .forEach(each -> microsoft.relationships().remove(each.id()));
        access.forget(TAILSPIN);
    }

    @Test
    void theInvitationIsProposedInTheLanguageOfTheCase() {
        var prepared = requestAccess.prepare(ofTailspin(), SupportAction.RESET_PASSWORD);
        var invitation = prepared.invitation().orElseThrow();
        assertThat(invitation.role()).isEqualTo("Password Administrator");
        assertThat(invitation.words())
                .contains("«Password Administrator»")
                .contains(invitation.link())
                .startsWith("Para encontrar la causa");
    }

    @Test
    void preparedAgainItIsTheSameRequest() {
        var number = ofTailspin();
        var first = requestAccess.prepare(number, SupportAction.RESET_PASSWORD);
        assertThat(requestAccess.prepare(number, SupportAction.RESET_PASSWORD)).isEqualTo(first);
        assertThat(microsoft.relationships().of(TAILSPIN)).hasSize(1);
    }

    @Test
    void whatIsGrantedIsNotAskedForAgain() {
        microsoft.relationships().grant(TAILSPIN, "Password Administrator");
        access.forget(TAILSPIN);
        assertThat(requestAccess
                        .prepare(ofTailspin(), SupportAction.RESET_PASSWORD)
                        .problem())
                .isEqualTo("To reset a password, Password Administrator suffices, and it is granted.");
        assertThat(microsoft.relationships().of(TAILSPIN)).hasSize(1);
    }

    @Test
    void whatIsGrantedButAssignedToNobodyIsNotAskedForAgain() {
        var number = ofTailspin();
        var invitation = waiting(number);
        checkDelegatedAccess.check(number);
        microsoft.relationships().approve(invitation.relationshipId());
        assertThat(requestAccess.prepare(number, SupportAction.RESET_PASSWORD).problem())
                .isEqualTo(
                        "To reset a password, Password Administrator suffices; it is granted, but assigned to nobody."
                                + " Give it to a security group of ours in Partner Center, on the page of the customer's admin"
                                + " relationships.");
        microsoft.relationships().assign(invitation.relationshipId());
        assertThat(requestAccess.prepare(number, SupportAction.RESET_PASSWORD).problem())
                .endsWith("and it is granted.");
        assertThat(microsoft.relationships().of(TAILSPIN)).hasSize(1);
    }

    @Test
    void aRefusalIsTheAgentsToReadAndTroubleTheEnginesToRepeat() {
        var number = ofTailspin();
        microsoft.story().trouble(Story.Kind.REFUSED, "POST /v1.0/tenantRelationships", 1, 0);
        var refused = requestAccess.prepare(number, SupportAction.RESET_PASSWORD);
        assertThat(refused.invitation()).isEmpty();
        assertThat(refused.problem()).startsWith("Microsoft does not let us ask for Password Administrator: ");
        microsoft.story().trouble(Story.Kind.DOWN, "POST /v1.0/tenantRelationships", 1, 0);
        assertThatThrownBy(() -> requestAccess.prepare(number, SupportAction.RESET_PASSWORD))
                .isInstanceOf(MicrosoftUnavailable.class);
    }

    @Test
    void theCaseWaitsForTheCustomerWhoGetsTheAgentsWords() {
        var number = ofTailspin();
        var invitation = prepared(number);
        String words = "Aprueben por favor: " + invitation.link();
        var sent = send(number, Decision.SEND, words, invitation);
        assertThat(sent.sent()).isTrue();
        assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.WAITING_FOR_CUSTOMER);
        assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.ACCESS_REQUESTED);
        assertThat(witness.latestOf(number).actor()).isEqualTo(Actor.agent("nina"));
        assertThat(witness.lettersOf(number)).last().satisfies(letter -> {
            assertThat(letter.kind().name()).isEqualTo("UPDATE");
            assertThat(letter.body()).contains(words);
        });
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, Words for the customer: required.",
                "Please approve, Words for the customer: they need the link"
            })
    void wordsThatDoNotHelpAreRefused(String words, String refusal) {
        var number = ofTailspin();
        var invitation = prepared(number);
        var kept = witness.everythingAbout(number);
        assertThat(requestAccess
                        .problemWith(number, Decision.SEND, words, invitation.link())
                        .orElseThrow())
                .startsWith(refusal);
        assertThatThrownBy(() -> send(number, Decision.SEND, words, invitation)).isInstanceOf(Overtaken.class);
        assertThat(requestAccess.problemWith(number, Decision.DROP, words, invitation.link()))
                .isEmpty();
        assertThat(witness.everythingAbout(number)).isEqualTo(kept);
    }

    @Test
    void anApprovalLetsTheDiagnosisGoOnAndTellsWhatIsStillMissing() {
        var number = ofTailspin();
        var invitation = waiting(number);
        assertThat(requestAccess.look(number, invitation.relationshipId()).state())
                .isEqualTo(State.PENDING);
        microsoft.relationships().approve(invitation.relationshipId());
        var progress = requestAccess.look(number, invitation.relationshipId());
        assertThat(progress.state()).isEqualTo(State.ACTIVE);
        settle(number, progress.words());
        assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.DIAGNOSING);
        assertThat(witness.latestOf(number).text()).isEqualTo("The customer approved the request.");
        assertThat(checkDelegatedAccess.check(number).summary())
                .contains("assigned to nobody: Password Administrator. Give these roles to a security group");
    }

    @Test
    void whileMicrosoftIsAwayTheCaseGoesOnWaiting() {
        var number = ofTailspin();
        var invitation = waiting(number);
        microsoft.relationships().approve(invitation.relationshipId());
        microsoft.story().trouble(Story.Kind.DOWN, "GET /v1.0/tenantRelationships", 10, 0);
        var progress = requestAccess.look(number, invitation.relationshipId());
        assertThat(progress.state()).isEqualTo(State.PENDING);
        assertThat(progress.words()).startsWith("It could not be read: ");
    }

    @Test
    void whatTheCustomerWritesMeanwhileIsReadBesideTheWaiting() {
        var number = ofTailspin();
        waiting(number);
        receiveMessage.receive(number, "Our admin is on leave", "portal", "key-" + number);
        assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.WAITING_FOR_CUSTOMER);
        assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.MESSAGE_RECEIVED);
    }

    @Test
    void aCaseThatWasWithdrawnMeanwhileStaysWithdrawn() {
        var number = ofTailspin();
        var invitation = prepared(number);
        withdrawCase.withdraw(number, null, "portal");
        var kept = witness.everythingAbout(number);
        assertThat(requestAccess.prepare(number, SupportAction.RESET_PASSWORD).problem())
                .contains("WITHDRAWN");
        assertThat(requestAccess
                        .problemWith(number, Decision.SEND, invitation.link(), invitation.link())
                        .orElseThrow())
                .contains("WITHDRAWN");
        settle(number, "The customer approved the request.");
        assertThat(witness.everythingAbout(number)).isEqualTo(kept);
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
        send(number, Decision.SEND, invitation.words(), invitation);
        return invitation;
    }

    private RequestAccess.Sent send(CaseNumber number, Decision decision, String words, Invitation invitation) {
        return requestAccess.send(
                number, decision, words, invitation, "nina", CaseDesk.step("serviceTask_SendInvitation"));
    }

    private void settle(CaseNumber number, String words) {
        requestAccess.settle(number, words, false, CaseDesk.step("serviceTask_RecordAccess"));
    }
}
