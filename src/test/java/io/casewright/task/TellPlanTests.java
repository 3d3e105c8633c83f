package io.casewright.task;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.casewright.platform.engine.UserTasks;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TellPlanTests {

    private static final Instant DUE = Instant.parse("2030-01-02T10:00:00Z");
    private static final Instant SOONER = DUE.minusSeconds(3600);

    private final Tasks tasks = mock(Tasks.class);
    private final UserTasks engine = mock(UserTasks.class);

    @Test
    void aPlanThatCameWhileAnOlderOneWasToldIsToldLast() {
        when(tasks.find(5))
                .thenReturn(Optional.of(task(DUE, 50, TaskState.OPEN)))
                .thenReturn(Optional.of(task(SOONER, 90, TaskState.OPEN)));
        TellPlan.tell(5, engine, tasks);
        var order = inOrder(engine);
        order.verify(engine).plan(11, DUE, 50);
        order.verify(engine).plan(11, SOONER, 90);
        order.verifyNoMoreInteractions();
    }

    @Test
    void aTaskThatEndedHasNoPlaceAnyMore() {
        when(tasks.find(5)).thenReturn(Optional.of(task(DUE, 50, TaskState.COMPLETED)));
        TellPlan.tell(5, engine, tasks);
        verify(engine, never()).plan(anyLong(), any(), anyInt());
    }

    private static Task task(Instant due, int priority, TaskState state) {
        return new Task(
                5,
                1,
                11,
                "support-case",
                "userTask_X",
                1,
                1,
                "CW-1",
                null,
                null,
                null,
                priority,
                due,
                state,
                Map.of(),
                DUE,
                null,
                null,
                null,
                null);
    }
}
