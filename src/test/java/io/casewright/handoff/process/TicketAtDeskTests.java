package io.casewright.handoff.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.FindCases;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.NextStep;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.handoff.application.FollowTickets;
import io.casewright.handoff.application.HandOffMessages;
import io.casewright.handoff.domain.VendorTicket;
import io.casewright.handoff.persistence.VendorTickets;
import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.simulator.SimulatedTickets;
import io.casewright.simulator.TicketOddities;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.RecordingEngine;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hand-off through Partner Center, with everything between the workers and its HTTP. */
@CasewrightTest
class TicketAtDeskTests {

    private static final HandOffRoute ROUTE = new HandOffRoute("MICROSOFT", "PARTNER_CENTER");
    private static final String TOPIC = "32444667";

    @Autowired
    CaseDesk desk;

    @Autowired
    DraftHandOffWorker draftHandOff;

    @Autowired
    OpenVendorTicketWorker openVendorTicket;

    @Autowired
    HandOffCheck handOffCheck;

    @Autowired
    OpenAtDeskWorker openAtDesk;

    @Autowired
    LookUpTicketWorker lookUpTicket;

    @Autowired
    RecordVendorAnswerWorker recordVendorAnswer;

    @Autowired
    VendorAnswerCheck vendorAnswerCheck;

    @Autowired
    SendAnswerWorker sendAnswer;

    @Autowired
    CloseAtDeskWorker closeAtDesk;

    @Autowired
    FollowTickets followTickets;

    @Autowired
    VendorTickets tickets;

    @Autowired
    FindCases cases;

    @Autowired
    MicrosoftSimulator microsoft;

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
    void asUsual() {
        there().usual();
    }

    @Test
    void theDeskSaysWhatATicketCanBeAboutAndNoneIsTakenWithoutIt() {
        var number = handedOff();
        var draft = draftHandOff.draftHandOff(
                job("serviceTask_DraftHandOff"), new DraftHandOffWorker.Input(number.value(), "critical", ROUTE));
        assertThat(draft.supportTopics()).contains(new DraftHandOffWorker.Choice("Exchange Online", TOPIC));
        for (String topic : new String[] {null, "4711"}) {
            assertThat(handOffCheck
                            .problemWith(prepared(number, topic, draft.supportTopics()), "agent")
                            .orElseThrow())
                    .contains("What it is about");
        }
    }

    @Test
    void aQuestionAndItsAnswerGoThereAndBackOnceAndTheEndComesOnce() throws Exception {
        var number = handedOff();
        String reference = ready(number);
        var opened = runsTwiceLikeOnce(
                "serviceTask_OpenAtDesk",
                job -> openAtDesk.openAtDesk(job, new OpenAtDeskWorker.Input(reference, "The ticket")));
        assertThat(opened.openedAtDesk()).isTrue();
        assertThat(there().all().stream().filter(ticket -> ticket.reference().equals(reference)))
                .singleElement()
                .satisfies(ticket -> assertThat(ticket.topic()).isEqualTo(TOPIC));
        assertThat(timelineOf(number)).containsOnlyOnce(TimelineEntry.Kind.TICKET_FILED);

        there().odd(TicketOddities.none().withDuplicateNotes().withShuffledNotes());
        there().note(reference, "An engineer looks at it.");
        there().ask(reference, "<p>Which <b>build</b> &amp; region?</p>");
        followTickets.pollOnce();
        isTold(HandOffMessages.VENDOR_ASKED, reference, 1);
        var shown = lookUpTicket.lookUpTicket(job("e"), new LookUpTicketWorker.Input(reference));
        assertThat(shown.statusThere()).isEqualTo("waits for us");
        assertThat(shown.lastNote()).isEqualTo("Which build & region?");
        assertThat(shown.personFollows()).isFalse();

        var recorded = runsTwiceLikeOnce(
                "serviceTask_RecordVendorAnswer",
                job -> recordVendorAnswer.recordVendorAnswer(
                        job, new RecordVendorAnswerWorker.Input(reference, "send", "Build 16, West Europe", null)));
        var sent = runsTwiceLikeOnce(
                "serviceTask_SendAnswer",
                job -> sendAnswer.sendAnswer(
                        job,
                        new SendAnswerWorker.Input(
                                recorded.answerOrder(), recorded.answerWay(), recorded.answerText())));
        assertThat(sent.answerSent()).isTrue();
        assertThat(there().get(reference).notes()).hasSize(3);

        there().close(reference, "Fixed in build 17.");
        followTickets.pollOnce();
        there().reopen(reference, "");
        followTickets.pollOnce();
        there().close(reference, "");
        followTickets.pollOnce();
        isTold(HandOffMessages.VENDOR_ASKED, reference, 1);
        isTold(HandOffMessages.VENDOR_TICKET_CLOSED, reference, 1);
        assertThat(ticket(reference).state()).isEqualTo(VendorTicket.State.CLOSED);
        assertThat(newsOf(number))
                .filteredOn(news -> news.contains("Build 16"))
                .as("our own words as news")
                .isEmpty();
        assertThat(newsOf(number))
                .filteredOn(news -> news.contains("engineer looks"))
                .hasSize(1);
    }

