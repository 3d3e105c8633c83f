package io.casewright.triage;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The three kinds of support, as the training files and the decisions write them. */
public enum SupportType {
    BILLING,
    SUBSCRIPTION,
    TECHNICAL;

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
