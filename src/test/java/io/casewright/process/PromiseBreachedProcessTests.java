package io.casewright.process;

import static io.casewright.process.CaseInProcess.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.promise.application.PromiseMessages;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A duty manager looks after a promise that is missed, unless it was kept meanwhile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PromiseBreachedProcessTests {

    private static final String KEY = NUMBER + ":P7:100";

    @RegisterExtension
    final EngineHarness engine = new EngineHarness();

    @AfterAll
    void everyElementAndFlowWasGoneThrough() {
        assertThat(engine.coverage().missing(ModelFiles.model("promise-breached")))
                .isEmpty();
    }

    @Test
    void aDutyManagerLooksAfterIt() {
        var breach = breached().work("promise.showBreach", shown(true));
        var task = engine.journal().userTasks().getLast();
        assertThat(task.candidateGroups()).isEqualTo(List.of("duty-manager"));
        assertThat(task.priority()).isEqualTo(98);
        breach.answer("userTask_LookAfterBreachedPromise", Map.of("breachAction", "accept", "breachReason", "Known"));
        var job = engine.awaitJob("promise.recordBreach");
        assertThat(job.variables()).containsEntry("breachAction", "accept").containsEntry("breachReason", "Known");
        engine.complete(job, Map.of());
        breach.endedBy("endEvent_BreachLookedAfter");
    }

    @Test
    void aTaskThatNobodyNeedsAnyMoreEndsByItself() {
        var breach = breached().work("promise.showBreach", shown(true)).waitsAt("userTask_LookAfterBreachedPromise");
        engine.publish(PromiseMessages.SETTLED, KEY, Duration.ofMinutes(1), Map.of());
        breach.endedBy("endEvent_SettledMeanwhile");
    }

    @Test
    void whatWasKeptBeforeAnybodyLookedNeedsNobody() {
        breached().work("promise.showBreach", shown(false)).endedBy("endEvent_NobodyNeeded");
    }

    private CaseInProcess breached() {
        return CaseInProcess.startedBy(
                engine, PromiseMessages.BREACHED, KEY, "promise-breached", Map.of("caseNumber", NUMBER, "breach", KEY));
    }

    private static Map<String, Object> shown(boolean open) {
        var variables = new HashMap<String, Object>(CaseInProcess.facts("technical", "critical"));
        variables.put("breachOpen", open);
        variables.put("breachPromise", "First response");
        variables.put("breachDue", CaseInProcess.TASK_DUE);
        variables.put("breachUsed", "100 %");
        variables.put("breachHeld", "");
        variables.put("openWork", "Diagnose case · technical · nobody");
        variables.put("peopleChoices", List.of());
        return variables;
    }
}
