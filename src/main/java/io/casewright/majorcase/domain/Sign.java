package io.casewright.majorcase.domain;

import java.time.Instant;
import java.util.Set;

/**
 * One case that may belong to a bigger trouble.
 *
 * @param service in small letters
 * @param region likewise; empty when none is known
 * @param symptoms what goes wrong
 */
public record Sign(
        String caseNumber, long customerId, String service, String region, Set<String> symptoms, Instant receivedAt) {}
