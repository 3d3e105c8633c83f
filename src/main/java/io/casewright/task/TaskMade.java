package io.casewright.task;

/** The engine made a task of a case; published in the transaction that adds it to the table. */
public record TaskMade(String caseNumber) {}
