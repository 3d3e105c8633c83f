package io.casewright.triage;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request whose right answer is known.
 *
 * @param severity null when nobody said
 * @param concerns those that hold, all others do not; null when nobody said
 */
public record LabelledText(
        RequestText text,
        SupportType category,
        @Nullable Impact severity,
        @Nullable Set<Concern> concerns) {}
