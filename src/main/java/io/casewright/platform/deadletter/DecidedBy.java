package io.casewright.platform.deadletter;

/**
 * Who decides.
 *
 * @param name as others read it
 */
public record DecidedBy(String login, String name) {}
