package io.casewright.handoff.application;

import io.casewright.platform.text.InputText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules that texts of an agent must meet, checked again after the form. */
final class TicketWords {

    static final int NEWS = 2000;

    private TicketWords() {}

    /** Why this text cannot be taken, as a sentence for the agent. */
    static Optional<String> problemWith(String label, @Nullable String text, int longest) {
        if (text == null || !InputText.isVisible(text)) {
            return Optional.of(label + ": required.");
        }
        if (text.length() > longest) {
            return Optional.of("%s: at most %d characters, these are %d.".formatted(label, longest, text.length()));
        }
        return Optional.empty();
    }

    /** At most so many characters, the end left out. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }
}
