package io.casewright.desk.domain;

/** An open case in short; status and severity by their names. */
public record OpenCase(String number, String subject, String status, String severity) {}
