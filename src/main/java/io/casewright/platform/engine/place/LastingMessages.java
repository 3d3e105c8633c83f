package io.casewright.platform.engine.place;

import java.util.Set;

/** Messages that are not forgotten when nothing took them: somebody has to decide what becomes of them. */
@FunctionalInterface
public interface LastingMessages {

    /** As written in the models. */
    Set<String> names();
}
