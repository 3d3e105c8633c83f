package io.casewright.customer;

/**
 * Who changes something.
 *
 * @param name as others read it
 */
public record Editor(String login, String name) {}
