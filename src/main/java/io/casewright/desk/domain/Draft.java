package io.casewright.desk.domain;

import java.time.Instant;

/**
 * What somebody typed into a form and has not sent.
 *
 * @param answers as JSON, by field
 * @param form fingerprint of the form it was typed into
 * @param shown fingerprint of what the form showed
 */
public record Draft(String answers, String form, String shown, Instant savedAt) {}
