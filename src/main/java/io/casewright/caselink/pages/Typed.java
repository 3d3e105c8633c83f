package io.casewright.caselink.pages;

import io.casewright.caselink.application.AnswerByLink.Fault;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was typed, and what is wrong with it.
 *
 * @param key one for each page, so that what is sent twice is one message
 * @param fileProblem why the files were not taken, as an English sentence
 */
record Typed(
        String text,
        String key,
        @Nullable Fault fault,
        @Nullable String fileProblem) {

    static Typed nothing() {
        return new Typed("", UUID.randomUUID().toString(), null, null);
    }

    Typed with(Fault newFault) {
        return new Typed(text, key, newFault, null);
    }

    Typed withFiles(String problem) {
        return new Typed(text, key, null, problem);
    }
}
