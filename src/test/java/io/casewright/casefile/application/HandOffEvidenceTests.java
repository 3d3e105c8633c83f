package io.casewright.casefile.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Evidence;
import io.casewright.casefile.domain.NextStep;
import io.casewright.casefile.domain.Step;
import io.casewright.customer.DelegatedAccess;
import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.simulator.Story;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Evidence for a hand-off names only roles that were granted. */
@CasewrightTest
class HandOffEvidenceTests {

    private static final String CONTOSO = "0b7c2f3e-5a41-4d0e-9c55-1f6a3d2b8e01";

    @Autowired
    CaseDesk desk;

    @Autowired
    CaseWitness witness;

    @Autowired
    HandOffCase handOffCase;

    @Autowired
    DelegatedAccess access;

    @Autowired
    MicrosoftSimulator microsoft;

    @ParameterizedTest
    @CsvSource({
        "Teams Administrator, Role used: Teams Administrator is not granted by the customer.",
        "Global Administrator, Role used: Global Administrator is more than any support needs; name the role that suffices.",
        "Chief of everything, Role used: There is no such role; choose one."
    })
    void aRoleThatNobodyCanHaveUsedIsRefusedAndNothingIsAdded(String role, String refusal) {
        var number = handedOff();
        var kept = witness.everythingAbout(number);
        assertThat(add(number, role, CaseDesk.step("serviceTask_RecordEvidence")))
                .contains(refusal);
        assertThat(witness.everythingAbout(number)).isEqualTo(kept);
    }

    @Test
    void whatWasRecordedStaysWhenTheRoleIsTakenBack() {
        String id = microsoft.relationships().grant(CONTOSO, "Teams Administrator");
        access.forget(CONTOSO);
        var number = handedOff();
        var step = CaseDesk.step("serviceTask_RecordEvidence");
        assertThat(add(number, "Teams Administrator", step)).isEmpty();
        microsoft.relationships().remove(id);
        access.forget(CONTOSO);
        var kept = witness.everythingAbout(number);
        handOffCase.addEvidence(
                number, Map.of(Evidence.Kind.TROUBLESHOOTING, "Read the trace"), "Teams Administrator", "nina", step);
        assertThat(witness.everythingAbout(number)).isEqualTo(kept);
    }

    @Test
    void aRoleThatCannotBeCheckedNowIsBelieved() {
        var number = handedOff();
        access.forget(CONTOSO);
        microsoft.story().trouble(Story.Kind.DOWN, "GET /v1.0/tenantRelationships", 10, 0);
        try {
            assertThat(add(number, "Teams Administrator", CaseDesk.step("serviceTask_RecordEvidence")))
                    .isEmpty();
        } finally {
            microsoft.story().end();
        }
    }

    private CaseNumber handedOff() {
        return desk.diagnosed(desk.diagnosing(), NextStep.HAND_OFF);
    }

    private Optional<String> add(CaseNumber number, String role, Step step) {
        var problem = handOffCase.problemWithEvidence(number, role);
        if (problem.isEmpty()) {
            handOffCase.addEvidence(
                    number, Map.of(Evidence.Kind.TROUBLESHOOTING, "Read the trace"), role, "nina", step);
        }
        return problem;
    }
}
