package io.casewright.casefile.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.Channel;
import io.casewright.casefile.domain.IntakeKey;
import io.casewright.casefile.domain.Request;
import io.casewright.casefile.domain.Severity;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.platform.engine.ProcessModels;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.util.ReflectionTestUtils;

class CurrentStepTests {

    private final ProcessModels models = new ProcessModels();

    CurrentStepTests() throws IOException {}

    @ParameterizedTest
    @EnumSource(CaseStatus.class)
    void everyStatusHasAPlaceInTheModel(CaseStatus status) {
        var model = models.find(CurrentStep.MODEL).orElseThrow();
        assertThat(new String(model.xml(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("bpmnElement=\"" + CurrentStep.of(status, List.of()) + "\"");
    }

    @Test
    void aClosedCaseStandsAtTheEndItReached() {
        var model = models.find(CurrentStep.MODEL).orElseThrow();
        var redirected = CurrentStep.of(CaseStatus.CLOSED, happened(Kind.RECEIVED, Kind.REDIRECTED));
        var unanswered = CurrentStep.of(CaseStatus.CLOSED, happened(Kind.ACKNOWLEDGED, Kind.UNANSWERED));
        var advised = CurrentStep.of(CaseStatus.CLOSED, happened(Kind.ACKNOWLEDGED, Kind.DIAGNOSED, Kind.REDIRECTED));
        var solved = CurrentStep.of(
                CaseStatus.CLOSED, happened(Kind.ACKNOWLEDGED, Kind.UNANSWERED, Kind.REOPENED, Kind.CLOSED));
        assertThat(redirected).isEqualTo("endEvent_CustomerRedirected");
        assertThat(unanswered).isEqualTo("endEvent_ClosedWithoutSolution");
        assertThat(advised).isEqualTo("endEvent_ClosedWithoutSolution");
        assertThat(solved).isEqualTo("endEvent_CaseClosed");
        assertThat(model.labels()).containsKeys(redirected, unanswered, advised, solved);
    }

    @Test
    void whatHappenedInACalledProcessIsAtTheActivityThatCallsIt() {
        var been =
                List.of("serviceTask_RegisterCase", "serviceTask_RecordDiagnosis", "serviceTask_RedirectCustomer", "x");
        assertThat(models.placesIn(CurrentStep.MODEL, been, false))
                .isEqualTo(Set.of(
                        "serviceTask_RegisterCase", "callActivity_DiagnoseCase", "serviceTask_RedirectCustomer"));
        assertThat(models.placesIn(CurrentStep.MODEL, been, true))
                .isEqualTo(Set.of("serviceTask_RegisterCase", "callActivity_DiagnoseCase"));
    }

    @Test
    void elementsAreCalledByTheirLabels() {
        assertThat(models.labelOf(CurrentStep.MODEL, "callActivity_DiagnoseCase"))
                .isEqualTo("Diagnose case");
        assertThat(models.labelOf(CurrentStep.MODEL, "serviceTask_RecordDiagnosis"))
                .isEqualTo("Record diagnosis");
        assertThat(models.labelOf(CurrentStep.MODEL, "serviceTask_OfNoModel")).isNull();
    }

    private static List<TimelineEntry> happened(Kind... kinds) {
        var request = new Request(
                Channel.API, "Subject", "Text", null, null, Severity.MINIMAL, false, "en", null, null, null);
        var supportCase = new SupportCase(
                CaseNumber.of(2026, 1), new IntakeKey("key", "fingerprint"), 1, 1, request, Instant.EPOCH);
        ReflectionTestUtils.setField(supportCase, "id", 1L);
        return Arrays.stream(kinds)
                .map(kind -> supportCase.happened(Instant.EPOCH, kind, Actor.SYSTEM, null, null))
                .toList();
    }
}
