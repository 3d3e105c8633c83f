package io.casewright.platform.engine.audit;

import java.util.List;

/** Compares what a module keeps with what the engine carries. It changes nothing. */
public interface AuditCheck {

    /** What does not fit; what is only on its way may be among it, and is gone at the next look. */
    List<Finding> look(EngineState engine);
}
