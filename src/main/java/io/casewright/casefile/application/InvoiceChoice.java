package io.casewright.casefile.application;

/**
 * An invoice of the partner, as the select of a form takes it.
 *
 * @param label its day, id and period
 * @param value its id
 */
public record InvoiceChoice(String label, String value) {}
