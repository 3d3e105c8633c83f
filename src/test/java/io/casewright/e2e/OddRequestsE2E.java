package io.casewright.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.odd.OddRun;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Whatever comes in is answered, with a mistake of the sender's where it is one, and nothing of our insides goes out. */
class OddRequestsE2E {

    private static final long SEED = Long.getLong("odd.seed", 20_261_129);
    private static final int REQUESTS = Integer.getInteger("odd.requests", 1_500);

    @Test
    void eachIsAnswered() throws Exception {
        var outcome = OddRun.run(URI.create(Shop.open().applicationUrl()), SEED, REQUESTS);
        assertThat(outcome.wrong()).isEmpty();
        assertThat(outcome.answered2xx()).as("well-formed and done").isGreaterThan(REQUESTS * 3 / 10);
    }
}
