package io.casewright.handoff.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The twin's own logic against a hostile desk, ten thousand times. */
class TwinConvergenceTests {

    private static final Logger log = LoggerFactory.getLogger(TwinConvergenceTests.class);
    private static final int LIVES = 10_000;

    @Test
    void howeverALifeGoesBothSidesKnowEveryNoteOnce() {
        int lived = 0;
        int notes = 0;
        for (long seed = 0; seed < LIVES; seed++) {
            var desk = new HostileDesk();
            var twin = new TwinInMemory(desk, seed);
            Interleaving.live(twin, desk, seed);
            notes += twin.notesOf("").size();
            lived++;
        }
        log.info("{} interleavings ended with the same notes on both sides, {} notes in all", lived, notes);
        assertThat(lived).isEqualTo(LIVES);
        assertThat(notes).isGreaterThan(3 * LIVES);
    }
}
