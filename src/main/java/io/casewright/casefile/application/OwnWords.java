package io.casewright.casefile.application;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Sees to it that what goes to a customer is the partner's own wording. */
public final class OwnWords {

    /** A shorter notice may be part of an own sentence by chance. */
    private static final int TELLING = 40;

    private OwnWords() {}

    /** Why these words cannot go out when they repeat a notice of Microsoft's, as a sentence for the agent. */
    public static Optional<String> problemWith(String label, String words, Stream<String> notices) {
        String own = plain(words);
        return notices.map(OwnWords::plain)
                        .filter(notice -> !notice.isEmpty())
                        .anyMatch(notice -> own.equals(notice) || (notice.length() >= TELLING && own.contains(notice)))
                ? Optional.of(label + ": these are Microsoft's; write them anew.")
                : Optional.empty();
    }

    /** Whether they say the same but for case, blanks and punctuation. */
    static boolean areSame(String words, String others) {
        return plain(words).equals(plain(others));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
