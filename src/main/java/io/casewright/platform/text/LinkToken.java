package io.casewright.platform.text;

import java.security.SecureRandom;
import java.util.Base64;

/** What makes a link one that only whoever got it knows. */
public final class LinkToken {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private LinkToken() {}

    /** A new one, of characters that need no encoding in an address. */
    public static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
