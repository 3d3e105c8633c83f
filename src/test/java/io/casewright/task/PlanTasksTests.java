package io.casewright.task;

import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import io.casewright.platform.engine.ProcessFlows;
import io.casewright.platform.engine.ProcessModels;
import io.casewright.platform.engine.UserTasks;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlanTasksTests {

    private static final Instant DUE = Instant.parse("2030-01-02T10:00:00Z");
    private static final Set<String> PROCESSES_OF_A_CASE = Set.of(
            "support-case",
            "diagnose-case",
            "request-access",
            "resolve-case",
            "perform-change",
            "second-person",
            "hand-off-case",
            "answer-vendor");

    private final Tasks tasks = mock(Tasks.class);
    private final KeepTasks keepTasks = mock(KeepTasks.class);
    private final UserTasks engine = mock(UserTasks.class);
    private PlanTasks planTasks;

    @BeforeEach
    void readTheModels() throws IOException {
        planTasks = new PlanTasks(tasks, keepTasks, new ProcessSteps(new ProcessFlows(new ProcessModels())), engine);
    }

    @Test
    void theTasksOfACaseAreThoseOfItsProcessAndOfWhatItCalls() {
        var variables = Map.<String, Object>of("priority", 90);
        when(tasks.instancesOfCase(eq("CW-1"), eq(PROCESSES_OF_A_CASE))).thenReturn(List.of(1L, 2L));
        var own = task(11, "support-case");
        var called = task(12, "hand-off-case");
        when(tasks.openOfCase("CW-1"))
                .thenReturn(List.of(own, called, task(13, "vendor-ticket"), task(14, "known-issue")));
        planTasks.ofCase("CW-1", List.of("support-case"), 1, DUE, 90, variables);
        verify(engine).tell(2, variables);
        verifyNoMoreInteractions(engine);
        verify(keepTasks).plan(List.of(own, called), DUE, 90);
    }

    @Test
    void oneInstanceIsPlannedAlone() {
        var open = List.of(task(11, "vendor-ticket"));
        when(tasks.openIn(7)).thenReturn(open);
        planTasks.inInstance(7, DUE, 50);
        verify(keepTasks).plan(open, DUE, 50);
        verifyNoInteractions(engine);
    }

    @Test
    void whatStandsThereAlreadyIsLeftAloneAndWhatIsProposedOnlyGetsMoreUrgent() {
        var own = task(11, "support-case");
        when(tasks.openOfCase("CW-1")).thenReturn(List.of(own, task(13, "vendor-ticket")));
        planTasks.place("CW-1", List.of("support-case"), null, own.priority(), Set.of());
        verifyNoInteractions(keepTasks);
        planTasks.place("CW-1", List.of("support-case"), DUE, own.priority() + 5, Set.of());
        verify(keepTasks).plan(List.of(own), DUE, own.priority() + 5);
        planTasks.place("CW-1", List.of("support-case"), null, 0, Set.of("userTask_X"));
        verifyNoMoreInteractions(keepTasks);
    }

    private static Task task(long key, String process) {
        return new Task(
                key,
                1,
                key,
                process,
                "userTask_X",
                1,
                1,
                "CW-1",
                null,
                null,
                null,
                50,
                null,
                TaskState.OPEN,
                Map.of(),
                DUE,
                null,
                null,
                null,
                null);
    }
}
