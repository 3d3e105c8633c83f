package io.casewright.handoff.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.casewright.casefile.application.FindCases;
import io.casewright.casefile.application.ReplanCase;
import io.casewright.casefile.application.WithdrawCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.NextStep;
import io.casewright.casefile.domain.Severity;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.handoff.application.MailedNotes.MailedNote;
import io.casewright.handoff.application.MailedNotes.Taken;
import io.casewright.handoff.application.VendorDesk.DeskStatus;
import io.casewright.handoff.domain.Channel;
import io.casewright.handoff.domain.Target;
import io.casewright.handoff.domain.VendorTicket;
import io.casewright.handoff.domain.VendorTicketNote;
import io.casewright.handoff.domain.VendorTicketNote.Origin;
import io.casewright.handoff.persistence.VendorTicketNotes;
import io.casewright.handoff.persistence.VendorTickets;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.RecordingEngine;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The twin on its real tables, beside a desk that can be away. */
@CasewrightTest
@Import(DeskConfiguration.class)
class FollowTicketsTests {

    private static final Logger log = LoggerFactory.getLogger(FollowTicketsTests.class);
    private static final int LIVES = 200;

    @Autowired
    CaseDesk caseDesk;

    @Autowired
    HostileDesk desk;

    @Autowired
    TestClock clock;

    @Autowired
    OpenVendorTicket openVendorTicket;

    @Autowired
    OpenAtDesk openAtDesk;

    @Autowired
    AnswerVendor answerVendor;

    @Autowired
    SendAnswer sendAnswer;

    @Autowired
    CloseAtDesk closeAtDesk;

    @Autowired
    FileTicket fileTicket;

    @Autowired
    FollowTicket followTicket;

    @Autowired
    LookUpTicket lookUpTicket;

    @Autowired
    FollowTickets followTickets;

    @Autowired
    MailedNotes mailedNotes;

    @Autowired
    WithdrawCase withdrawCase;

    @Autowired
    ReplanCase replanCase;

    @Autowired
    FindCases cases;

    @Autowired
    VendorTickets tickets;

    @Autowired
    VendorTicketNotes notes;

    @Autowired
    RecordingEngine engine;

    @Autowired
    JdbcClient database;

    /** What other tests opened is not asked about. */
    @BeforeEach
    void leaveOthersAlone() {
        database.sql("UPDATE vendor_ticket SET watched = FALSE").update();
    }

    @AfterEach
    void calmDown() {
        desk.turnCalm();
        desk.onlyTakesMail(false);
    }

    @Test
    void whatTheyAskBecomesOneQuestionAndOneAnswer() {
        var one = opened();
        desk.ask(one.number, "Which build?");
        assertThat(poll().notesNew()).isEqualTo(1);
        poll();
        poll();
        isTold(HandOffMessages.VENDOR_ASKED, one.reference, 1);
        var answer = answered(one, "Build 16");
        sendAnswer.send(answer);
        sendAnswer.send(answer);
        poll();
        poll();
        assertThat(desk.notesOf(one.number)).hasSize(2);
        assertThat(theirsOf(one.reference)).containsExactly("Which build?");
        isTold(HandOffMessages.VENDOR_ASKED, one.reference, 1);
        assertThat(newsOf(one.caseNumber)).hasSize(1);
    }

    @Test
    void theSameWordsSaidAgainAreAQuestionAgain() {
        var one = opened();
        desk.ask(one.number, "Is it still so?");
        poll();
        sendAnswer.send(answered(one, "Yes, since noon"));
        poll();
        desk.ask(one.number, "Is it still so?");
        assertThat(poll().notesNew()).isEqualTo(1);
        poll();
        assertThat(theirsOf(one.reference)).containsExactly("Is it still so?", "Is it still so?");
        isTold(HandOffMessages.VENDOR_ASKED, one.reference, 2);
        assertThat(newsOf(one.caseNumber)).hasSize(2);
    }

