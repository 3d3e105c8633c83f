package io.casewright.reseat;

/** The engine carries processes of ours already: set going again they would run twice. */
public class EngineNotEmpty extends RuntimeException {

    public EngineNotEmpty(int running) {
        super(
                "The engine is not empty, so it is not one that lost everything: processes of Casewright's that run there: %d. Nothing was started."
                                .formatted(running)
                        + " If they came back with an older copy of the engine, cancel them there first.");
    }
}
