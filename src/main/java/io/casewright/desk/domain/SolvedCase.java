package io.casewright.desk.domain;

/** A case of any customer that was solved, as anybody may see it. */
public record SolvedCase(String number, String subject, String resolution) {}
