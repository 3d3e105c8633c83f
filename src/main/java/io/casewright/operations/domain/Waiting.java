package io.casewright.operations.domain;

/**
 * What waits in the outbox for the same receiver.
 *
 * @param kind of entry
 * @param message name of the message to the engine; empty for other kinds
 * @param oldestSeconds age of the oldest
 * @param failing how many were tried in vain
 * @param mostFailures how often in a row the one that failed most
 */
public record Waiting(String kind, String message, long entries, long oldestSeconds, long failing, int mostFailures) {}
