package io.casewright.microsoft;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.casewright.platform.text.Secret;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals what is kept of a sign-in (AES-256-GCM), for one place only: put elsewhere, it does not open. */
final class TokenSeal {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    /** @throws IllegalArgumentException when the key is not 32 bytes in Base64 */
    TokenSeal(Secret key) {
        byte[] bytes = decoded(key.value().strip());
        if (bytes.length != KEY_BYTES) {
            throw unusable();
        }
        this.key = new SecretKeySpec(bytes, "AES");
    }

    byte[] seal(String clear, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(clear.getBytes(UTF_8));
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
    }

    /** @throws AEADBadTagException when it was sealed with another key, for another place, or changed since */
    String open(byte[] sealed, String place) throws AEADBadTagException {
        if (sealed.length < NONCE_BYTES) {
            throw new AEADBadTagException("Too short to be sealed");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        var rest = ByteBuffer.wrap(sealed).get(nonce);
        byte[] body = new byte[rest.remaining()];
        rest.get(body);
        try {
            return new String(cipher(Cipher.DECRYPT_MODE, nonce, place).doFinal(body), UTF_8);
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(UTF_8));
        return cipher;
    }

    private static byte[] decoded(String key) {
        try {
            return Base64.getDecoder().decode(key);
        } catch (IllegalArgumentException e) {
            // Without its cause, which tells of the key.
            throw unusable();
        }
    }

    private static IllegalArgumentException unusable() {
        return new IllegalArgumentException("CASEWRIGHT_MICROSOFT_TOKEN_KEY must be 32 bytes in Base64,"
                + " such as openssl rand -base64 32 makes");
    }
}
