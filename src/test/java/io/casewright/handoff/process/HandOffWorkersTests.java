package io.casewright.handoff.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.AskCustomer;
import io.casewright.casefile.application.FindCases;
import io.casewright.casefile.application.Overtaken;
import io.casewright.casefile.application.ReceiveMessage;
import io.casewright.casefile.application.WithdrawCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.NextStep;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.handoff.application.HandOffMessages;
import io.casewright.handoff.domain.VendorTicket;
import io.casewright.handoff.domain.VendorTicketNote;
import io.casewright.handoff.persistence.VendorTicketNotes;
import io.casewright.handoff.persistence.VendorTickets;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.RecordingEngine;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@CasewrightTest
class HandOffWorkersTests {

    private static final HandOffRoute ROUTE = new HandOffRoute("MICROSOFT", "AZURE_SUPPORT");

    @Autowired
    CaseDesk desk;

    @Autowired
    FindCases cases;

    @Autowired
    WithdrawCase withdrawCase;

    @Autowired
    DraftHandOffWorker draftHandOff;

    @Autowired
    OpenVendorTicketWorker openVendorTicket;

    @Autowired
    HandOffCheck handOffCheck;

    @Autowired
    FilingCheck filingCheck;

    @Autowired
    NewsCheck newsCheck;

    @Autowired
    VendorAnswerCheck vendorAnswerCheck;

    @Autowired
    ClosingCheck closingCheck;

    @Autowired
    LookUpTicketWorker lookUpTicket;

    @Autowired
    ShowNewsWorker showNews;

    @Autowired
    RecordFilingWorker recordFiling;

    @Autowired
    RecordNewsWorker recordNews;

    @Autowired
    RecordVendorAnswerWorker recordVendorAnswer;

    @Autowired
    AskCustomerForVendorWorker askCustomerForVendor;

    @Autowired
    AskCustomer askCustomer;

    @Autowired
    ReceiveMessage receiveMessage;

    @Autowired
    RecordClosingWorker recordClosing;

    @Autowired
    VendorTickets tickets;

    @Autowired
    VendorTicketNotes notes;

    @Autowired
    RecordingEngine engine;

    @Autowired
    JdbcClient database;

