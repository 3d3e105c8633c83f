package io.casewright.casefile.domain;

/**
 * One visit of a running process to one element of its model. The engine may hand the same visit to a worker more than
 * once; its key is what makes the second time harmless.
 *
 * @param elementId id of the element in the model
 * @param key unique among all visits of all processes, at most 40 characters
 * @param isFirst whether it is certain that nothing was done for this visit before, so that nobody need look
 */
public record Step(String elementId, String key, boolean isFirst) {

    /** A visit that something may have been done for before. */
    public Step(String elementId, String key) {
        this(elementId, key, false);
    }
}
