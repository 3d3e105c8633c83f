package io.casewright.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureMessageTests {

    @Test
    void whatAWorkerWritesIsReadAgain() {
        String written = FailureMessage.write(
                "casefile.registerCase", "CW-2026-000001", new IllegalStateException("The disk is full. Free some."));
        assertThat(written)
                .startsWith(
                        "casefile.registerCase failed (case: CW-2026-000001): IllegalStateException: The disk is full.");
        assertThat(FailureMessage.read(written)).hasValueSatisfying(read -> {
            assertThat(read.jobType()).isEqualTo("casefile.registerCase");
            assertThat(read.caseNumber()).hasValue("CW-2026-000001");
            assertThat(read.error()).isEqualTo("IllegalStateException");
            assertThat(read.text()).isEqualTo("The disk is full. Free some.");
            assertThat(read.remedy()).startsWith("Mend the cause and retry");
        });
    }

    @Test
    void aCaseThatIsNotKnownYetHasNoNumber() {
        String written = FailureMessage.write("a.b", "not known yet", new IllegalStateException("x\ny"));
        assertThat(FailureMessage.read(written)).hasValueSatisfying(read -> {
            assertThat(read.caseNumber()).isEmpty();
            assertThat(read.text()).isEqualTo("x\ny");
        });
    }

    @Test
    void whatTheEngineWritesIsNoneOfOurs() {
        assertThat(FailureMessage.read("No more retries left.")).isEmpty();
    }
}
