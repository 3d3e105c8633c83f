package io.casewright.casefile.application;

import io.casewright.casefile.domain.Evidence;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.customer.Requester;
import io.casewright.platform.text.CutText;
import java.util.List;
import java.util.stream.Collectors;

/** The text a ticket starts from: what a vendor asks for, and the case knows. */
final class TicketText {

    private static final int EACH = 1500;
    // A form and the variables of a running case have to hold it; what is cut is in the case file.
    private static final int ALL = 5990;

    private TicketText() {}

    static String of(SupportCase supportCase, Requester requester, List<Evidence> evidence) {
        var request = supportCase.request();
        return CutText.upTo(ALL, """
                Customer: %s (tenant %s, %s)
                Product: %s
                Severity: %s
                Reported: %s (UTC), %s users affected, region %s
                Our case: %s
                Category: %s

                Problem: %s
                %s

                Findings: %s

                %s""".formatted(
                requester.customerName(),
                requester.tenantId(),
                requester.customerDomain(),
                request.product() == null ? "not named" : request.product(),
                supportCase.severity().name().toLowerCase(java.util.Locale.ROOT),
                supportCase.receivedAt(),
                request.affectedUsers() == null ? "an unknown number of" : request.affectedUsers(),
                request.region() == null ? "not named" : request.region(),
                supportCase.number(),
                supportCase.handOffCategory().orElse("not named"),
                request.subject(),
                CutText.upTo(EACH, request.description()),
                supportCase.findings().map(text -> CutText.upTo(EACH, text)).orElse("none yet"),
                evidence.stream().map(TicketText::lineOf).collect(Collectors.joining("\n\n"))));
    }

    private static String lineOf(Evidence evidence) {
        String role = evidence.role() == null ? "" : ", as " + evidence.role();
        return "%s (%s%s): %s"
                .formatted(
                        evidence.kind().name().replace('_', ' ').toLowerCase(java.util.Locale.ROOT),
                        evidence.recordedAt(),
                        role,
                        CutText.upTo(EACH, evidence.text()));
    }
}
