package io.casewright.triage;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Products that are administered in the same place. */
public enum ProductFamily {
    EXCHANGE,
    TEAMS,
    SHAREPOINT,
    AZURE,
    DYNAMICS,
    POWER_BI,
    INTUNE,
    ENTRA,
    M365,
    THIRD_PARTY,
    UNKNOWN;

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