    @Test
    void whatOnlyTellsHowFarItIsMakesNoTaskAndIsKept() {
        var one = opened();
        desk.ask(one.number, "Which build?");
        poll();
        desk.ask(one.number, "An engineer is looking into it. We will keep you posted.");
        assertThat(poll().notesNew()).isEqualTo(1);
        isTold(HandOffMessages.VENDOR_ASKED, one.reference, 1);
        assertThat(newsOf(one.caseNumber)).hasSize(2);
        desk.ask(one.number, "The trace of noon is missing.");
        poll();
        isTold(HandOffMessages.VENDOR_ASKED, one.reference, 2);
    }

    @Test
    void aQuestionIsReadWhateverStatusTheyLeftTheTicketIn() {
        var one = opened();
        desk.write(one.number, "We are working on it.");
        poll();
        isTold(HandOffMessages.VENDOR_ASKED, one.reference, 0);
        desk.write(one.number, "Please send the trace.");
        poll();
        isTold(HandOffMessages.VENDOR_ASKED, one.reference, 1);
        desk.status(one.number, DeskStatus.UNKNOWN);
        desk.write(one.number, "The trace of noon is missing.");
        poll();
        isTold(HandOffMessages.VENDOR_ASKED, one.reference, 2);
    }

    @Test
    void aMailForwardedTwiceAndReadThereAsWellIsOneNote() {
        var one = opened();
        assertThat(mailed(one.reference, "<one@partner.example>", "Fixed.")).isEqualTo(Taken.NOTED);
        assertThat(mailed(one.reference, "<another@partner.example>", "Fixed.")).isEqualTo(Taken.KNOWN);
        desk.write(one.number, "Fixed.");
        assertThat(poll().notesNew()).isZero();
        assertThat(theirsOf(one.reference)).containsExactly("Fixed.");
    }

    @Test
    void askedAgainWithoutANewNoteItIsAQuestionOnceTheStatusWasAtRest() {
        var one = opened();
        desk.ask(one.number, "Which build?");
        poll();
        sendAnswer.send(answered(one, "Build 16"));
        poll();
        poll();
        desk.status(one.number, DeskStatus.ATTENTION_NEEDED);
        poll();
        isTold(HandOffMessages.VENDOR_ASKED, one.reference, 2);
    }

    @Test
    void aStatusThatFlapsAsksOnceAndClosesOnce() {
        var one = opened();
        for (int each = 0; each < 4; each++) {
            desk.status(one.number, DeskStatus.ATTENTION_NEEDED);
            poll();
            desk.status(one.number, DeskStatus.OPEN);
            poll();
        }
        isTold(HandOffMessages.VENDOR_ASKED, one.reference, 1);
        desk.write(one.number, "Fixed in build 17");
        for (var status : List.of(DeskStatus.CLOSED, DeskStatus.OPEN, DeskStatus.CLOSED)) {
            desk.status(one.number, status);
            poll();
        }
        isTold(HandOffMessages.VENDOR_TICKET_CLOSED, one.reference, 1);
        isTold(HandOffMessages.TICKET_CHANGED, one.reference, 1);
        assertThat(ticket(one.reference).state()).isEqualTo(VendorTicket.State.CLOSED);
        assertThat(timelineOf(one.caseNumber)).containsOnlyOnce(TimelineEntry.Kind.TICKET_CLOSED);
    }

    @Test
    void aNoteAfterTheEndIsStillKept() {
        var one = opened();
        desk.status(one.number, DeskStatus.CLOSED);
        poll();
        desk.write(one.number, "The report of the incident follows.");
        poll();
        assertThat(theirsOf(one.reference)).containsExactly("The report of the incident follows.");
        isTold(HandOffMessages.VENDOR_TICKET_CLOSED, one.reference, 1);
    }

