package io.casewright.desk.domain;

import java.time.Instant;

/**
 * What somebody asks a colleague about a case, and nobody answered yet.
 *
 * @param asker name of who asks; the login where nobody of it has been at the Desk
 * @param asked likewise, of who is asked
 * @param askedOf login of who is asked
 */
public record Question(
        long id,
        String caseNumber,
        String customer,
        String subject,
        String text,
        String asker,
        String asked,
        String askedOf,
        Instant askedAt) {}
