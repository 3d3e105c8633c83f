package io.casewright.triage;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How severe a request reads, as the training files and the decisions write it; the gravest last. */
public enum Impact {
    MINIMAL,
    MODERATE,
    CRITICAL;

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Impact> ofKey(String key) {
        return Arrays.stream(values())
                .filter(impact -> impact.key().equals(key))
                .findFirst();
    }
}