    @Test
    void aTicketThatAPersonAndItsDeskCloseGivesOneResult() {
        var one = opened();
        desk.status(one.number, DeskStatus.CLOSED);
        poll();
        assertThat(followTicket.take(
                        one.reference, FollowTicket.News.NOT_SOLVED, "They gave up", "agent", CaseDesk.step("e")))
                .isTrue();
        isTold(HandOffMessages.VENDOR_TICKET_CLOSED, one.reference, 1);
    }

    @Test
    void troubleWithOneCustomerStopsNoOther() {
        var silent = opened();
        var other = opened();
        desk.write(silent.number, "Unheard");
        desk.write(other.number, "Heard");
        desk.failFor(silent.tenantId, HostileDesk.refused("Tenant 1 refuses GET /tickets; grant the role."));
        var counts = poll();
        assertThat(counts.troubles()).isEqualTo(1);
        assertThat(counts.notesNew()).isEqualTo(1);
        assertThat(theirsOf(other.reference)).containsExactly("Heard");
        desk.failFor(silent.tenantId, null);
    }

    @Test
    void aSilentDeskIsToldOnceShownAndToldOver() {
        var one = opened();
        desk.failFor(one.tenantId, new DeskUnavailable("GET /tickets of tenant 1 timed out", null));
        for (int each = 0; each < 3; each++) {
            poll();
            clock.pass(Duration.ofMinutes(15));
        }
        assertThat(newsOf(one.caseNumber)).hasSize(1);
        assertThat(newsOf(one.caseNumber).getFirst()).contains("does not answer since", "timed out");
        assertThat(lookUpTicket.show(one.reference).standing().waitReason()).contains("does not answer since");
        desk.failFor(one.tenantId, null);
        poll();
        poll();
        assertThat(newsOf(one.caseNumber)).hasSize(2).last().asString().contains("answers again");
        assertThat(lookUpTicket.show(one.reference).standing().waitReason()).isEmpty();
    }

    @Test
    void aDeskThatRefusesForADayIsLookedAtByAPersonOnce() {
        var one = opened();
        desk.failFor(one.tenantId, HostileDesk.refused("Tenant 1 refuses GET /tickets; grant the role."));
        for (int each = 0; each < 4; each++) {
            poll();
            clock.pass(Duration.ofHours(13));
        }
        isTold(HandOffMessages.TICKET_CHANGED, one.reference, 1);
        assertThat(ticket(one.reference).watch().isFollowed()).isTrue();
        assertThat(newsOf(one.caseNumber)).hasSize(2).last().asString().contains("by hand", "grant the role");
        desk.failFor(one.tenantId, null);
        clock.pass(Duration.ofHours(1));
        desk.status(one.number, DeskStatus.CLOSED);
        poll();
        isTold(HandOffMessages.TICKET_CHANGED, one.reference, 2);
    }

    @Test
    void aDeskThatAsksForAPauseIsLeftAloneUntilThen() {
        var one = opened();
        desk.failFor(
                one.tenantId,
                new DeskUnavailable("Too many calls", Duration.ofMinutes(5), new IllegalStateException("429")));
        poll();
        int calls = desk.calls();
        desk.failFor(one.tenantId, null);
        clock.pass(Duration.ofMinutes(4));
        assertThat(poll().tenantsWaiting()).isEqualTo(1);
        assertThatThrownBy(() -> sendAnswer.send(answered(one, "Build 16")))
                .isInstanceOf(DeskUnavailable.class)
                .hasMessageContaining(one.tenantId);
        assertThat(desk.calls()).isEqualTo(calls);
        clock.pass(Duration.ofMinutes(2));
        assertThat(poll().tenantsAsked()).isEqualTo(1);
    }

