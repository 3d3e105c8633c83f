package io.casewright.casefile.application;

import java.util.regex.Pattern;

/** Takes out of a text what names a person or a tenant, before people of another customer's case see it. */
final class Redaction {

    private static final String HIDDEN = "[…]";
    private static final Pattern NAMING = Pattern.compile(
            // An e-mail address or a sign-in name.
            "[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{N}._%+'-]{1,64}@[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{N}.-]{1,190}"
                    // A tenant, a subscription, an object.
                    + "|\\b[0-9a-fA-F]{8}-?(?:[0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}\\b"
                    + "|\\b[\\w-]{1,64}(?:\\.mail)?\\.onmicrosoft\\.(?:com|de|us|cn)\\b"
                    + "|\\b[\\w-]{1,64}\\.sharepoint\\.(?:com|de|us|cn)\\b"
                    // A phone number: a plus or a nought first, or groups in the usual marks.
                    + "|(?<![\\p{L}\\p{N}.:-])(?:\\+|00?|\\()[0-9][0-9 ()/.\\u00a0-]{5,20}[0-9](?![\\p{L}\\p{N}])"
                    + "|(?<![\\p{L}\\p{N}.:-])[0-9]{3}[ -][0-9]{3,4}[ -][0-9]{4}(?![\\p{L}\\p{N}])");

    private Redaction() {}

    static String of(String text) {
        return NAMING.matcher(text).replaceAll(HIDDEN);
    }
}
