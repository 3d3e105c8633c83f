package io.casewright.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompleteTaskTests {

    private static final SentForm SENT = new SentForm(7, "diagnose-case", "userTask_DiagnoseCase", "demo", Map.of());

    private final CheckForm checkForm = mock(CheckForm.class);
    private final KeepTasks keepTasks = mock(KeepTasks.class);
    private final SignedAnswers signedAnswers = mock(SignedAnswers.class);
    private final CompleteTask completeTask = new CompleteTask(checkForm, keepTasks, signedAnswers);

    @Test
    void whatDoesIsTakenFromWhoHasTheTask() {
        when(checkForm.problemWith(SENT)).thenReturn(Optional.empty());
        when(checkForm.answersIn(SENT)).thenReturn("{}");
        assertThat(completeTask.complete(SENT)).isEmpty();
        verify(keepTasks).completed(7, "demo", "{}");
        verifyNoMoreInteractions(keepTasks);
    }

    @Test
    void whatCountsOnlyFromSomebodyWhoIsLoggedInIsTakenFromThatPerson() {
        when(checkForm.needsLogin(SENT.elementId())).thenReturn(true);
        when(signedAnswers.signerOf(SENT)).thenReturn(Optional.of("manager"));
        when(checkForm.problemWith(SENT.by("manager"))).thenReturn(Optional.empty());
        when(checkForm.answersIn(SENT.by("manager"))).thenReturn("{}");
        assertThat(completeTask.complete(SENT)).isEmpty();
        verify(keepTasks).completed(7, "manager", "{}");
    }

    @Test
    void withoutThatPersonNothingChanges() {
        when(checkForm.needsLogin(SENT.elementId())).thenReturn(true);
        when(signedAnswers.signerOf(SENT)).thenReturn(Optional.empty());
        when(signedAnswers.remedyFor(SENT)).thenReturn("Answer it at the Desk.");
        assertThat(completeTask.complete(SENT)).contains("Answer it at the Desk.");
        verifyNoMoreInteractions(keepTasks);
    }

    @Test
    void whatDoesNotLeavesTheTaskOpen() {
        when(checkForm.problemWith(SENT)).thenReturn(Optional.of("Findings: required."));
        assertThat(completeTask.complete(SENT)).contains("Findings: required.");
        verify(keepTasks).reopened(7);
        verifyNoMoreInteractions(keepTasks);
    }
}
