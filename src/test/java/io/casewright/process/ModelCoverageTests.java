package io.casewright.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModelCoverageTests {

    @Test
    void namesWhatNoTestWentThrough() {
        var model = Bpmn.createExecutableProcess("probe")
                .startEvent("startEvent_A")
                .sequenceFlowId("flow_AToB")
                .endEvent("endEvent_B")
                .done();
        var coverage = new ModelCoverage();
        coverage.add(Set.of("probe/startEvent_A", "other/endEvent_B"));
        assertThat(coverage.missing(model)).containsExactly("endEvent_B", "flow_AToB");
        coverage.add(Set.of("probe/endEvent_B", "probe/flow_AToB"));
        assertThat(coverage.missing(model)).isEmpty();
    }
}
