package io.casewright.operations.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.casewright.access.Person;
import io.casewright.access.Role;
import io.casewright.operations.application.RetryIncidents.Begun;
import io.casewright.operations.domain.Command;
import io.casewright.operations.domain.RetryRun;
import io.casewright.operations.persistence.Commands;
import io.casewright.operations.persistence.OperationsReads;
import io.casewright.platform.engine.EngineSilent;
import io.casewright.platform.engine.Incident;
import io.casewright.platform.engine.IncidentCourse;
import io.casewright.platform.engine.IncidentRefused;
import io.casewright.platform.engine.Incidents;
import io.casewright.platform.engine.ProcessModels;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class RetryIncidentsTests {

    private static final int PATIENCE = 20_000;
    private static final Person ERIN = new Person("operations", "Erin", Set.of(Role.OPERATIONS), Set.of());

    private final Incidents incidents = mock(Incidents.class);
    private final Commands commands = mock(Commands.class);
    private final Pauses pauses = mock(Pauses.class);
    private RetryIncidents retryIncidents;

    @BeforeEach
    void anEngineThatTakesEverything() throws IOException {
        retryIncidents = new RetryIncidents(
                new GroupIncidents(incidents, mock(OperationsReads.class)),
                incidents,
                commands,
                new ProcessModels(),
                pauses,
                Clock.systemUTC());
        when(commands.begin(any(), anyInt(), any(), any(), any())).thenReturn(OptionalLong.of(7));
        when(incidents.retry(any(), anyInt())).thenReturn(true);
        theyAll(IncidentCourse.OVER);
    }

    @AfterEach
    void stop() {
        retryIncidents.close();
    }

    @Test
    void allThatGoOnAreCounted() {
        assertThat(begin(12)).isEqualTo(Begun.YES);
        ended(Command.State.DONE, "");
        assertThat(result().resolvedCount()).isEqualTo(12);
        verify(incidents, times(12)).retry(any(), eq(5));
    }

    @Test
    void moreThanTwoHundredAreForTheNextCommandTheOldestGoFirst() {
        begin(250);
        ended(Command.State.DONE, "");
        var tried = ArgumentCaptor.forClass(Incident.class);
        verify(incidents, times(200)).retry(tried.capture(), anyInt());
        assertThat(tried.getAllValues())
                .extracting(Incident::key)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 200).boxed().toList());
    }

    @Test
    void fiveEqualFailuresInARowStopIt() {
        theyAll(IncidentCourse.failedAgain("The disk is full"));
        begin(40);
        ended(Command.State.STOPPED, "Five in a row failed again for the same reason: The disk is full");
        verify(incidents, times(5)).retry(any(), anyInt());
        assertThat(result().failedCount()).isEqualTo(5);
    }

    @Test
    void whatTheEngineRefusesFiveTimesStopsItAsWell() {
        when(incidents.retry(any(), anyInt())).thenThrow(new IncidentRefused("No right to do so"));
        begin(40);
        ended(Command.State.STOPPED, "No right to do so");
        verify(incidents, times(5)).retry(any(), anyInt());
    }

    @Test
    void whatWasOverAlreadyIsNoFailure() {
        when(incidents.retry(any(), anyInt())).thenReturn(false);
        begin(12);
        ended(Command.State.DONE, "");
        assertThat(result().resolvedCount()).isEqualTo(12);
    }

    @Test
    void pausesGrowWithFailures() {
        theyAll(IncidentCourse.failedAgain("The disk is full"));
        when(incidents.retry(any(), anyInt())).thenReturn(true, false, true, false, true, false);
        begin(12);
        ended(Command.State.DONE, "");
        verify(pauses, times(1)).keep(4_000);
    }

    @Test
    void whatTakesLongIsSaidToBeUnderWay() {
        theyAll(IncidentCourse.UNDER_WAY);
        begin(3);
        ended(Command.State.DONE, "");
        assertThat(result().underWayCount()).isEqualTo(3);
        verify(pauses, times(20)).keep(500);
    }

    @Test
    void anEngineThatFallsSilentStopsIt() {
        when(incidents.retry(any(), anyInt())).thenThrow(new EngineSilent(new IllegalStateException("away")));
        begin(3);
        ended(Command.State.STOPPED, "The engine does not answer");
    }

    @Test
    void twoOfTheSameCauseDoNotRunAtOnce() {
        when(commands.begin(any(), anyInt(), any(), any(), any())).thenReturn(OptionalLong.empty());
        assertThat(begin(3)).isEqualTo(Begun.RUNS_ALREADY);
        verify(incidents, never()).retry(any(), anyInt());
    }

    @Test
    void aCauseThatIsGoneNeedsNothing() {
        when(incidents.open()).thenReturn(new Incidents.Found(List.of(), true));
        assertThat(retryIncidents.begin("0123456789abcdef", ERIN)).isEqualTo(Begun.NONE_LEFT);
        verify(commands, never()).begin(any(), anyInt(), any(), any(), any());
    }

    private Begun begin(int count) {
        var all = LongStream.rangeClosed(1, count)
                .mapToObj(key -> GroupIncidentsTests.failed(key, "CW-2026-%06d".formatted(key), "The disk is full"))
                .toList();
        when(incidents.open()).thenReturn(new Incidents.Found(all, true));
        return retryIncidents.begin(GroupIncidents.group(all).getFirst().cause().id(), ERIN);
    }

    private void theyAll(IncidentCourse course) {
        when(incidents.courses(anyCollection(), any()))
                .thenAnswer(call -> call.<Collection<Incident>>getArgument(0).stream()
                        .collect(Collectors.toMap(Incident::key, incident -> course)));
    }

    private void ended(Command.State state, String reason) {
        verify(commands, timeout(PATIENCE)).end(eq(7L), eq(state), contains(reason), any());
    }

    private RetryRun result() {
        var run = ArgumentCaptor.forClass(RetryRun.class);
        verify(commands, timeout(PATIENCE).atLeastOnce()).progress(eq(7L), run.capture(), any());
        return run.getValue();
    }
}
