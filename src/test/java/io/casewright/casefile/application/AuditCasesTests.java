package io.casewright.casefile.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.platform.engine.ProcessFlows;
import io.casewright.platform.engine.ProcessModels;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AuditCasesTests {

    /** A process that the audit does not know would make it say of every case there that it is elsewhere. */
    @Test
    void everyProcessOfACaseBelongsToAStatus() throws IOException {
        var known = AuditCases.WHERE.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        assertThat(known).isEqualTo(new ProcessFlows(new ProcessModels()).withCalled("support-case"));
    }
}
