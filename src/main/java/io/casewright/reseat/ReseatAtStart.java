package io.casewright.reseat;

import io.casewright.platform.engine.ReadyEngine;
import io.casewright.platform.engine.place.EngineGeneration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sets all going again by itself when the engine has another name than before. Only an engine that is known to start empty is
 * given a name; with any other it takes a person's order.
 */
@Component
class ReseatAtStart implements ReadyEngine {

    private final Reseat reseat;
    private final EngineGeneration generation;
    private final String engine;

    ReseatAtStart(Reseat reseat, EngineGeneration generation, @Value("${casewright.engine.name:}") String engine) {
        this.reseat = reseat;
        this.generation = generation;
        this.engine = engine;
    }

    @Override
    public void prepare() {
        var newest = generation.newest();
        if (engine.isEmpty() || engine.equals(newest.engine()) && newest.isComplete()) {
            return;
        }
        if (newest.engine() == null && reseat.wouldGoOn().isEmpty()) {
            generation.name(engine);
        } else {
            reseat.run(engine);
        }
    }
}
