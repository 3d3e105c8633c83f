package io.casewright.operations.domain;

import io.casewright.platform.text.Fingerprint;

/**
 * What incidents have in common that one remedy helps.
 *
 * @param kind of error, as the engine names it
 * @param shape of their messages, see {@link MessageShape#of}
 */
public record Cause(String processId, String elementId, String kind, String shape) {

    private static final int LENGTH = 16;

    /** The same for the same cause at any time, so that a page may name it. */
    public String id() {
        return Fingerprint.of(String.join("\n", processId, elementId, kind, shape))
                .substring(0, LENGTH);
    }
}
