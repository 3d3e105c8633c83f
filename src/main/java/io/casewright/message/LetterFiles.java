package io.casewright.message;

import java.util.List;

/** Knows which files go along with a letter. */
@FunctionalInterface
public interface LetterFiles {

    /** Those of the message, in their order. */
    List<LetterFile> of(long message);
}
