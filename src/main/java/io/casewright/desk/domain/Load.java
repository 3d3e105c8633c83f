package io.casewright.desk.domain;

/**
 * What somebody has open.
 *
 * @param overdue how many of the tasks are due already
 */
public record Load(String login, int open, int overdue) {}
