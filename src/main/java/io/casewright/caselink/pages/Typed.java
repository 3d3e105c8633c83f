package io.casewright.caselink.pages;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was typed, and what is wrong with it.
 *
 * @param key one for each page, so that what is sent twice is one message
 * @param fault the end of a key of a sentence
 * @param fileProblem why the files were not taken, as an English sentence
 */
record Typed(
        String text,
        String key,
        @Nullable String fault,
        @Nullable String fileProblem) {

    static Typed nothing() {
        return new Typed("", UUID.randomUUID().toString(), null, null);
    }

    Typed with(String newFault) {
        return new Typed(text, key, newFault, null);
    }

    Typed withFiles(String problem) {
        return new Typed(text, key, null, problem);
    }
}
