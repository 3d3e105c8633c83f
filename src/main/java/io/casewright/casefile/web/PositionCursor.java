package io.casewright.casefile.web;

import io.casewright.platform.web.RequestRefused;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The place in a list that only grows at its end, as a word that only we read.
 *
 * @param kind of which list
 * @param of what an answer has to be for its cursor to fit, in words
 */
record PositionCursor(String kind, String of) {

    String behind(long position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((kind + ':' + position).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The place that the cursor tells; 0 for none.
     *
     * @throws RequestRefused when it is none of this list
     */
    long position(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (plain.startsWith(kind + ':')) {
                return Long.parseLong(plain.substring(kind.length() + 1));
            }
        } catch (IllegalArgumentException e) {
            // As any other that is none of ours.
        }
        throw RequestRefused.invalid(
                "cursor", "must be the field next of an answer %s; begin without it".formatted(of));
    }
}
