package io.casewright.operations.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What incidents have in common that one remedy helps.
 *
 * @param kind of error, as the engine names it
 * @param shape of their messages, see {@link MessageShape#of}
 */
public record Cause(String processId, String elementId, String kind, String shape) {

    /** The same for the same cause at any time, so that a page may name it. */
    public String id() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", processId, elementId, kind, shape).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
