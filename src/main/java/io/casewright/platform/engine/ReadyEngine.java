package io.casewright.platform.engine;

/** What is to be done in the engine after it has the models and before any work begins. */
public interface ReadyEngine {

    /** Fails by throwing, and is tried again then. */
    void prepare();
}
