package io.casewright.handoff.domain;

import io.casewright.casefile.domain.Severity;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What a ticket says when it is opened.
 *
 * @param roundTheClock whether somebody of the partner can be reached at any hour
 * @param diagnosticsConsent whether the customer agrees that diagnostics are read
 * @param contactHours time zone and language of the contact
 */
@Embeddable
public record Ticket(
        String title,
        String text,
        @Enumerated(EnumType.STRING) Severity severity,
        boolean roundTheClock,
        boolean diagnosticsConsent,
        String contactName,
        String contactEmail,
        String contactPhone,
        String contactHours) {

    /** The text with what the vendor has to know beside it. */
    public String fullText() {
        return """
                %s

                Severity: %s
                Reachable round the clock: %s
                Consent to diagnostics: %s
                Contact: %s, %s, %s (%s)""".formatted(
                        text,
                        severity.name().toLowerCase(java.util.Locale.ROOT),
                        yesOrNo(roundTheClock),
                        yesOrNo(diagnosticsConsent),
                        contactName,
                        contactEmail,
                        contactPhone,
                        contactHours);
    }

    private static String yesOrNo(boolean answer) {
        return answer ? "yes" : "no";
    }
}