    @Test
    void whatADeskRefusesToOpenIsLeftToAPersonAndStaysSo() {
        var prepared = prepared();
        desk.stranger(prepared.tenantId, true);
        var step = CaseDesk.step("serviceTask_OpenAtDesk");
        var first = openAtDesk.open(prepared.reference, step);
        assertThat(first.number()).isNull();
        assertThat(first.refusal()).contains(prepared.tenantId, "introduce the customer");
        desk.stranger(prepared.tenantId, false);
        assertThat(openAtDesk.open(prepared.reference, step)).isEqualTo(first);
        assertThat(desk.openedFor(prepared.tenantId)).isZero();
    }

    @Test
    void aDeskThatIsAwayWhenATicketIsToBeOpenedIsToldOnTheCaseAndTriedAgain() {
        var prepared = prepared();
        var step = CaseDesk.step("serviceTask_OpenAtDesk");
        desk.failFor(prepared.tenantId, new DeskUnavailable("POST /tickets of tenant 1 timed out", null));
        for (int each = 0; each < 2; each++) {
            assertThatThrownBy(() -> openAtDesk.open(prepared.reference, step)).isInstanceOf(DeskUnavailable.class);
        }
        assertThat(newsOf(prepared.caseNumber)).singleElement().asString().contains("does not answer since");
        desk.failFor(prepared.tenantId, null);
        assertThat(openAtDesk.open(prepared.reference, step).number()).isNotNull();
        assertThat(newsOf(prepared.caseNumber)).last().asString().contains("answers again");
    }

