package io.casewright.platform.files;

/**
 * A file that is kept.
 *
 * @param id SHA-256 of its content in 64 hexadecimal digits
 * @param size in bytes
 */
public record StoredFile(String id, long size) {}