    @Test
    void theTicketOfACaseThatEndedIsClosedThereOnce() throws Exception {
        String reference = ready(handedOff());
        openAtDesk.openAtDesk(job("serviceTask_OpenAtDesk"), new OpenAtDeskWorker.Input(reference, "The ticket"));
        var closed = runsTwiceLikeOnce(
                "serviceTask_CloseAtDesk", job -> closeAtDesk.closeAtDesk(job, new CloseAtDeskWorker.Input(reference)));
        assertThat(closed.closedAtDesk()).isTrue();
        assertThat(there().get(reference).status()).isEqualTo(SimulatedTickets.Status.CLOSED);
    }

    @Test
    void aTicketOpenedByHandIsNotClosedByADesk() {
        String reference = ready(handedOff());
        var closed = closeAtDesk.closeAtDesk(job("serviceTask_CloseAtDesk"), new CloseAtDeskWorker.Input(reference));
        assertThat(closed.closedAtDesk()).isFalse();
        assertThat(vendorAnswerCheck
                        .problemWith(new RecordVendorAnswerWorker.Input(reference, "send", "Build 16", null), "agent")
                        .orElseThrow())
                .contains("opened by hand");
        var nothing = sendAnswer.sendAnswer(job("e"), new SendAnswerWorker.Input(null, null, null));
        assertThat(nothing.answerSent()).as("nothing is to be sent").isTrue();
    }

    private SimulatedTickets there() {
        return microsoft.serviceRequests().tickets();
    }

    private CaseNumber handedOff() {
        return desk.diagnosed(desk.diagnosing(), NextStep.HAND_OFF);
    }

    private String ready(CaseNumber number) {
        var topics = List.of(new DraftHandOffWorker.Choice("Exchange Online", TOPIC));
        var output = openVendorTicket.openVendorTicket(job("e"), prepared(number, TOPIC, topics));
        return output.ticketReference();
    }

    private static OpenVendorTicketWorker.Input prepared(
            CaseNumber number, String topic, List<DraftHandOffWorker.Choice> topics) {
        return new OpenVendorTicketWorker.Input(
                number.value(),
                ROUTE,
                "Mail loops",
                "The text",
                "critical",
                "yes",
                "no",
                "Mikko Salo",
                "agent@partner.example",
                "+358 9 555 0100",
                "Europe/Helsinki, English",
                topic,
                topics);
    }

    private VendorTicket ticket(String reference) {
        return tickets.findByHandOffReference(reference).orElseThrow();
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

    private void isTold(String message, String reference, int times) {
        await().untilAsserted(() -> assertThat(
                        database.sql("SELECT COUNT(*) FROM scheduled_tasks WHERE task_instance LIKE :id")
                                .param("id", message + ":" + reference + "%")
                                .query(Long.class)
                                .single())
                .isZero());
        assertThat(engine.told().stream().filter(new RecordingEngine.Told(message, reference)::equals))
                .hasSize(times);
    }

    private static ActivatedJob job(String elementId) {
        return CaseDesk.jobOf(CaseDesk.step(elementId));
    }

    /** Three runs at once and two afterwards: of those at once the losers may fail and are tried again. */
    private static <T> T runsTwiceLikeOnce(String elementId, Function<ActivatedJob, T> worker) throws Exception {
        var step = CaseDesk.step(elementId);
        Callable<T> run = () -> worker.apply(CaseDesk.jobOf(step));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = executor.invokeAll(List.of(run, run, run));
            T afterwards = run.call();
            assertThat(run.call()).isEqualTo(afterwards);
            for (var each : runs) {
                try {
                    assertThat(each.get()).isEqualTo(afterwards);
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(DataAccessException.class);
                }
            }
            return afterwards;
        }
    }
}
