package io.casewright.task;

import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
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
    private static final Set<String> PROCESSES_OF_A_CASE =
            Set.of("support-case", "diagnose-case", "request-access", "resolve-case", "hand-off-case");

    private final Tasks tasks = mock(Tasks.class);
    private final UserTasks engine = mock(UserTasks.class);
    private PlanTasks planTasks;

    @BeforeEach
    void readTheModels() throws IOException {
        planTasks = new PlanTasks(tasks, new ProcessSteps(new ProcessFlows(new ProcessModels())), engine);
    }

    @Test
    void theTasksOfACaseAreThoseOfItsProcessAndOfWhatItCalls() {
        var variables = Map.<String, Object>of("priority", 90);
        when(tasks.instancesOfCase(eq("CW-1"), eq(PROCESSES_OF_A_CASE))).thenReturn(List.of(1L, 2L));
        when(tasks.openOfCase("CW-1"))
                .thenReturn(List.of(
                        task(11, "support-case"),
                        task(12, "hand-off-case"),
                        task(13, "vendor-ticket"),
                        task(14, "known-issue")));
        planTasks.ofCase("CW-1", List.of("support-case"), 1, DUE, 90, variables);
        verify(engine).tell(2, variables);
        verify(engine).plan(11, DUE, 90);
        verify(engine).plan(12, DUE, 90);
        verifyNoMoreInteractions(engine);
    }

    @Test
    void oneInstanceIsPlannedAlone() {
        when(tasks.openIn(7)).thenReturn(List.of(task(11, "vendor-ticket")));
        planTasks.inInstance(7, DUE, 50);
        verify(engine).plan(11, DUE, 50);
        verifyNoMoreInteractions(engine);
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
