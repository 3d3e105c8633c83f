package io.casewright.platform.engine.place;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a module keeps whose course a process carries: cases, tickets, and the like. */
public interface CarriedByProcess {

    /** The process that carries it. */
    String processId();

    /** What a person calls several of them. */
    String name();

    /** The keys of those that are open, whatever any engine says: their numbers or references. */
    Set<String> open();

    /** Which of them a place of the process belongs to; empty for none. */
    String keyOf(Place place);

    /** What its process and those that this calls should know of it now, by the names of their variables. */
    default Map<String, Object> factsOf(String key) {
        return Map.of();
    }

    /** How to begin it again where no process carries it, if that does no harm; it looks again first. Empty where a person has to decide. */
    default Optional<Runnable> startAgain(String key) {
        return Optional.empty();
    }

    /** The engine is lost, and another will issue its keys again: what has ended no longer belongs to any. In the current transaction. */
    default void forgetEnded() {
        // Not all know their process.
    }

    /** It goes on in another engine, in the current transaction; its history says so. */
    default void goesOn(String key, long processInstanceKey) {
        // Not all know their process, or have a history of their own.
    }
}
