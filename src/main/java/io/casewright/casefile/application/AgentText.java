package io.casewright.casefile.application;

import io.casewright.casefile.domain.SupportCase;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules a text typed by an agent must meet, checked again after the form. */
final class AgentText {

    static final int MAXIMUM = 4000;

    private AgentText() {}

    /** Why this text cannot be recorded on this case, as a sentence for the agent. */
    static Optional<String> problemWith(SupportCase supportCase, String label, @Nullable String text) {
        if (supportCase.status().isEnded()) {
            return Optional.of("The case is %s meanwhile; nothing was recorded.".formatted(supportCase.status()));
        }
        if (text == null || text.isBlank()) {
            return Optional.of(label + ": required.");
        }
        if (text.length() > MAXIMUM) {
            return Optional.of("%s: at most %d characters, these are %d.".formatted(label, MAXIMUM, text.length()));
        }
        return Optional.empty();
    }
}