    @Test
    void openedByThreeAtOnceItIsOneTicketThere() throws Exception {
        var prepared = prepared();
        var step = CaseDesk.step("serviceTask_OpenAtDesk");
        Callable<Object> run = () -> openAtDesk.open(prepared.reference, step).number();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : executor.invokeAll(List.of(run, run, run))) {
                assertThat(outcomeOf(each::get)).isTrue();
            }
        }
        assertThat(run.call())
                .isEqualTo(ticket(prepared.reference).vendorNumber().orElseThrow());
        assertThat(desk.openedFor(prepared.tenantId)).isEqualTo(1);
        assertThat(timelineOf(prepared.caseNumber)).containsOnlyOnce(TimelineEntry.Kind.TICKET_FILED);
    }

    @Test
    void sentByThreeAtOnceItIsOneNoteThere() throws Exception {
        var one = opened();
        var order = answered(one, "Build 16");
        Callable<Object> run = () -> sendAnswer.send(order);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : executor.invokeAll(List.of(run, run, run))) {
                assertThat(outcomeOf(each::get)).isTrue();
            }
        }
        run.call();
        assertThat(desk.notesOf(one.number)).hasSize(1);
    }

    @Test
    void polledByTwoAtOnceANoteIsOneNoteHere() throws Exception {
        var one = opened();
        desk.ask(one.number, "Which build?");
        Callable<Object> run = followTickets::pollOnce;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : executor.invokeAll(List.of(run, run))) {
                each.get();
            }
        }
        assertThat(theirsOf(one.reference)).containsExactly("Which build?");
        isTold(HandOffMessages.VENDOR_ASKED, one.reference, 1);
    }

    @Test
    void theTicketOfACaseThatEndedIsClosedAtItsDeskOnce() {
        var one = opened();
        withdrawCase.withdraw(one.caseNumber, null, "portal");
        var step = CaseDesk.step("serviceTask_CloseAtDesk");
        assertThat(closeAtDesk.close(one.reference, step).closed()).isTrue();
        assertThat(closeAtDesk.close(one.reference, step).closed()).isTrue();
        assertThat(desk.statusOf(one.number)).isEqualTo(DeskStatus.CLOSED);
        assertThat(timelineOf(one.caseNumber)).containsOnlyOnce(TimelineEntry.Kind.TICKET_CLOSED);
        poll();
        isTold(HandOffMessages.VENDOR_TICKET_CLOSED, one.reference, 0);
    }

    @Test
    void anotherSeverityReachesTheDeskWithTheNextPoll() {
        var one = opened();
        replanCase.reassess(one.caseNumber, Severity.MINIMAL, "portal");
        poll();
        poll();
        assertThat(desk.severityOf(one.number)).isEqualTo(Severity.MINIMAL);
        assertThat(newsOf(one.caseNumber)).hasSize(1);
    }

    @Test
    void ofTwoSeveritiesTheNewerStaysAtADeskThatWasAwayInBetween() {
        var one = opened();
        replanCase.reassess(one.caseNumber, Severity.MODERATE, "portal");
        replanCase.reassess(one.caseNumber, Severity.MINIMAL, "portal");
        desk.failNextSeverity(new DeskUnavailable("PATCH /tickets of tenant 1 answered 503", null));
        poll();
        assertThat(desk.severityOf(one.number)).isEqualTo(Severity.CRITICAL);
        clock.pass(Duration.ofMinutes(1));
        poll();
        poll();
        assertThat(desk.severityOf(one.number)).isEqualTo(Severity.MINIMAL);
        assertThat(desk.severitiesToldTo(one.number)).isEqualTo(1);
        assertThat(newsOf(one.caseNumber))
                .filteredOn(news -> news.contains("was told"))
                .hasSize(1);
    }

    @Test
    void aSeverityThatItsDeskRefusesIsSetThereByAPerson() {
        var one = opened();
        replanCase.reassess(one.caseNumber, Severity.MINIMAL, "portal");
        desk.failNextSeverity(HostileDesk.refused("The plan has no other severity; ask the desk."));
        poll();
        poll();
        assertThat(newsOf(one.caseNumber))
                .singleElement()
                .asString()
                .contains("MINIMAL", "by hand", "The plan has no other severity");
        assertThat(ticket(one.reference).watch().isFollowed()).isTrue();
        isTold(HandOffMessages.TICKET_CHANGED, one.reference, 1);
        assertThat(lookUpTicket.show(one.reference).standing().waitReason()).contains("MINIMAL", "by hand");
        replanCase.reassess(one.caseNumber, Severity.MODERATE, "portal");
        poll();
        assertThat(desk.severityOf(one.number)).isEqualTo(Severity.MODERATE);
        assertThat(lookUpTicket.show(one.reference).standing().waitReason()).isEmpty();
    }

    @Test
    void aSeverityThatChangesBeforeTheTicketIsOpenReachesTheDeskOnceItIs() {
        var prepared = prepared();
        replanCase.reassess(prepared.caseNumber, Severity.MINIMAL, "portal");
        poll();
        var opened = openAtDesk.open(prepared.reference, CaseDesk.step("serviceTask_OpenAtDesk"));
        poll();
        assertThat(desk.severityOf(Objects.requireNonNull(opened.number()))).isEqualTo(Severity.MINIMAL);
        assertThat(newsOf(prepared.caseNumber)).singleElement().asString().contains("was told");
    }

    @Test
    void aSeverityThatWaitedForATicketOpenedByHandIsSetThereByAPerson() {
        var prepared = prepared();
        var step = CaseDesk.step("serviceTask_OpenAtDesk");
        desk.stranger(prepared.tenantId, true);
        openAtDesk.open(prepared.reference, step);
        replanCase.reassess(prepared.caseNumber, Severity.MINIMAL, "portal");
        poll();
        assertThat(newsOf(prepared.caseNumber)).isEmpty();
        fileTicket.file(prepared.reference, "V-" + prepared.tenantId, "agent", CaseDesk.step("file"));
        poll();
        poll();
        assertThat(newsOf(prepared.caseNumber)).singleElement().asString().contains("MINIMAL", "by hand");
        isTold(HandOffMessages.TICKET_CHANGED, prepared.reference, 1);
    }

    @Test
    void noDeskIsToldTheSeverityOfATicketThatHasEnded() {
        var one = opened();
        replanCase.reassess(one.caseNumber, Severity.MINIMAL, "portal");
        withdrawCase.withdraw(one.caseNumber, null, "portal");
        poll();
        assertThat(desk.severitiesToldTo(one.number)).isZero();
        assertThat(newsOf(one.caseNumber)).isEmpty();
    }

    @Test
    void aMailedNoteIsTakenOnceAndOnlyWhoFollowsByHandIsTold() {
        var one = opened();
        assertThat(mailed(one.reference, "<1@vendor.example>", "See build 16")).isEqualTo(Taken.NOTED);
        assertThat(mailed(one.reference, "<1@vendor.example>", "See build 16")).isEqualTo(Taken.KNOWN);
        desk.write(one.number, "see BUILD 16!");
        poll();
        assertThat(theirsOf(one.reference)).containsExactly("See build 16");
        isTold(HandOffMessages.TICKET_CHANGED, one.reference, 0);
        var byHand = prepared();
        assertThat(mailed(byHand.reference, "<2@vendor.example>", "See build 16"))
                .isEqualTo(Taken.NOTED);
        isTold(HandOffMessages.TICKET_CHANGED, byHand.reference, 1);
        assertThat(lookUpTicket.show(byHand.reference).lastNote()).isEqualTo("See build 16");
        assertThat(mailed("CW-2026-999999-T1", "<3@vendor.example>", "Hello")).isEqualTo(Taken.NO_TICKET);
    }

    @Test
    void aTicketAtADeskThatOnlyTakesMailIsAPersonsAtOnceAndComesBack() {
        desk.onlyTakesMail(true);
        var one = opened();
        isTold(HandOffMessages.TICKET_CHANGED, one.reference, 1);
        assertThat(ticket(one.reference).watch().isFollowed()).isTrue();
        int calls = desk.calls();
        assertThat(poll().tenantsAsked()).isZero();
        assertThat(desk.calls()).as("calls of a poll").isEqualTo(calls);

        assertThat(mailed(one.reference, "<4@vendor.example>", "Which build?")).isEqualTo(Taken.NOTED);
        isTold(HandOffMessages.TICKET_CHANGED, one.reference, 2);
        assertThat(lookUpTicket.show(one.reference).lastNote()).isEqualTo("Which build?");
        sendAnswer.send(answered(one, "Build 16"));
        assertThat(desk.notesOf(one.number)).hasSize(1);
        followTicket.take(one.reference, FollowTicket.News.SOLVED, "Solved", "agent", CaseDesk.step("e"));
        isTold(HandOffMessages.VENDOR_TICKET_CLOSED, one.reference, 1);
    }

    @Test
    void aQuestionThatComesByMailWhileTheyWaitForUsIsAskedOnce() {
        var one = opened();
        desk.ask(one.number, "Which build?");
        poll();
        assertThat(mailed(one.reference, "<5@vendor.example>", "And which region?"))
                .isEqualTo(Taken.NOTED);
        isTold(HandOffMessages.VENDOR_ASKED, one.reference, 2);
        desk.ask(one.number, "And which region?");
        poll();
        poll();
        isTold(HandOffMessages.VENDOR_ASKED, one.reference, 2);
        isTold(HandOffMessages.TICKET_CHANGED, one.reference, 0);
    }

    @Test
    void anAnswerGivenThereByHandExcusesOneNoteAndNoOther() {
        var one = opened();
        desk.ask(one.number, "Still failing?");
        poll();
        answeredByHand(one, "Yes");
        desk.writeByHand(one.number, "Yes");
        assertThat(poll().notesNew()).isZero();
        assertThat(poll().notesNew()).as("what was excused once").isZero();
        desk.write(one.number, "Yes!");
        assertThat(poll().notesNew()).isEqualTo(1);
        poll();
        assertThat(poll().notesNew()).isZero();
        assertThat(theirsOf(one.reference)).containsExactly("Still failing?", "Yes!");
    }

    @Test
    void theirWordsAnsweredByHandWithTheSameAreKeptOnceAndSaidAgainOnceMore() {
        var one = opened();
        desk.write(one.number, "Done");
        poll();
        answeredByHand(one, "Done");
        desk.writeByHand(one.number, "Done");
        assertThat(poll().notesNew()).isZero();
        desk.write(one.number, "Done");
        assertThat(poll().notesNew()).isEqualTo(1);
        poll();
        assertThat(theirsOf(one.reference)).containsExactly("Done", "Done");
    }

    /** Ids of Exchange and Gmail begin with a letter, as markup does. */
    @Test
    void mailsAreToldApartByTheirIdsAsTheyAre() {
        var one = opened();
        assertThat(mailed(one.reference, "<AM7PR01MB6675.eurprd01.prod.vendor.example>", "Which version?"))
                .isEqualTo(Taken.NOTED);
        assertThat(mailed(one.reference, "<CAHk=wi7+2Tz@mail.vendor.example>", "And since when?"))
                .isEqualTo(Taken.NOTED);
        assertThat(mailed(one.reference, "<AM7PR01MB6675.eurprd01.prod.vendor.example>", "Which version?"))
                .isEqualTo(Taken.KNOWN);
        assertThat(theirsOf(one.reference)).containsExactly("Which version?", "And since when?");
    }

    @Test
    void aMailOfTheDeskIsNeverAnAnswerGivenByHandButAForwardedOneMayBe() {
        var one = opened();
        answeredByHand(one, "Done");
        var forwarded = new MailedNote(
                one.reference, "<6@partner.example>", "agent@partner.example", clock.instant(), true, "Done");
        assertThat(mailedNotes.take(forwarded)).isEqualTo(Taken.KNOWN);
        assertThat(mailed(one.reference, "<7@vendor.example>", "Done")).isEqualTo(Taken.NOTED);
        desk.writeByHand(one.number, "Done");
        desk.write(one.number, "Done");
        assertThat(poll().notesNew()).as("both are known").isZero();
        assertThat(theirsOf(one.reference)).containsExactly("Done");
    }

    @Test
    void onTheRealTablesBothSidesKnowEveryNoteOnce() {
        for (long seed = 0; seed < LIVES; seed++) {
            leaveOthersAlone();
            Interleaving.live(new OnTables(), desk, seed);
        }
        log.info("{} interleavings on MySQL ended with the same notes on both sides", LIVES);
    }

    private record Opened(CaseNumber caseNumber, String reference, String tenantId, String number) {}

    /** Its text is ready; each ticket belongs to a tenant of its own. */
    private Opened prepared() {
        var number = caseDesk.diagnosed(caseDesk.diagnosing(), NextStep.HAND_OFF);
        String reference = openVendorTicket.open(
                number,
                Target.VENDOR,
                Channel.DESK,
                new PreparedTicket(
                        "Mail loops",
                        "All mail loops.",
                        Severity.CRITICAL,
                        true,
                        false,
                        "Mikko Salo",
                        "agent@partner.example",
                        "+358 9 555 0100",
                        "UTC, English",
                        null,
                        Set.of()),
                "agent",
                CaseDesk.step("serviceTask_OpenVendorTicket"));
        String tenantId = UUID.randomUUID().toString();
        database.sql("UPDATE vendor_ticket SET tenant_id = :tenant WHERE id = :id")
                .param("tenant", tenantId)
                .param("id", ticket(reference).id())
                .update();
        return new Opened(number, reference, tenantId, "");
    }

    private Opened opened() {
        var prepared = prepared();
        var opened = openAtDesk.open(prepared.reference, CaseDesk.step("serviceTask_OpenAtDesk"));
        return new Opened(
                prepared.caseNumber, prepared.reference, prepared.tenantId, Objects.requireNonNull(opened.number()));
    }

    private UUID answered(Opened one, String words) {
        return answerVendor
                .take(
                        one.reference,
                        AnswerVendor.Way.SEND,
                        new AnswerVendor.Words(words, null),
                        "agent",
                        CaseDesk.step("serviceTask_RecordVendorAnswer"))
                .orElseThrow();
    }

    private void answeredByHand(Opened one, String words) {
        answerVendor.take(
                one.reference,
                AnswerVendor.Way.ANSWERED,
                new AnswerVendor.Words(words, null),
                "agent",
                CaseDesk.step("serviceTask_RecordVendorAnswer"));
    }

    private Taken mailed(String reference, String id, String text) {
        return mailedNotes.take(new MailedNote(reference, id, "support@vendor.example", clock.instant(), false, text));
    }

    private FollowTickets.Counts poll() {
        return followTickets.pollOnce();
    }

    private VendorTicket ticket(String reference) {
        return tickets.findByHandOffReference(reference).orElseThrow();
    }

    private List<String> theirsOf(String reference) {
        return notes.findAsSaid(ticket(reference).id()).stream()
                .filter(note -> note.origin().filter(Origin.THEM::equals).isPresent())
                .map(VendorTicketNote::text)
                .toList();
    }

    private List<TimelineEntry.Kind> timelineOf(CaseNumber number) {
        return cases.timelineOf(number).orElseThrow().stream()
                .map(TimelineEntry::kind)
                .toList();
    }

    private List<String> newsOf(CaseNumber number) {
        return cases.timelineOf(number).orElseThrow().stream()
                .filter(entry -> entry.kind() == TimelineEntry.Kind.TICKET_NEWS)
                .map(entry -> String.valueOf(entry.text()))
                .toList();
    }

    /** Told already, or on its way: hundreds of messages of other tests may be before it. */
    private void isTold(String message, String reference, int times) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(waiting(message, reference)
                                + engine.told().stream()
                                        .filter(new RecordingEngine.Told(message, reference)::equals)
                                        .count())
                        .isEqualTo(times));
    }

    private long waiting(String message, String reference) {
        return database.sql("SELECT COUNT(*) FROM scheduled_tasks WHERE task_instance LIKE :id")
                .param("id", message + ":" + reference + "%")
                .query(Long.class)
                .single();
    }

    /** Of those at once the losers may fail, and are tried again. */
    private static boolean outcomeOf(Callable<Object> run) throws Exception {
        try {
            return run.call() != null;
        } catch (java.util.concurrent.ExecutionException e) {
            return e.getCause() instanceof DataAccessException;
        }
    }

    /** One ticket of the real tables. */
    private final class OnTables implements Interleaving.Rig {

        @Override
        public String open() {
            var prepared = prepared();
            while (true) {
                try {
                    openAtDesk.open(prepared.reference, CaseDesk.step("serviceTask_OpenAtDesk"));
                    return prepared.reference;
                } catch (DeskUnavailable e) {
                    passSeconds(60);
                }
            }
        }

        @Override
        public String numberOf(String reference) {
            return ticket(reference).vendorNumber().orElseThrow();
        }

        @Override
        public UUID answer(String reference, String words) {
            return answered(new Opened(new CaseNumber(reference.substring(0, 14)), reference, "", ""), words);
        }

        @Override
        public void answeredByHand(String reference, String words) {
            FollowTicketsTests.this.answeredByHand(
                    new Opened(new CaseNumber(reference.substring(0, 14)), reference, "", ""), words);
        }

        @Override
        public void send(UUID order) {
            assertThat(sendAnswer.send(order)).isEmpty();
        }

        @Override
        public void poll() {
            followTickets.pollOnce();
        }

        @Override
        public void restart() {
            // A second instance, which knows nothing of the first.
            try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
                executor.execute(followTickets::pollOnce);
                executor.execute(followTickets::pollOnce);
            }
        }

        @Override
        public void passSeconds(int seconds) {
            clock.pass(Duration.ofSeconds(seconds));
        }

        @Override
        public List<VendorTicketNote> notesOf(String reference) {
            return notes.findByTicketIdOrderById(ticket(reference).id());
        }
    }
}
