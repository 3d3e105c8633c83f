package io.casewright.casefile.domain;

/**
 * One visit of a running process to one element of its model. The engine may hand the same visit to a worker more than
 * once; its key is what makes the second time harmless.
 *
 * @param elementId id of the element in the model
 * @param elementInstanceKey the engine's key of this visit
 */
public record Step(String elementId, long elementInstanceKey) {

    /** Unique among all visits of all processes. */
    public String key() {
        return Long.toString(elementInstanceKey);
    }
}
