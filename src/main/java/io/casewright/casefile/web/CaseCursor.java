package io.casewright.casefile.web;

import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.Severity;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.platform.web.RequestRefused;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;

/** The place in a sorted list behind one of its cases, as a word that only we read: the list may grow meanwhile without a case being missed or told twice. */
final class CaseCursor {

    private static final String SEPARATOR = "\n";

    private CaseCursor() {}

    /** Behind this case. */
    static String behind(SupportCase last, String sort) {
        String plain = String.join(SEPARATOR, sort, Long.toString(last.id()), valueOf(last, property(sort)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The place that the cursor tells.
     *
     * @throws RequestRefused when it is none of ours, or of a list in another order
     */
    static KeysetScrollPosition position(String cursor, String sort) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(SEPARATOR, 3);
            if (parts.length == 3 && parts[0].equals(sort)) {
                String property = property(sort);
                return ScrollPosition.forward(
                        Map.of(property, value(property, parts[2]), "id", Long.parseLong(parts[1])));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // As any other that is none of ours.
        }
        throw RequestRefused.invalid(
                "cursor", "must be the field next of an answer to the same search in the same order; begin without it");
    }

    private static String property(String sort) {
        return sort.split(",", 2)[0];
    }

    private static String valueOf(SupportCase supportCase, String property) {
        return switch (property) {
            case "receivedAt" -> supportCase.receivedAt().toString();
            case "status" -> supportCase.status().name();
            case "severity" -> supportCase.severity().name();
            case "subject" -> supportCase.request().subject();
            default -> supportCase.number().value();
        };
    }

    private static Object value(String property, String value) {
        return switch (property) {
            case "receivedAt" -> Instant.parse(value);
            case "status" -> CaseStatus.valueOf(value);
            case "severity" -> Severity.valueOf(value);
            default -> value;
        };
    }
}
