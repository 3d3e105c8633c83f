package io.casewright.majorcase.domain;

import java.time.Instant;

/**
 * One case that may belong to a bigger trouble.
 *
 * @param service in small letters
 * @param region likewise; empty when none is known
 */
public record Sign(String caseNumber, long customerId, String service, String region, Instant receivedAt) {}
