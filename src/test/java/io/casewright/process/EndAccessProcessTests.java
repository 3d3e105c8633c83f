package io.casewright.process;

import static io.casewright.process.CaseInProcess.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.casefile.application.CaseMessages;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A request for a role that nobody needs any more is followed until nothing is left of it at Microsoft. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndAccessProcessTests {

    @RegisterExtension
    final EngineHarness engine = new EngineHarness();

    @AfterAll
    void everyElementAndFlowWasGoneThrough() {
        assertThat(engine.coverage().missing(ModelFiles.model("end-access"))).isEmpty();
    }

    @Test
    void whatCanBeTakenBackIsAndThatIsAll() {
        dropped().work("casefile.takeBackAccess", left("nothing")).endedBy("endEvent_NothingLeft");
    }

    @Test
    void whatTheCustomerMayStillApproveIsLookedAtUntilNothingIsLeft() {
        var access = dropped().work("casefile.takeBackAccess", left("request")).waitsAt("event_TimeToLook");
        engine.letTimePass(Duration.ofMinutes(70));
        access.work("casefile.takeBackAccess", left("nothing")).endedBy("endEvent_NothingLeft");
    }

    @Test
    void whatMicrosoftDoesNotEndIsAPersonsAndLookedAtAfterwards() {
        var access = dropped().work("casefile.takeBackAccess", left("access")).waitsAt("userTask_EndAccess");
        assertThat(engine.onlyTask().variables()).containsEntry("accessProblem", "Microsoft does not end it.");
        access.answer("userTask_EndAccess", Map.of("accessDecision", "ended"));
        var job = engine.awaitJob("casefile.takeBackAccess");
        assertThat(job.variables()).containsEntry("accessDecision", "ended");
        engine.complete(job, left("nothing"));
        access.endedBy("endEvent_NothingLeft");
    }

    private CaseInProcess dropped() {
        return CaseInProcess.startedBy(
                        engine,
                        CaseMessages.ACCESS_NOT_NEEDED,
                        NUMBER + ":A7:1",
                        "end-access",
                        Map.of("caseNumber", NUMBER, "accessRequest", 7))
                .waitsAt("serviceTask_TakeBackAccess");
    }

    private Map<String, Object> left(String what) {
        var variables = new HashMap<String, Object>(CaseInProcess.facts("technical", "critical"));
        variables.keySet().retainAll(List.of("customerName", "caseLink", "queue", "priority", "taskDue"));
        variables.put("accessLeft", what);
        variables.put("accessRole", "Exchange Administrator");
        variables.put("accessProblem", what.equals("access") ? "Microsoft does not end it." : "");
        variables.put("accessDecision", null);
        variables.put(
                "lookAgainAt",
                engine.now()
                        .plus(Duration.ofHours(1))
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        return variables;
    }
}
