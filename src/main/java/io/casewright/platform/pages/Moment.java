package io.casewright.platform.pages;

/**
 * A point in time to be shown.
 *
 * @param iso for programs, in UTC
 * @param words for people, in the time zone of the partner
 */
public record Moment(String iso, String words) {}
