package io.casewright.platform.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header that makes a repeated request the same request. */
public final class IdempotencyKey {

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,120}");

    private IdempotencyKey() {}

    /** @throws RequestRefused when it is missing or no key */
    public static String required(@Nullable String key) {
        if (key == null || !FORM.matcher(key).matches()) {
            throw RequestRefused.invalid(
                    "Idempotency-Key",
                    "is required as a header: 1 to 120 visible ASCII characters, new for each request, the same when it is"
                            + " repeated");
        }
        return key;
    }
}
