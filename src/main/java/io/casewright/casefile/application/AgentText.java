package io.casewright.casefile.application;

import io.casewright.casefile.domain.SupportCase;
import io.casewright.platform.text.CutText;
import io.casewright.platform.text.InputText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules a text typed by an agent must meet, checked again after the form. The lengths keep the variables of a running
 * case under 16 KB in sum.
 */
public final class AgentText {

    static final int MAXIMUM = 2000;
    private static final int SHOWN = 1000;
    private static final int WORTH_SHOWING = 100;

    private AgentText() {}

    /** At most what a text of an agent may have. */
    static String cut(String text) {
        return CutText.upTo(MAXIMUM, text);
    }

    /** What a form shows of a text from outside. */
    static String shown(String text) {
        return CutText.upTo(SHOWN, text);
    }

    /** What a form shows of several texts from outside, oldest first; when they are too long in sum, the newest is kept. */
    public static String shown(List<String> texts) {
        String shown = "";
        for (String text : texts.reversed()) {
            int left = SHOWN - shown.length();
            if (left < WORTH_SHOWING) {
                return "[…]\n\n" + shown;
            }
            shown = shown.isEmpty() ? shown(text) : CutText.upTo(left, text) + "\n\n" + shown;
        }
        return shown;
    }

    /** Why this text cannot be recorded on this case, as a sentence for the agent. */
    public static Optional<String> problemWith(SupportCase supportCase, String label, @Nullable String text) {
        if (supportCase.status().isEnded()) {
            return Optional.of("The case is %s meanwhile; nothing was recorded.".formatted(supportCase.status()));
        }
        return problemWith(label, text);
    }

    /** Why this text cannot be taken, whatever the case is. */
    public static Optional<String> problemWith(String label, @Nullable String text) {
        if (text == null || !InputText.isVisible(text)) {
            return Optional.of(label + ": required.");
        }
        if (text.length() > MAXIMUM) {
            return Optional.of("%s: at most %d characters, these are %d.".formatted(label, MAXIMUM, text.length()));
        }
        return Optional.empty();
    }
}
