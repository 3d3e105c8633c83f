package io.casewright.casefile.domain;

/**
 * One visit of a running process to one element of its model. The engine may hand the same visit to a worker more than
 * once; its key is what makes the second time harmless.
 *
 * @param elementId id of the element in the model
 * @param key unique among all visits of all processes, at most 40 characters
 */
public record Step(String elementId, String key) {}
