package io.casewright.reseat;

/** The engine carries processes of ours already: set going again they would run twice. */
public class EngineNotEmpty extends RuntimeException {

    public EngineNotEmpty(int running) {
        super(
                ("The engine already carries %d processes of Casewright's, so it is not the one that lost them. Nothing was started. If they"
                                + " came back with an older copy of the engine, cancel them there first.")
                        .formatted(running));
    }
}
