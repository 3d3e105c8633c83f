package io.casewright.casefile.pages;

/**
 * A point in time to be shown.
 *
 * @param iso for programs, in UTC
 * @param words for people, in the time zone of the partner
 */
record Moment(String iso, String words) {}
