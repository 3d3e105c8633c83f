package io.casewright.casefile.application;

/**
 * A subscription of the customer, as the select of a form takes it.
 *
 * @param label what it is like, at most 120 characters
 * @param value its id
 */
public record SubscriptionChoice(String label, String value) {}
