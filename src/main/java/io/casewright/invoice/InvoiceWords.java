package io.casewright.invoice;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says the lines of one customer in words: for the case, and, with what the partner pays, for the agent alone. */
public final class InvoiceWords {

    private InvoiceWords() {}

    /** What may stand in the case. */
    public static String withoutCost(String invoiceId, List<InvoiceLine> lines) {
        return headOf(invoiceId, lines) + lines.stream().map(InvoiceWords::line).collect(Collectors.joining());
    }

    /** Internal: for the agent's form, never for a letter or the case. */
    public static String withCost(String invoiceId, List<InvoiceLine> lines) {
        return headOf(invoiceId, lines)
                + lines.stream()
                        .map(line -> line(line)
                                + (line.cost() == null
                                        ? ""
                                        : " [partner's cost %s %s]"
                                                .formatted(line.cost().toPlainString(), line.currency())))
                        .collect(Collectors.joining());
    }

    private static String headOf(String invoiceId, List<InvoiceLine> lines) {
        return "Invoice %s has %s about this customer."
                .formatted(invoiceId, lines.size() == 1 ? "1 line" : lines.size() + " lines");
    }

    private static String line(InvoiceLine line) {
        return "\n- "
                + Stream.of(
                                line.name(),
                                line.chargeType(),
                                line.quantity() == null
                                        ? ""
                                        : line.quantity().stripTrailingZeros().toPlainString() + " pieces",
                                line.from() == null && line.to() == null
                                        ? ""
                                        : day(line.from()) + " to " + day(line.to()),
                                line.subscriptionId() == null ? "" : "subscription " + line.subscriptionId())
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining(", "));
    }

    private static String day(@Nullable Instant time) {
        return time == null ? "?" : time.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
