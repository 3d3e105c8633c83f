package io.casewright.operations.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.casewright.operations.persistence.OperationsReads;
import io.casewright.platform.engine.Incident;
import io.casewright.platform.engine.Incidents;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupIncidentsTests {

    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

    private final Incidents incidents = mock(Incidents.class);
    private final OperationsReads reads = mock(OperationsReads.class);

    @Test
    void theSameFailureOfDifferentCasesIsOneCause() {
        var groups = GroupIncidents.group(List.of(
                failed(1, "CW-2026-000001", "Ticket 4711 is closed"),
                failed(2, "CW-2026-000002", "Ticket 4712 is closed"),
                failed(3, "CW-2026-000003", "The disk is full")));
        assertThat(groups).extracting(group -> group.incidents().size()).containsExactly(2, 1);
        assertThat(groups.getFirst().text())
                .isEqualTo("casefile.registerCase failed: IllegalStateException: Ticket 4712 is closed");
        assertThat(groups.getFirst().remedy()).startsWith("Mend the cause and retry the incident");
        assertThat(groups.getFirst().since()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void theSameWordsAtAnotherStepAreAnotherCause() {
        var one = failed(1, "CW-2026-000001", "The disk is full");
        var other =
                new Incident(2, one.processId(), "serviceTask_Other", one.kind(), one.message(), 2, 2, 2L, one.since());
        assertThat(GroupIncidents.group(List.of(one, other))).hasSize(2);
    }

    @Test
    void whatTheEngineSaysIsShownWithoutContents() {
        var group = GroupIncidents.group(List.of(new Incident(
                        1,
                        "support-case",
                        "gateway_IsUrgent",
                        "EXTRACT_VALUE_ERROR",
                        "Expected a number but found 'My password is hunter2'",
                        1,
                        1,
                        null,
                        NOW)))
                .getFirst();
        assertThat(group.text()).isEqualTo("Expected a number but found '…'");
        assertThat(group.remedy()).startsWith("Set the variable");
        assertThat(group.cause().shape()).doesNotContain("hunter");
    }

    @Test
    void aCauseKeepsItsNameOverTime() {
        String first = GroupIncidents.group(List.of(failed(1, "CW-2026-000001", "Ticket 4711 is closed")))
                .getFirst()
                .cause()
                .id();
        String later = GroupIncidents.group(List.of(failed(9, "CW-2026-000009", "Ticket 1 is closed")))
                .getFirst()
                .cause()
                .id();
        assertThat(later).isEqualTo(first).hasSize(16);
    }

    @Test
    void ourTablesKnowTheCaseBestThenTheMessageThenTheEngine() {
        var told = failed(2, "CW-2026-000002", "The disk is full");
        var raised = new Incident(3, "support-case", "gateway_X", "CONDITION_ERROR", "No way", 3, 3, null, NOW);
        when(incidents.open())
                .thenReturn(new Incidents.Found(
                        List.of(failed(1, "not known yet", "The disk is full"), told, raised), true));
        when(reads.numbersOf(anyCollection())).thenReturn(Map.of(1L, "CW-2026-000001"));
        when(incidents.caseNumbers(List.of(3L))).thenReturn(Map.of(3L, "CW-2026-000003"));
        var numbers = new GroupIncidents(incidents, reads).read().numbers();
        assertThat(numbers)
                .containsEntry(1L, "CW-2026-000001")
                .containsEntry(2L, "CW-2026-000002")
                .containsEntry(3L, "CW-2026-000003");
        verify(incidents).caseNumbers(List.of(3L));
    }

    static Incident failed(long key, String caseNumber, String text) {
        return new Incident(
                key,
                "support-case",
                "serviceTask_RegisterCase",
                "JOB_NO_RETRIES",
                "casefile.registerCase failed (case: %s): IllegalStateException: %s. It is tried again by itself;"
                                .formatted(caseNumber, text)
                        + " when no attempts are left, mend the cause and retry the incident in Operate or at /operations.",
                key,
                key,
                key,
                NOW.plusSeconds(key));
    }
}
