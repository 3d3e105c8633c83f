package io.casewright.platform.engine;

/**
 * Something to choose, as a list of a form takes it.
 *
 * @param label what it is like; lists of forms show about 120 characters
 * @param value what is sent when it is chosen
 */
public record FormChoice(String label, String value) {}
