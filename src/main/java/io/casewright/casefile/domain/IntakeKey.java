package io.casewright.casefile.domain;

/**
 * What makes the same request the same case, however often it arrives: a name unique per channel, and a fingerprint of the
 * content to tell a repetition from a mistake.
 *
 * @param key at most 255 ASCII characters
 * @param fingerprint SHA-256 in hexadecimal
 */
public record IntakeKey(String key, String fingerprint) {}
