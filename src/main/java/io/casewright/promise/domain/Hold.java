package io.casewright.promise.domain;

/**
 * Why a clock stands still.
 *
 * @param key names it, so that it can be taken back: the question that was asked, the known issue that was linked
 * @param by who holds the time
 * @param why in words a person understands
 */
public record Hold(String key, String by, String why) {}
