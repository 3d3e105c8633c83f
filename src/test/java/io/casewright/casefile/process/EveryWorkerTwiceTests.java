package io.casewright.casefile.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.ReceiveMessage;
import io.casewright.casefile.application.WithdrawCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.NextStep;
import io.casewright.casefile.domain.Step;
import io.casewright.knownissue.application.LinkKnownIssue;
import io.casewright.knownissue.process.CheckKnownIssueWorker;
import io.casewright.knownissue.process.LinkKnownIssueWorker;
import io.casewright.knownissue.process.RecordWatchWorker;
import io.casewright.knownissue.process.TellIssueOverWorker;
import io.casewright.knownissue.process.UnlinkKnownIssueWorker;
import io.casewright.message.CaseMessage;
import io.casewright.message.MessageKind;
import io.casewright.message.Messages;
import io.casewright.platform.engine.FormChoice;
import io.casewright.promise.process.RecordBreachWorker;
import io.casewright.promise.process.ShowBreachWorker;
import io.casewright.satisfaction.process.RecordCallBackWorker;
import io.casewright.simulator.InvoiceSimulator;
import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.simulator.SubscriptionSimulator;
import io.casewright.solution.process.FindSimilarCasesWorker;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.LateCases;
import io.casewright.testkit.RecordingEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The engine may hand out a job again, after the first worker committed or while it still runs. For every worker of the
 * module: a second run gives the same answer and leaves every row and every message as they were, and three at once come
 * to the same as one.
 */
@CasewrightTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryWorkerTwiceTests {

    private static final String CONTOSO = "0b7c2f3e-5a41-4d0e-9c55-1f6a3d2b8e01";

    private static final String ISSUE = "EX900001";

    @Autowired
    ApplicationContext context;

    @Autowired
    CaseDesk desk;

    @Autowired
    LateCases late;

    @Autowired
    CaseWitness witness;

    @Autowired
    RecordingEngine engine;

    @Autowired
    ReceiveMessage receiveMessage;

    @Autowired
    Messages messages;

    @Autowired
    MicrosoftSimulator microsoft;

    @Autowired
    JdbcClient database;

    /** Names at Microsoft are taken once, and other tests have cases of the same number. */
    @AfterEach
    void takeRequestsAway() {
        microsoft.relationships().of(CONTOSO).stream()
                .filter(each -> each.displayName().startsWith("CW-"))
                .forEach(each -> microsoft.relationships().remove(each.id()));
    }

    /** A worker, the case it is run against, and how it is run; who does the task is known before. */
    record Proof(Class<?> worker, Supplier<CaseNumber> prepared, Run run) {

        Step step() {
            return CaseDesk.step("serviceTask_" + worker.getSimpleName().replaceAll("Worker$", ""));
        }

        @Override
        public String toString() {
            return worker.getSimpleName();
        }
    }

    @FunctionalInterface
    interface Run {
        Object on(ActivatedJob job, String caseNumber);
    }

    @FunctionalInterface
    interface Call<W> {
        Object of(W worker, ActivatedJob job, String caseNumber);
    }

    @FunctionalInterface
    interface SilentCall<W> {
        void of(W worker, ActivatedJob job, String caseNumber);
    }

    @ParameterizedTest
    @MethodSource("proofs")
    void aSecondRunChangesNothing(Proof proof) {
        var number = proof.prepared.get();
        var step = proof.step();
        var answer = proof.run.on(CaseDesk.jobOf(step), number.value());
        var kept = witness.everythingAbout(number);
        assertThat(proof.run.on(CaseDesk.jobOf(step), number.value())).isEqualTo(answer);
        assertThat(witness.everythingAbout(number)).isEqualTo(kept);
    }

    @ParameterizedTest
    @MethodSource("proofs")
    void threeRunsAtOnceComeToTheSameAsOne(Proof proof) throws Exception {
        var once = proof.prepared.get();
        proof.run.on(CaseDesk.jobOf(proof.step()), once.value());

        var number = proof.prepared.get();
        var step = proof.step();
        Callable<Object> run = () -> proof.run.on(CaseDesk.jobOf(step), number.value());
        var answers = new ArrayList<Object>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : executor.invokeAll(List.of(run, run, run))) {
                try {
                    answers.add(each.get());
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(DataAccessException.class);
                }
            }
        }
        // The engine tries the losers again.
        assertThat(answers).allMatch(run.call()::equals);
        assertThat(courseOf(number)).isEqualTo(courseOf(once));
    }

    /** The workers of a case's own processes; those of its tickets and major cases have tests of their own. */
    private static final Set<String> OF_A_CASE = Set.of(
            "io.casewright.casefile.process",
            "io.casewright.knownissue.process",
            "io.casewright.promise.process",
            "io.casewright.satisfaction.process",
            "io.casewright.solution.process");

    @Test
    void noWorkerIsLeftOut() {
        assertThat(proofs().map(Proof::worker))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(context.getBeanDefinitionNames())
                        .map(context::getType)
                        .filter(type -> type != null && OF_A_CASE.contains(type.getPackageName()))
                        .filter(type -> Arrays.stream(type.getMethods())
                                .anyMatch(method -> method.isAnnotationPresent(JobWorker.class)))
                        .<Class<?>>map(type -> type)
                        .toList());
    }

    /** Status, timeline, post and messages without what differs between any two cases. */
    private String courseOf(CaseNumber number) {
        return witness.statusOf(number)
                + witness.happeningsOf(number).toString()
                + witness.lettersOf(number).stream()
                        .map(letter -> letter.kind())
                        .toList()
                + witness.toldAbout(number).stream().sorted().toList();
    }

    /** Microsoft is asked at each run, and a minute may end between two. */
    private static String withoutAge(CheckKnownIssueWorker.Output answer) {
        return answer.toString().replaceAll("as read [-:T\\d]+Z", "as read");
    }

    private CaseNumber ratedLow() {
        var number = desk.closed();
        database.sql("UPDATE survey SET rating = 1, answered_at = planned_at, needs_call = TRUE WHERE case_number = ?")
                .param(number.value())
                .update();
        return number;
    }

    Stream<Proof> proofs() {
        return Stream.of(
                proof(
                        RecordCallBackWorker.class,
                        this::ratedLow,
                        (worker, job, number) -> worker.recordCallBack(
                                job, new RecordCallBackWorker.Input(number, "Called, and said sorry."))),
                silent(
                        AcknowledgeRequestWorker.class,
                        desk::diagnosing,
                        (worker, job, number) -> worker.acknowledgeRequest(
                                job,
                                new AcknowledgeRequestWorker.Input(
                                        number, new SelfServiceSuggestion("Reset", "https://help.example")))),
                proof(
                        AskCustomerWorker.class,
                        () -> desk.diagnosed(desk.diagnosing(), NextStep.ASK),
                        (worker, job, number) ->
                                worker.askCustomer(job, new AskCustomerWorker.Input(number, "Which users?"))),
                proof(
                        CheckAccessRequestWorker.class,
                        desk::diagnosing,
                        (worker, job, number) -> worker.checkAccessRequest(
                                job, new CheckAccessRequestWorker.Input(number, "no-such-relationship"))),
                proof(
                        CheckDelegatedAccessWorker.class,
                        desk::diagnosing,
                        (worker, job, number) -> worker.checkDelegatedAccess(
                                        job, new CheckDelegatedAccessWorker.Input(number))
                                .accessSummary()),
                proof(
                        CheckKnownIssueWorker.class,
                        this::linked,
                        (worker, job, number) -> withoutAge(
                                worker.checkKnownIssue(job, new CheckKnownIssueWorker.Input(number, ISSUE, null)))),
                proof(
                        CheckServiceHealthWorker.class,
                        desk::resolving,
                        (worker, job, number) ->
                                worker.checkServiceHealth(job, new CheckServiceHealthWorker.Input(number))),
                proof(
                        CloseUnansweredWorker.class,
                        desk::waitingForCustomer,
                        (worker, job, number) -> worker.closeUnanswered(job, new CloseUnansweredWorker.Input(number))),
                proof(
                        CollectEvidenceWorker.class,
                        this::handedOff,
                        (worker, job, number) -> worker.collectEvidence(job, new CollectEvidenceWorker.Input(number))),
                proof(
                        FindSimilarCasesWorker.class,
                        desk::diagnosing,
                        // What is similar may change with every other case; here it only must not change this one.
                        (worker, job, number) -> worker.findSimilarCases(job, new FindSimilarCasesWorker.Input(number))
                                        .similarCases()
                                != null),
                silent(
                        JoinOpenCaseWorker.class,
                        desk::registered,
                        (worker, job, number) ->
                                worker.joinOpenCase(job, new JoinOpenCaseWorker.Input(number, open()))),
                silent(
                        LinkKnownIssueWorker.class,
                        this::waitingForAnIssue,
                        (worker, job, number) -> worker.linkKnownIssue(job, new LinkKnownIssueWorker.Input(number))),
                proof(
                        LogCallWorker.class,
                        desk::received,
                        (worker, job, number) -> worker.logCall(
                                job,
                                new LogCallWorker.Input(
                                        "contoso.example",
                                        "Ida Toivonen",
                                        "it@contoso.example",
                                        null,
                                        "Called about " + number,
                                        "Two lines",
                                        null,
                                        "minimal",
                                        "4"))),
                proof(
                        LookUpInvoicesWorker.class,
                        desk::resolving,
                        (worker, job, number) -> worker.lookUpInvoices(job, new LookUpInvoicesWorker.Input("2 lines"))),
                proof(
                        LookUpSubscriptionsWorker.class,
                        desk::resolving,
                        (worker, job, number) -> worker.lookUpSubscriptions(
                                        job, new LookUpSubscriptionsWorker.Input(number))
                                .subscriptionChoices()),
                proof(
                        PerformActionWorker.class,
                        this::approvedForTheSystem,
                        // The times and ids of what was read back differ between any two cases, not between two runs.
                        (worker, job, number) -> worker.performAction(job, new PerformActionWorker.Input(number))),
                proof(
                        ReadInvoiceWorker.class,
                        desk::resolving,
                        (worker, job, number) -> worker.readInvoice(
                                job, new ReadInvoiceWorker.Input(number, InvoiceSimulator.LEGACY, null, null))),
                proof(
                        PrepareAccessRequestWorker.class,
                        desk::diagnosing,
                        // The text names the request, which is another one for each case.
                        (worker, job, number) -> worker.prepareAccessRequest(
                                        job, new PrepareAccessRequestWorker.Input(number, "reset-password"))
                                .accessRole()),
                proof(
                        ReadRequestWorker.class,
                        desk::registered,
                        (worker, job, number) -> worker.readRequest(job, new ReadRequestWorker.Input(number))
                                .facts()),
                proof(
                        RecordAccessWorker.class,
                        this::waitingForAccess,
                        (worker, job, number) -> worker.recordAccess(
                                job, new RecordAccessWorker.Input(number, "The customer approved the request.", null))),
                proof(
                        RecordActionWorker.class,
                        this::approved,
                        (worker, job, number) ->
                                worker.recordAction(job, new RecordActionWorker.Input(number, "no", null, "Too late"))),
                proof(
                        RecordAnswerWorker.class,
                        desk::resolved,
                        (worker, job, number) -> worker.recordAnswer(job, new RecordAnswerWorker.Input(number, null))),
                proof(RecordApprovalWorker.class, this::proposed, this::approve),
                proof(
                        RecordDiagnosisWorker.class,
                        desk::diagnosing,
                        (worker, job, number) -> worker.recordDiagnosis(job, diagnosis(number))),
                proof(
                        RecordEvidenceWorker.class,
                        this::handedOff,
                        (worker, job, number) -> worker.recordEvidence(
                                job,
                                new RecordEvidenceWorker.Input(
                                        number,
                                        "Tried",
                                        "Exchange Administrator",
                                        "All",
                                        "Much",
                                        "So",
                                        "Others",
                                        null,
                                        "no"))),
                proof(
                        TakeUpMessageWorker.class,
                        () -> written(desk.resolving()),
                        (worker, job, number) -> worker.takeUpMessage(
                                job, new TakeUpMessageWorker.Input(number, lastMessageOf(number)))),
                proof(
                        AddMessageWorker.class,
                        () -> written(desk.resolving()),
                        (worker, job, number) ->
                                worker.addMessage(job, new AddMessageWorker.Input(number, lastMessageOf(number)))),
                proof(
                        RecordReadingWorker.class,
                        () -> written(desk.resolving()),
                        (worker, job, number) -> worker.recordReading(
                                job,
                                new RecordReadingWorker.Input(
                                        number, lastMessageOf(number), "answer", "We look", 1, "minimal", "critical"))),
                proof(
                        RemindOfClosingWorker.class,
                        desk::resolved,
                        (worker, job, number) -> worker.remindOfClosing(job, new RemindOfClosingWorker.Input(number))),
                proof(
                        RecordRelayWorker.class,
                        this::handedOff,
                        (worker, job, number) -> worker.recordRelay(
                                job, new RecordRelayWorker.Input(number, "yes", "It works again", "Fixed in build 7"))),
                proof(
                        RecordReplyWorker.class,
                        this::replied,
                        (worker, job, number) -> worker.recordReply(job, new RecordReplyWorker.Input(number))),
                proof(ProposeChangeWorker.class, desk::resolving, EveryWorkerTwiceTests::propose),
                proof(
                        RecordResolutionWorker.class,
                        desk::resolving,
                        (worker, job, number) -> worker.recordResolution(
                                job,
                                new RecordResolutionWorker.Input(
                                        number,
                                        new PlanAnswers("back-to-diagnosis", null, null, null, null, null, null, "Why"),
                                        null))),
                proof(
                        RecordTriageWorker.class,
                        desk::registered,
                        (worker, job, number) -> worker.recordTriage(
                                job,
                                new RecordTriageWorker.Input(
                                        number,
                                        "billing",
                                        "minimal",
                                        "billing",
                                        "inside",
                                        null,
                                        new TriageProposal("technical", "technical", "inside", "Reads like it."),
                                        new SeverityProposal("critical", "Work stopped.", false)))),
                silent(
                        RedirectCustomerWorker.class,
                        desk::registered,
                        (worker, job, number) -> worker.redirectCustomer(
                                job, new RedirectCustomerWorker.Input(number, "third-party", null))),
                proof(
                        RecordWatchWorker.class,
                        this::linked,
                        (worker, job, number) -> worker.recordWatch(
                                job,
                                new RecordWatchWorker.Input(
                                        number, ISSUE, "relay", "They are at it", "2026-11-23T07:00:00Z", null))),
                proof(
                        RegisterCaseWorker.class,
                        desk::received,
                        (worker, job, number) -> worker.registerCase(job, new RegisterCaseWorker.Input(number))),
                silent(
                        RemindCustomerWorker.class,
                        desk::waitingForCustomer,
                        (worker, job, number) -> worker.remindCustomer(job, new RemindCustomerWorker.Input(number))),
                proof(
                        ReopenCaseWorker.class,
                        this::reopened,
                        (worker, job, number) -> worker.reopenCase(job, new ReopenCaseWorker.Input(number))),
                proof(
                        ReplanCaseWorker.class,
                        desk::resolving,
                        (worker, job, number) -> worker.replanCase(job, new ReplanCaseWorker.Input(number))),
                silent(
                        TellIssueOverWorker.class,
                        this::linked,
                        (worker, job, number) ->
                                worker.tellIssueOver(job, new TellIssueOverWorker.Input(number, ISSUE))),
                proof(
                        RunCheckWorker.class,
                        desk::diagnosing,
                        (worker, job, number) -> worker.runCheck(
                                        job,
                                        new RunCheckWorker.Input(
                                                number, "licence-assignment", "ida.toivonen@contoso.example", null))
                                .checkResult()),
                proof(
                        SendInvitationWorker.class,
                        this::accessPrepared,
                        (worker, job, number) -> worker.sendInvitation(job, invitation(number))),
                proof(
                        TakeBackAccessWorker.class,
                        this::accessDropped,
                        (worker, job, number) -> worker.takeBackAccess(
                                        job, new TakeBackAccessWorker.Input(number, accessRequestOf(number), null))
                                .accessLeft()),
                proof(
                        TellResolutionWorker.class,
                        desk::resolving,
                        (worker, job, number) ->
                                worker.tellResolution(job, new TellResolutionWorker.Input(number, "The rule is off"))),
                proof(
                        ShowBreachWorker.class,
                        this::breached,
                        (worker, job, number) -> worker.showBreach(new ShowBreachWorker.Input(number, breachOf(number)))
                                .breachOpen()),
                silent(
                        RecordBreachWorker.class,
                        this::breached,
                        (worker, job, number) -> worker.recordBreach(
                                job,
                                new RecordBreachWorker.Input(
                                        number, breachOf(number), "reassign", "specialist", null))),
                silent(
                        UnlinkKnownIssueWorker.class,
                        this::linked,
                        (worker, job, number) ->
                                worker.unlinkKnownIssue(job, new UnlinkKnownIssueWorker.Input(number, ISSUE))));
    }

    private <W> Proof proof(Class<W> worker, Supplier<CaseNumber> prepared, Call<W> call) {
        return new Proof(
                worker, prepared, (job, number) -> String.valueOf(call.of(context.getBean(worker), job, number)));
    }

    private <W> Proof silent(Class<W> worker, Supplier<CaseNumber> prepared, SilentCall<W> call) {
        return proof(worker, prepared, (bean, job, number) -> {
            call.of(bean, job, number);
            return "done";
        });
    }

    private CaseNumber breached() {
        return late.breached(desk.diagnosing());
    }

    private String breachOf(String number) {
        return late.breachOf(new CaseNumber(number));
    }

    private String open() {
        return desk.diagnosing().value();
    }

    private CaseNumber waitingForAnIssue() {
        return desk.diagnosed(desk.diagnosing(), NextStep.KNOWN_ISSUE);
    }

    private CaseNumber linked() {
        var number = waitingForAnIssue();
        context.getBean(LinkKnownIssue.class).link(number, CaseDesk.step("serviceTask_LinkKnownIssue"));
        return number;
    }

    private CaseNumber handedOff() {
        return desk.diagnosed(desk.diagnosing(), NextStep.HAND_OFF);
    }

    private CaseNumber accessPrepared() {
        var number = desk.diagnosing();
        context.getBean(PrepareAccessRequestWorker.class)
                .prepareAccessRequest(
                        CaseDesk.jobOf(CaseDesk.step("serviceTask_PrepareAccessRequest")),
                        new PrepareAccessRequestWorker.Input(number.value(), "reset-password"));
        return number;
    }

    private CaseNumber accessDropped() {
        var number = accessPrepared();
        context.getBean(WithdrawCase.class).withdraw(number, null, "portal");
        return number;
    }

    private CaseNumber waitingForAccess() {
        var number = accessPrepared();
        context.getBean(SendInvitationWorker.class)
                .sendInvitation(
                        CaseDesk.jobOf(CaseDesk.step("serviceTask_SendInvitation")), invitation(number.value()));
        return number;
    }

    private SendInvitationWorker.Input invitation(String number) {
        String relationship = microsoft.relationships().of(CONTOSO).stream()
                .filter(each -> each.displayName().equals(number))
                .findFirst()
                .orElseThrow()
                .id();
        return new SendInvitationWorker.Input(
                number,
                "send",
                "Please approve at https://approve.example",
                "Password Administrator",
                relationship,
                "https://approve.example");
    }

    private long accessRequestOf(String number) {
        return database.sql(
                        "SELECT r.id FROM access_request r JOIN support_case c ON c.id = r.case_id WHERE c.number = ?")
                .param(number)
                .query(Long.class)
                .single();
    }

    private CaseNumber replied() {
        return written(desk.waitingForCustomer());
    }

    private CaseNumber reopened() {
        return written(desk.closed());
    }

    private long lastMessageOf(String number) {
        return messages.of(number).stream()
                .filter(message -> message.kind() == MessageKind.REPLY)
                .mapToLong(CaseMessage::id)
                .max()
                .orElseThrow();
    }

    private CaseNumber written(CaseNumber number) {
        receiveMessage.receive(
                number, "All of them", "portal", UUID.randomUUID().toString());
        return number;
    }

    private CaseNumber proposed() {
        var number = desk.resolving();
        propose(
                context.getBean(ProposeChangeWorker.class),
                CaseDesk.jobOf(CaseDesk.step("serviceTask_ProposeChange")),
                number.value());
        return number;
    }

    private CaseNumber approved() {
        var number = proposed();
        approve(
                context.getBean(RecordApprovalWorker.class),
                CaseDesk.jobOf(CaseDesk.step("serviceTask_RecordApproval")),
                number.value());
        return number;
    }

    private CaseNumber approvedForTheSystem() {
        var number = desk.resolving();
        String id = microsoft.subscriptions().add(SubscriptionSimulator.CONTOSO, "Project Plan 3", 5, null, null);
        context.getBean(ProposeChangeWorker.class)
                .proposeChange(
                        CaseDesk.jobOf(CaseDesk.step("serviceTask_ProposeChange")),
                        new ProposeChangeWorker.Input(
                                number.value(),
                                new PlanAnswers(
                                        "add-seats",
                                        "Two more",
                                        null,
                                        "Done",
                                        id,
                                        "7",
                                        List.of(new FormChoice("Project Plan 3", id)),
                                        null),
                                new Approval(true, "Costs money.")));
        approve(
                context.getBean(RecordApprovalWorker.class),
                CaseDesk.jobOf(CaseDesk.step("serviceTask_RecordApproval")),
                number.value());
        return number;
    }

    private static Object propose(ProposeChangeWorker worker, ActivatedJob job, String number) {
        return worker.proposeChange(
                job,
                new ProposeChangeWorker.Input(
                        number,
                        new PlanAnswers("credit", "Credit line 2", "79,90", "Done", null, null, null, null),
                        new Approval(true, "Costs money.")));
    }

    private Object approve(RecordApprovalWorker worker, ActivatedJob job, String number) {
        engine.agentIs("manager");
        try {
            return worker.recordApproval(job, new RecordApprovalWorker.Input(number, "yes", null));
        } finally {
            engine.agentIs("agent");
        }
    }

    private static RecordDiagnosisWorker.Input diagnosis(String number) {
        return new RecordDiagnosisWorker.Input(
                number,
                "billing",
                "minimal",
                null,
                "Double line",
                "Read the invoice",
                "Exchange Administrator",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new DiagnosisCourse("resolve", null));
    }
}
