package io.casewright.task;

/** Somebody gave a task of a case to this person; published in the transaction that keeps it. */
public record TaskAssigned(long task, String caseNumber, String login) {}