    @Test
    void theDraftCarriesWhatTheCaseKnowsAndLeadsToTheCustomersTenant() {
        var number = handedOff();
        var draft = draftHandOff.draftHandOff(
                job("serviceTask_DraftHandOff"), new DraftHandOffWorker.Input(number.value(), "critical", ROUTE));
        String tenant = database.sql("SELECT tenant_id FROM customer WHERE domain = 'contoso.example'")
                .query(String.class)
                .single();
        assertThat(draft.ticketTitle()).startsWith("Contoso: ").hasSizeLessThanOrEqualTo(200);
        assertThat(draft.ticketText())
                .contains(tenant, "contoso.example", number.value(), "SERVICE_UNAVAILABLE", "Severity: critical")
                .contains("The transport rule loops", "as Exchange Administrator): Read the message trace")
                .hasSizeLessThanOrEqualTo(6000);
        assertThat(draft.ticketLink()).contains(tenant).doesNotContain("{");
        assertThat(draft.vendorSeverity()).isEqualTo("critical");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -,     Text, critical, yes, no, agent@partner.example,  Title
            Title, -,    critical, yes, no, agent@partner.example,  Text of the ticket
            Title, Text, awful,    yes, no, agent@partner.example,  Severity
            Title, Text, critical, -,   no, agent@partner.example,  Reachable round the clock
            Title, Text, critical, yes, -,  agent@partner.example,  Consent to diagnostics
            Title, Text, critical, yes, no, -,                      E-mail address of our contact
            Title, Text, critical, yes, no, nonsense,               must be an e-mail address
            Title, Text, critical, yes, no, it@contoso.example,     this is the customer's
            Title, Text, critical, yes, no, Boss@Contoso.example,   this is the customer's
            """)
    void aTicketThatIsNotCompleteIsRefusedAndNothingIsKept(
            String title, String text, String severity, String clock, String consent, String email, String reason) {
        var number = handedOff();
        var answers = new OpenVendorTicketWorker.Input(
                number.value(), ROUTE, title, text, severity, clock, consent, "A", email, "1", "UTC", null, null);
        assertThat(handOffCheck.problemWith(answers, "agent").orElseThrow()).contains(reason);
        isOvertaken(() -> openVendorTicket.openVendorTicket(job("e"), answers), reason);
        assertThat(tickets.findByHandOffCaseNumberOrderById(number.value())).isEmpty();
    }

    @Test
    void openedTwiceItIsOneTicketThatStartsOnce() throws Exception {
        var number = handedOff();
        var output = runsTwiceLikeOnce(
                "serviceTask_OpenVendorTicket", job -> openVendorTicket.openVendorTicket(job, complete(number)));
        assertThat(output.ticketReference()).isEqualTo(number.value() + "-T1");
        assertThat(output.partnerContactEmail())
                .as("kept by the hand-off alone")
                .isNull();
        assertThat(tickets.findByHandOffCaseNumberOrderById(number.value())).hasSize(1);
        assertThat(timelineOf(number)).containsOnlyOnce(TimelineEntry.Kind.HANDED_OFF);
        isTold(HandOffMessages.TICKET_PREPARED, output.ticketReference(), 1);
    }

    @Test
    void aCaseThatEndedMeanwhileIsNotHandedOff() {
        var number = handedOff();
        withdrawCase.withdraw(number, null, "portal");
        isOvertaken(() -> openVendorTicket.openVendorTicket(job("e"), complete(number)), "WITHDRAWN");
    }

    @Test
    void theSecondHandOffOfACaseHasATicketOfItsOwn() {
        var number = handedOff();
        opened(number);
        assertThat(opened(number)).isEqualTo(number.value() + "-T2");
    }

    @Test
    void theFormsShowTheTicketAndItsCase() {
        var number = handedOff();
        String reference = opened(number);
        var shown = lookUpTicket.lookUpTicket(job("e"), new LookUpTicketWorker.Input(reference));
        assertThat(shown.customerName()).isEqualTo("Contoso");
        assertThat(shown.target()).isEqualTo("MICROSOFT");
        assertThat(shown.ticketText())
                .contains("The text", "Severity: critical", "Reachable round the clock: yes")
                .contains("Consent to diagnostics: no", "agent@partner.example");
        assertThat(shown.caseLink()).endsWith("/cases/" + number);
        assertThat(shown.vendorNumber()).isNull();
    }

    @Test
    void newsMoveTheTaskUpAndAreShown() {
        String reference = opened(handedOff());
        var job = job("serviceTask_ShowNews");
        var shown = showNews.showNews(job, new ShowNewsWorker.Input(reference));
        assertThat(showNews.showNews(job, new ShowNewsWorker.Input(reference))).isEqualTo(shown);
        assertThat(shown.ticketClosed()).isFalse();
        assertThat(engine.hurried()).containsKey(job.getProcessInstanceKey());
    }

    @Test
    void filedTwiceItIsFiledOnce() throws Exception {
        var number = handedOff();
        String reference = opened(number);
        String there = aNumber();
        runsTwiceLikeOnce("serviceTask_RecordFiling", job -> {
            recordFiling.recordFiling(job, new RecordFilingWorker.Input(reference, there));
            return true;
        });
        assertThat(ticket(reference).state()).isEqualTo(VendorTicket.State.OPEN);
        assertThat(notesOf(reference)).containsExactly(VendorTicketNote.Kind.FILED);
        assertThat(timelineOf(number)).containsOnlyOnce(TimelineEntry.Kind.TICKET_FILED);
    }

    @Test
    void aNumberBelongsToOneTicketPerTarget() {
        String there = aNumber();
        String first = filed(opened(handedOff()), there);
        String second = opened(handedOff());
        var answers = new RecordFilingWorker.Input(second, there);
        assertThat(filingCheck.problemWith(answers, "agent").orElseThrow()).contains(first);
        isOvertaken(() -> recordFiling.recordFiling(job("e"), answers), first);
        assertThat(ticket(second).vendorNumber()).isEmpty();
        assertThatThrownBy(() -> database.sql("UPDATE vendor_ticket SET vendor_number = :there WHERE id = "
                                + ticket(second).id())
                        .param("there", there)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aMissingNumberIsRefused() {
        var answers = new RecordFilingWorker.Input(opened(handedOff()), " ");
        assertThat(filingCheck.problemWith(answers, "agent").orElseThrow()).contains("required");
    }

    @Test
    void aNoteChangesNothingButIsKept() {
        String reference = filed(opened(handedOff()), aNumber());
        var output = news(reference, "note", "An engineer looks at it");
        assertThat(output.ticketClosed()).isFalse();
        assertThat(output.newsText()).as("ready for the next news").isNull();
        assertThat(notesOf(reference)).containsExactly(VendorTicketNote.Kind.FILED, VendorTicketNote.Kind.NOTE);
    }

    @Test
    void aQuestionReachesTheHandOffOnce() throws Exception {
        String reference = filed(opened(handedOff()), aNumber());
        runsTwiceLikeOnce(
                "serviceTask_RecordNews",
                job -> recordNews.recordNews(job, new RecordNewsWorker.Input(reference, "question", "Which build?")));
        isTold(HandOffMessages.VENDOR_ASKED, reference, 1);
        assertThat(ticket(reference).state()).isEqualTo(VendorTicket.State.OPEN);
    }

    @ParameterizedTest
    @CsvSource({"solved", "not-solved"})
    void aTicketClosedThereIsClosedHereAndReachesTheHandOffOnce(String how) throws Exception {
        var number = handedOff();
        String reference = filed(opened(number), aNumber());
        var output = runsTwiceLikeOnce(
                "serviceTask_RecordNews",
                job -> recordNews.recordNews(job, new RecordNewsWorker.Input(reference, how, "See build 16")));
        assertThat(output.ticketClosed()).isTrue();
        assertThat(ticket(reference).state()).isEqualTo(VendorTicket.State.CLOSED);
        assertThat(timelineOf(number)).containsOnlyOnce(TimelineEntry.Kind.TICKET_CLOSED);
        isTold(HandOffMessages.VENDOR_TICKET_CLOSED, reference, 1);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, Words, What is new", "loud, Words, What is new", "note, -, What the vendor says"})
    void newsThatIsNotCompleteIsRefused(String kind, String words, String reason) {
        String reference = filed(opened(handedOff()), aNumber());
        assertThat(newsCheck
                        .problemWith(new RecordNewsWorker.Input(reference, kind, words), "agent")
                        .orElseThrow())
                .contains(reason);
        isOvertaken(() -> news(reference, kind, words), reason);
        assertThat(notesOf(reference)).containsExactly(VendorTicketNote.Kind.FILED);
    }

    @Test
    void anAnswerIsKeptOnce() throws Exception {
        String reference = filed(opened(handedOff()), aNumber());
        var output = runsTwiceLikeOnce(
                "serviceTask_RecordVendorAnswer",
                job -> recordVendorAnswer.recordVendorAnswer(
                        job, new RecordVendorAnswerWorker.Input(reference, "answered", "Build 16", null)));
        assertThat(output.customerNeeded()).isFalse();
        assertThat(notesOf(reference)).containsExactly(VendorTicketNote.Kind.FILED, VendorTicketNote.Kind.ANSWER);
    }

    @Test
    void whatOnlyTheCustomerKnowsIsAskedOnceByMailAndTheCaseWaits() throws Exception {
        var number = handedOff();
        String reference = filed(opened(number), aNumber());
        var output = recordVendorAnswer.recordVendorAnswer(job("e"), asking(reference, "Which build do you use?"));
        assertThat(output.customerNeeded()).isTrue();
        assertThat(output.answerText()).isNull();
        runsTwiceLikeOnce("serviceTask_AskCustomer", job -> ask(reference, "Which build do you use?", job));
        assertThat(timelineOf(number)).containsOnlyOnce(TimelineEntry.Kind.ASKED);
        assertThat(lettersWith(number, "Which build do you use?")).isEqualTo(1);
        assertThat(statusOf(number)).isEqualTo(CaseStatus.WAITING_FOR_CUSTOMER);
        assertThat(notesOf(reference))
                .containsExactly(VendorTicketNote.Kind.FILED, VendorTicketNote.Kind.CUSTOMER_ASKED);
    }

    @Test
    void theReplyLetsTheCaseGoOnWhereItWasHandedOff() {
        var number = handedOff();
        String reference = filed(opened(number), aNumber());
        ask(reference, "Which build?", job("serviceTask_AskCustomer"));
        receiveMessage.receive(number, "Build 16", "portal", "key-" + number);
        askCustomer.takeReply(number, CaseDesk.step("serviceTask_RecordReply"));
        assertThat(statusOf(number)).isEqualTo(CaseStatus.HANDED_OFF);
        assertThat(timelineOf(number)).containsOnlyOnce(TimelineEntry.Kind.REPLIED);
    }

    @Test
    void silenceClosesTheCaseAndItsTicket() {
        var number = handedOff();
        String reference = filed(opened(number), aNumber());
        ask(reference, "Which build?", job("serviceTask_AskCustomer"));
        assertThat(askCustomer
                        .closeUnanswered(number, CaseDesk.step("serviceTask_CloseUnanswered"))
                        .closed())
                .isTrue();
        assertThat(statusOf(number)).isEqualTo(CaseStatus.CLOSED);
        assertThat(ticket(reference).state()).isEqualTo(VendorTicket.State.CANCELLED);
        isTold(HandOffMessages.TICKET_CANCELLED, reference, 1);
    }

    @Test
    void whoWroteInTimeIsNotSilentAndTheHandOffGoesOn() {
        var number = handedOff();
        String reference = filed(opened(number), aNumber());
        ask(reference, "Which build?", job("serviceTask_AskCustomer"));
        receiveMessage.receive(number, "Build 16", "portal", "key-" + number);
        assertThat(askCustomer.closeUnanswered(number, CaseDesk.step("serviceTask_CloseUnanswered")))
                .isEqualTo(new AskCustomer.Silence(false, "Build 16"));
        askCustomer.takeReply(number, CaseDesk.step("serviceTask_RecordReply"));
        assertThat(statusOf(number)).isEqualTo(CaseStatus.HANDED_OFF);
        assertThat(ticket(reference).state()).isEqualTo(VendorTicket.State.OPEN);
    }

    @Test
    void aTicketThatClosesTakesBackWhatTheCustomerWasAsked() {
        var number = handedOff();
        String reference = filed(opened(number), aNumber());
        ask(reference, "Which build?", job("serviceTask_AskCustomer"));
        news(reference, "solved", "See build 16");
        assertThat(statusOf(number)).isEqualTo(CaseStatus.HANDED_OFF);
        ask(reference, "Which build?", job("serviceTask_AskCustomer"));
        assertThat(lettersWith(number, "Which build?"))
                .as("a question that is late")
                .isEqualTo(1);
        assertThat(statusOf(number)).isEqualTo(CaseStatus.HANDED_OFF);
    }

    @Test
    void aReplyThatIsOnItsWayWhenTheTicketClosesIsReadByAPerson() {
        var number = handedOff();
        String reference = filed(opened(number), aNumber());
        ask(reference, "Which build?", job("serviceTask_AskCustomer"));
        receiveMessage.receive(number, "Build 16", "portal", "key-" + number);
        news(reference, "solved", "See build 16");
        assertThat(statusOf(number)).isEqualTo(CaseStatus.HANDED_OFF);
        assertThat(database.sql("SELECT COUNT(*) FROM message_reading r JOIN message m ON m.id = r.message_id"
                                + " WHERE m.case_number = :number AND r.read_at IS NULL")
                        .param("number", number.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, Words, Words, How does it go on",
                "answered, -, Words, Your words for the vendor",
                "ask-customer, Words, -, Your question to the customer"
            })
    void anAnswerThatIsNotCompleteIsRefused(String way, String answer, String question, String reason) {
        String reference = filed(opened(handedOff()), aNumber());
        var answers = new RecordVendorAnswerWorker.Input(reference, way, answer, question);
        assertThat(vendorAnswerCheck.problemWith(answers, "agent").orElseThrow())
                .contains(reason);
        isOvertaken(() -> recordVendorAnswer.recordVendorAnswer(job("e"), answers), reason);
    }

    @Test
    void aWithdrawnCaseTakesItsOpenTicketsAlongAndLeavesClosedOnesAlone() throws Exception {
        var number = handedOff();
        String closed = filed(opened(number), aNumber());
        news(closed, "not-solved", "By design");
        String open = filed(opened(number), aNumber());
        withdrawCase.withdraw(number, null, "portal");
        withdrawCase.withdraw(number, null, "portal");
        isTold(HandOffMessages.TICKET_CANCELLED, open, 1);
        isTold(HandOffMessages.TICKET_CANCELLED, closed, 0);
        assertThat(ticket(open).state()).isEqualTo(VendorTicket.State.CANCELLED);
        assertThat(ticket(closed).state()).isEqualTo(VendorTicket.State.CLOSED);
        runsTwiceLikeOnce("serviceTask_RecordClosing", job -> {
            recordClosing.recordClosing(job, new RecordClosingWorker.Input(open, "was-closed"));
            return true;
        });
        assertThat(notesOf(open)).containsExactly(VendorTicketNote.Kind.FILED, VendorTicketNote.Kind.WITHDRAWN);
    }

    @Test
    void aTicketOfACaseThatEndedIsNotClosedUntilItIsClosedThere() {
        var number = handedOff();
        String reference = filed(opened(number), aNumber());
        withdrawCase.withdraw(number, null, "portal");
        var shown = lookUpTicket.lookUpTicket(job("serviceTask_LookUpChange"), new LookUpTicketWorker.Input(reference));
        assertThat(shown.ticketClosed()).isFalse();
        var job = job("serviceTask_ShowNews");
        assertThat(showNews.showNews(job, new ShowNewsWorker.Input(reference)).ticketClosed())
                .isFalse();
        assertThat(engine.hurried()).doesNotContainKey(job.getProcessInstanceKey());
        assertThat(news(reference, "solved", "See build 16").ticketClosed()).isFalse();
        assertThat(ticket(reference).state()).isEqualTo(VendorTicket.State.CANCELLED);
        isTold(HandOffMessages.VENDOR_TICKET_CLOSED, reference, 0);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-", "perhaps"})
    void aClosingNobodyCanBeSureOfIsRefusedAndNotKept(String closedThere) {
        var number = handedOff();
        String reference = filed(opened(number), aNumber());
        withdrawCase.withdraw(number, null, "portal");
        var answers = new RecordClosingWorker.Input(reference, closedThere);
        assertThat(closingCheck.problemWith(answers, "agent").orElseThrow()).contains("Is it closed there");
        isOvertaken(() -> recordClosing.recordClosing(job("e"), answers), "Is it closed there");
        assertThat(notesOf(reference)).containsExactly(VendorTicketNote.Kind.FILED);
    }

    @Test
    void aNumberThatComesAfterTheWithdrawalIsKept() {
        var number = handedOff();
        String reference = opened(number);
        withdrawCase.withdraw(number, null, "portal");
        filed(reference, aNumber());
        assertThat(ticket(reference).state()).isEqualTo(VendorTicket.State.CANCELLED);
        assertThat(ticket(reference).vendorNumber()).isPresent();
    }

    private static void isOvertaken(ThrowingCallable step, String reason) {
        assertThatThrownBy(step).isInstanceOf(Overtaken.class).hasMessageContaining(reason);
    }

    private CaseNumber handedOff() {
        return desk.diagnosed(desk.diagnosing(), NextStep.HAND_OFF);
    }

    private String opened(CaseNumber number) {
        var output = openVendorTicket.openVendorTicket(job("serviceTask_OpenVendorTicket"), complete(number));
        return output.ticketReference();
    }

    private String filed(String reference, String number) {
        recordFiling.recordFiling(job("e"), new RecordFilingWorker.Input(reference, number));
        return reference;
    }

    private static RecordVendorAnswerWorker.Input asking(String reference, String question) {
        return new RecordVendorAnswerWorker.Input(reference, "ask-customer", null, question);
    }

    private AskCustomerForVendorWorker.Output ask(String reference, String question, ActivatedJob job) {
        return askCustomerForVendor.askCustomer(job, new AskCustomerForVendorWorker.Input(reference, question));
    }

    private CaseStatus statusOf(CaseNumber number) {
        return cases.byNumber(number).orElseThrow().status();
    }

    private RecordNewsWorker.Output news(String reference, String kind, String words) {
        return recordNews.recordNews(job("e"), new RecordNewsWorker.Input(reference, kind, words));
    }

    private static OpenVendorTicketWorker.Input complete(CaseNumber number) {
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
                null,
                null);
    }

    private static String aNumber() {
        return UUID.randomUUID().toString();
    }

    private VendorTicket ticket(String reference) {
        return tickets.findByHandOffReference(reference).orElseThrow();
    }

    private List<VendorTicketNote.Kind> notesOf(String reference) {
        return notes.findByTicketIdOrderById(ticket(reference).id()).stream()
                .map(VendorTicketNote::kind)
                .toList();
    }

    /** By the time a later message was taken, everything that was to be told before has been told. */
    private void isTold(String message, String reference, int times) {
        await().untilAsserted(() -> assertThat(waiting(message, reference)).isZero());
        assertThat(engine.told().stream().filter(new RecordingEngine.Told(message, reference)::equals))
                .hasSize(times);
    }

    private long waiting(String message, String reference) {
        return database.sql("SELECT COUNT(*) FROM scheduled_tasks WHERE task_instance LIKE :id")
                .param("id", message + ":" + reference + "%")
                .query(Long.class)
                .single();
    }

    private long lettersWith(CaseNumber number, String words) {
        return database.sql("SELECT COUNT(*) FROM message WHERE case_number = :number AND body LIKE :words")
                .param("number", number.value())
                .param("words", "%" + words + "%")
                .query(Long.class)
                .single();
    }

    private List<TimelineEntry.Kind> timelineOf(CaseNumber number) {
        return cases.timelineOf(number).orElseThrow().stream()
                .map(TimelineEntry::kind)
                .toList();
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
