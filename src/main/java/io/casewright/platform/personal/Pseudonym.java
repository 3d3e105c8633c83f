package io.casewright.platform.personal;

import java.util.UUID;

/**
 * What a person is called from then on. Nothing leads back from it.
 *
 * @param address one that no mail reaches (RFC 2606)
 */
public record Pseudonym(String name, String address) {

    public static Pseudonym next() {
        String code = UUID.randomUUID().toString().substring(0, 8);
        return new Pseudonym("Erased contact " + code, "erased-" + code + "@erased.invalid");
    }
}
