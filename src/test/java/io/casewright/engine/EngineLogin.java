package io.casewright.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** What the embedded engine asks of who speaks to it, on either of its interfaces. */
public record EngineLogin(String user, String password) {

    /** Nothing is asked: only for an engine inside of one test. */
    public static final EngineLogin NOT_ASKED = new EngineLogin("", "");

    /** One that nobody can guess. */
    public static EngineLogin made(String user) {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        return new EngineLogin(user, HexFormat.of().formatHex(secret));
    }

    /** The value of the header {@code Authorization}. */
    public String header() {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    boolean admits(String header) {
        return password.isEmpty()
                || header != null
                        && MessageDigest.isEqual(
                                header.getBytes(StandardCharsets.UTF_8), header().getBytes(StandardCharsets.UTF_8));
    }
}
