package io.casewright.testkit;

import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.AskCustomer;
import io.casewright.casefile.application.CaseRequest;
import io.casewright.casefile.application.IntakeKeys;
import io.casewright.casefile.application.ReceiveRequest;
import io.casewright.casefile.application.RecordAnswer;
import io.casewright.casefile.application.RecordDiagnosis;
import io.casewright.casefile.application.RecordDiagnosis.Findings;
import io.casewright.casefile.application.RecordTriage;
import io.casewright.casefile.application.RecordTriage.Triage;
import io.casewright.casefile.application.RegisterCase;
import io.casewright.casefile.application.TellResolution;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Category;
import io.casewright.casefile.domain.NextStep;
import io.casewright.casefile.domain.Queue;
import io.casewright.casefile.domain.Remit;
import io.casewright.casefile.domain.Severity;
import io.casewright.casefile.domain.Step;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.mockito.Mockito;
import org.springframework.boot.test.context.TestComponent;

/** Brings cases into the state a test starts from, through the same use cases as the process does. */
@TestComponent
public class CaseDesk {

    private static final AtomicLong KEYS = new AtomicLong(System.nanoTime());

    private final ReceiveRequest receiveRequest;
    private final IntakeKeys keys;
    private final RegisterCase registerCase;
    private final RecordDiagnosis recordDiagnosis;
    private final RecordTriage recordTriage;
    private final AskCustomer askCustomer;
    private final TellResolution tellResolution;
    private final RecordAnswer recordAnswer;

    CaseDesk(
            ReceiveRequest receiveRequest,
            IntakeKeys keys,
            RegisterCase registerCase,
            RecordDiagnosis recordDiagnosis,
            RecordTriage recordTriage,
            AskCustomer askCustomer,
            TellResolution tellResolution,
            RecordAnswer recordAnswer) {
        this.receiveRequest = receiveRequest;
        this.keys = keys;
        this.registerCase = registerCase;
        this.recordDiagnosis = recordDiagnosis;
        this.recordTriage = recordTriage;
        this.askCustomer = askCustomer;
        this.tellResolution = tellResolution;
        this.recordAnswer = recordAnswer;
    }

    public CaseNumber received() {
        return received(ARequest.aRequest());
    }

    public CaseNumber received(CaseRequest request) {
        var key = keys.ofClient("desk", UUID.randomUUID().toString(), request);
        return receiveRequest.receive(request, key, null).supportCase().number();
    }

    public CaseNumber registered() {
        return registered(ARequest.aRequest());
    }

    public CaseNumber registered(CaseRequest request) {
        var number = received(request);
        registerCase.register(number, nextKey(), step("serviceTask_RegisterCase"));
        return number;
    }

    public CaseNumber diagnosing() {
        return diagnosing(ARequest.aRequest());
    }

    public CaseNumber diagnosing(CaseRequest request) {
        var number = registered(request);
        recordTriage.record(
                number,
                new Triage(
                        Category.TECHNICAL,
                        Severity.CRITICAL,
                        Queue.TECHNICAL,
                        Remit.INSIDE,
                        null,
                        false,
                        "It says so."),
                null,
                step("serviceTask_RecordTriage"));
        return number;
    }

    public CaseNumber resolving() {
        return resolving(diagnosing());
    }

    public CaseNumber resolving(CaseNumber diagnosing) {
        return diagnosed(diagnosing, NextStep.RESOLVE);
    }

    public CaseNumber diagnosed(CaseNumber number, NextStep nextStep) {
        return diagnosed(number, nextStep, "EX900001");
    }

    public CaseNumber waitingFor(String knownIssue, CaseNumber diagnosing) {
        return diagnosed(diagnosing, NextStep.KNOWN_ISSUE, knownIssue);
    }

    private CaseNumber diagnosed(CaseNumber number, NextStep nextStep, String knownIssue) {
        recordDiagnosis.record(number, findings(nextStep, knownIssue), "agent", step("serviceTask_RecordDiagnosis"));
        return number;
    }

    /** What an agent found, of which a form showed another severity than it was given. */
    public Findings findings(Severity severity, Severity shown) {
        return findings(NextStep.RESOLVE, "EX900001", severity, shown);
    }

    private static Findings findings(NextStep nextStep, String knownIssue) {
        return findings(nextStep, knownIssue, Severity.CRITICAL, null);
    }

    private static Findings findings(
            NextStep nextStep, String knownIssue, Severity severity, @Nullable Severity shown) {
        return new Findings(
                Category.TECHNICAL,
                severity,
                shown,
                "The transport rule loops",
                "Read the message trace",
                // Not every customer of the story granted it.
                nextStep == NextStep.HAND_OFF ? "Exchange Administrator" : null,
                null,
                null,
                null,
                knownIssue,
                "Which users?",
                "Please turn to the maker.",
                null,
                nextStep,
                nextStep == NextStep.HAND_OFF ? "SERVICE_UNAVAILABLE" : null);
    }

    public CaseNumber waitingForCustomer() {
        return asked(diagnosing());
    }

    public CaseNumber asked(CaseNumber diagnosing) {
        var number = diagnosed(diagnosing, NextStep.ASK);
        askCustomer.ask(number, "Which users?", step("serviceTask_AskCustomer"));
        return number;
    }

    public CaseNumber resolved() {
        return resolved(resolving());
    }

    public CaseNumber resolved(CaseNumber resolving) {
        return resolved(resolving, "The rule is switched off");
    }

    public CaseNumber resolved(CaseNumber resolving, String resolution) {
        tellResolution.tell(resolving, resolution, step("serviceTask_TellResolution"));
        return resolving;
    }

    public CaseNumber closed() {
        return closed(resolved());
    }

    public CaseNumber closed(CaseNumber resolved) {
        recordAnswer.record(resolved, null, step("serviceTask_RecordAnswer"));
        return resolved;
    }

    /** A visit to an element that no test has used yet. */
    public static Step step(String elementId) {
        return new Step(elementId, Long.toString(nextKey()));
    }

    /** A job of that visit, as the engine would hand it to a worker. */
    public static ActivatedJob jobOf(Step step) {
        var job = Mockito.mock(ActivatedJob.class);
        long instance = nextKey();
        Mockito.when(job.getElementId()).thenReturn(step.elementId());
        Mockito.when(job.getElementInstanceKey()).thenReturn(Long.parseLong(step.key()));
        Mockito.when(job.getProcessInstanceKey()).thenReturn(instance);
        return job;
    }

    private static long nextKey() {
        return KEYS.incrementAndGet();
    }
}
