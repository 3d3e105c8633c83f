package io.casewright.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.chaos.ChaosRun;
import org.junit.jupiter.api.Test;

/** Cases come where they should although every part is broken meanwhile. */
class FaultsE2E {

    private static final long SEED = Long.getLong("chaos.seed", 20_261_129);
    private static final int CASES = Integer.getInteger("chaos.cases", 30);

    @Test
    void nothingIsLostAndNothingHappensTwice() throws Exception {
        var report = ChaosRun.some(SEED, CASES);
        System.out.println(report.text());
        assertThat(report.wrong()).isEmpty();
    }
}
