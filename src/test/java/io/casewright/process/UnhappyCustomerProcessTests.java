package io.casewright.process;

import static io.casewright.process.CaseInProcess.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.satisfaction.application.SatisfactionMessages;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who rated low is called by a person. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnhappyCustomerProcessTests {

    @RegisterExtension
    final EngineHarness engine = new EngineHarness();

    @AfterAll
    void everyElementAndFlowWasGoneThrough() {
        assertThat(engine.coverage().missing(ModelFiles.model("unhappy-customer")))
                .isEmpty();
    }

    @Test
    void aDutyManagerCallsAndSaysWhatWasDone() {
        var call = CaseInProcess.startedBy(
                        engine,
                        SatisfactionMessages.RATED_LOW,
                        "unhappy-customer",
                        Map.of(
                                "caseNumber", NUMBER,
                                "customerName", "Contoso",
                                "contactName", "Ana Silva",
                                "subject", "Mail bounces",
                                "caseLink", "http://127.0.0.1/cases/" + NUMBER,
                                "rating", 1,
                                "ratingComment", "Slow.",
                                "taskDue", "2030-01-02T10:00:00Z"))
                .waitsAt("userTask_CallBackCustomer");
        assertThat(engine.onlyTask().variables()).containsEntry("ratingComment", "Slow.");
        call.answer("userTask_CallBackCustomer", Map.of("callNote", "Called."));
        var job = engine.awaitJob("satisfaction.recordCallBack");
        assertThat(job.variables()).containsEntry("callNote", "Called.");
        var output = new HashMap<String, Object>();
        output.put("callNote", null);
        engine.complete(job, output);
        call.endedBy("endEvent_CustomerCalled");
    }
}
