package io.casewright.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ProcessMapTests {

    @Test
    void theTableInTheDocumentsIsUpToDate() throws Exception {
        assertThat(Files.readString(ProcessMap.FILE))
                .as("docs/process-map.md; write it anew by the main class io.casewright.contract.ProcessMap")
                .isEqualTo(ProcessMap.of(Project.real()));
    }
}
