package io.casewright.casefile.application;

import io.casewright.invoice.Invoice;
import io.casewright.invoice.Invoices;
import io.casewright.microsoft.MicrosoftTrouble;
import io.casewright.platform.engine.FormChoice;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Looks up the latest invoices, for an agent to choose one. It takes seconds, so no transaction. */
@Service
public class LookUpInvoices {

    private final Invoices invoices;

    LookUpInvoices(Invoices invoices) {
        this.invoices = invoices;
    }

    /** The invoices, or why there are none to choose from. */
    public record Found(List<FormChoice> choices, String problem) {}

    /** Partner Center's trouble holds nobody up. */
    public Found lookUp() {
        if (!invoices.isConfigured()) {
            return new Found(List.of(), "No line to Microsoft is set up; no invoice can be read from here.");
        }
        try {
            return new Found(
                    invoices.latest().stream()
                            .map(invoice -> new FormChoice(labelOf(invoice), invoice.id()))
                            .toList(),
                    "");
        } catch (MicrosoftTrouble trouble) {
            return new Found(List.of(), "The invoices could not be read: " + trouble.reason());
        }
    }

    private static String labelOf(Invoice invoice) {
        return "%s: %s, %s to %s"
                .formatted(day(invoice.issuedAt()), invoice.id(), day(invoice.from()), day(invoice.to()));
    }

    private static String day(@Nullable Instant time) {
        return time == null ? "?" : time.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
