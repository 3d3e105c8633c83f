package io.casewright.desk.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket of a case at Microsoft, the provider or the vendor.
 *
 * @param reference ours
 * @param vendorNumber theirs, once it is known
 * @param target whose it is, by its name
 * @param state where it stands, by its name
 * @param lastNote what was said or done about it last
 */
public record DeskTicket(
        String reference,
        @Nullable String vendorNumber,
        String target,
        String state,
        String title,
        @Nullable Instant openedAt,
        @Nullable String lastNote) {}
