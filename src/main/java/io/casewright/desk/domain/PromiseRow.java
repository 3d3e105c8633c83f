package io.casewright.desk.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A promise that is still to be kept.
 *
 * @param kind what is promised, by its name
 * @param isBreached whether its time is used up
 * @param queue of the case
 * @param workers logins of who has open tasks of the case, separated by commas; null when nobody has
 */
public record PromiseRow(
        String number,
        String subject,
        String locale,
        String customer,
        String severity,
        String queue,
        String kind,
        boolean isBreached,
        Instant due,
        @Nullable String workers) {}
