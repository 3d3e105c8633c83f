package io.casewright.casefile.process;

import org.jspecify.annotations.Nullable;

/** Result of the decision self-service; empty when nothing fits. */
public record SelfServiceSuggestion(
        @Nullable String selfServiceTitle, @Nullable String selfServiceLink) {}
