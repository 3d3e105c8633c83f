package io.casewright.testkit;

import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.CaseRequest;
import io.casewright.casefile.application.IntakeKeys;
import io.casewright.casefile.application.ReceiveRequest;
import io.casewright.casefile.application.RecordDiagnosis;
import io.casewright.casefile.application.RecordDiagnosis.Diagnosis;
import io.casewright.casefile.application.RecordResolution;
import io.casewright.casefile.application.RegisterCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Category;
import io.casewright.casefile.domain.Severity;
import io.casewright.casefile.domain.Step;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
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
    private final RecordResolution recordResolution;

    CaseDesk(
            ReceiveRequest receiveRequest,
            IntakeKeys keys,
            RegisterCase registerCase,
            RecordDiagnosis recordDiagnosis,
            RecordResolution recordResolution) {
        this.receiveRequest = receiveRequest;
        this.keys = keys;
        this.registerCase = registerCase;
        this.recordDiagnosis = recordDiagnosis;
        this.recordResolution = recordResolution;
    }

    public CaseNumber received() {
        return received(ARequest.aRequest());
    }

    public CaseNumber received(CaseRequest request) {
        var key = keys.ofClient("desk", UUID.randomUUID().toString(), request);
        return receiveRequest.receive(request, key, null).supportCase().number();
    }

    public CaseNumber diagnosing() {
        var number = received();
        registerCase.register(number, nextKey(), step("serviceTask_RegisterCase"));
        return number;
    }

    public CaseNumber resolving() {
        var number = diagnosing();
        recordDiagnosis.record(
                number,
                new Diagnosis(Category.TECHNICAL, Severity.CRITICAL, "The transport rule loops"),
                step("serviceTask_RecordDiagnosis"));
        return number;
    }

    public CaseNumber resolved() {
        var number = resolving();
        recordResolution.record(number, "The rule is switched off", step("serviceTask_RecordResolution"));
        return number;
    }

    /** A visit to an element that no test has used yet. */
    public static Step step(String elementId) {
        return new Step(elementId, nextKey());
    }

    /** A job of that visit, as the engine would hand it to a worker. */
    public static ActivatedJob jobOf(Step step) {
        var job = Mockito.mock(ActivatedJob.class);
        long instance = nextKey();
        Mockito.when(job.getElementId()).thenReturn(step.elementId());
        Mockito.when(job.getElementInstanceKey()).thenReturn(step.elementInstanceKey());
        Mockito.when(job.getProcessInstanceKey()).thenReturn(instance);
        return job;
    }

    private static long nextKey() {
        return KEYS.incrementAndGet();
    }
}
