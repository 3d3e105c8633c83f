package io.casewright.invoice;

import static io.casewright.microsoft.Api.GRAPH;
import static io.casewright.microsoft.Api.PARTNER_CENTER;

import io.casewright.invoice.InvoiceReading.Failed;
import io.casewright.invoice.InvoiceReading.Prepared;
import io.casewright.invoice.InvoiceReading.Read;
import io.casewright.invoice.InvoiceWire.InvoiceType;
import io.casewright.microsoft.Call;
import io.casewright.microsoft.MicrosoftLine;
import io.casewright.microsoft.MicrosoftSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Reads the partner's invoices and, of one, the lines of one customer. Takes seconds, so never within a transaction. All
 * methods throw {@link io.casewright.microsoft.MicrosoftRefused} and {@link io.casewright.microsoft.MicrosoftUnavailable},
 * and {@link ExportUnreadable} where lines are exported.
 */
@Service
public class Invoices {

    private static final int PAGE = 500;
    private static final int MOST_PAGES = 200;
    private static final String NO_DATA = "5000";

    private final MicrosoftLine line;
    private final MicrosoftSettings microsoft;
    private final InvoiceSettings settings;
    private final ExportedFiles files;

    Invoices(MicrosoftLine line, MicrosoftSettings microsoft, InvoiceSettings settings, ExportedFiles files) {
        this.line = line;
        this.microsoft = microsoft;
        this.settings = settings;
        this.files = files;
    }

    /** Whether there is a line to Microsoft at all. */
    public boolean isConfigured() {
        return line.isConfigured();
    }

    /** The latest invoices, the newest first. */
    public List<Invoice> latest() {
        var call = Call.get(PARTNER_CENTER, partner(), "/v1/invoices");
        return pages(call, InvoiceWire.Invoices.class, InvoiceWire.Invoices::items).stream()
                .map(InvoiceWire.Item::invoice)
                .filter(invoice -> !invoice.id().isEmpty())
                .sorted(Comparator.comparing(Invoice::issuedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .reversed())
                .limit(settings.shown())
                .toList();
    }

    /** Begins to read the lines of the customer with this tenant id. */
    public InvoiceReading read(String invoiceId, String tenantId) {
        var call = Call.get(PARTNER_CENTER, partner(), "/v1/invoices/{id}", invoiceId);
        var invoice = line.send(call, InvoiceWire.Item.class).required();
        return invoice.invoiceType() == InvoiceType.RECURRING
                ? new Read(linesOf(invoice, invoiceId, tenantId))
                : export(invoiceId);
    }

    /** Asks for lines that Microsoft prepares. */
    public InvoiceReading follow(URI operation, String tenantId) {
        var found = line.send(Call.follow(GRAPH, partner(), operation), InvoiceWire.Operation.class)
                .required();
        return switch (found.status() == null ? "" : found.status().toLowerCase(Locale.ROOT)) {
            case "succeeded", "completed" -> new Read(exported(found, tenantId));
            case "failed" -> new Failed(reasonOf(found));
            default -> new Prepared(operation);
        };
    }

    /** The new commerce's lines are exported; the older interface does not have them. */
    private InvoiceReading export(String invoiceId) {
        var wish = new InvoiceWire.Export(invoiceId, "basic");
        var answer = line.send(
                Call.post(GRAPH, partner(), wish, "/v1.0/reports/partners/billing/reconciliation/billed/export"),
                Void.class);
        return answer.location() == null
                ? new Failed("Microsoft took the export but does not say where it will be (correlation id %s)."
                        .formatted(answer.correlationId()))
                : new Prepared(answer.location());
    }

    private List<InvoiceLine> exported(InvoiceWire.Operation operation, String tenantId) {
        if (operation.manifest() == null) {
            throw new ExportUnreadable("Microsoft says that the export is there, but not where.", null);
        }
        var manifest = line.send(Call.follow(GRAPH, partner(), operation.manifest()), InvoiceWire.Manifest.class)
                .required();
        return files.linesOf(manifest, tenantId);
    }

    private List<InvoiceLine> linesOf(InvoiceWire.Item invoice, String invoiceId, String tenantId) {
        var lines = new ArrayList<InvoiceLine>();
        for (var detail : Optional.ofNullable(invoice.invoiceDetails()).orElse(List.of())) {
            if ("billing_line_items".equalsIgnoreCase(detail.invoiceLineItemType())
                    && detail.billingProvider() != null) {
                lines.addAll(linesOf(detail.billingProvider(), invoiceId, tenantId));
            }
        }
        return List.copyOf(lines);
    }

    private List<InvoiceLine> linesOf(String provider, String invoiceId, String tenantId) {
        var call = Call.get(
                PARTNER_CENTER,
                partner(),
                "/v1/invoices/{id}/lineitems/{provider}/BillingLineItems",
                invoiceId,
                provider);
        return pages(call, InvoiceWire.Lines.class, InvoiceWire.Lines::items).stream()
                .filter(each -> tenantId.equalsIgnoreCase(each.customerId()))
                .map(InvoiceWire.Line::line)
                .toList();
    }

    /** What all pages hold; a page that is not full is the last. */
    private <P, T> List<T> pages(Call call, Class<P> page, Function<P, @Nullable List<T>> items) {
        var all = new ArrayList<T>();
        for (int number = 0; number < MOST_PAGES; number++) {
            var found = Optional.ofNullable(items.apply(
                            line.send(call.query("size", PAGE).query("offset", number * PAGE), page)
                                    .required()))
                    .orElse(List.of());
            all.addAll(found);
            if (found.size() < PAGE) {
                break;
            }
        }
        return all;
    }

    private static String reasonOf(InvoiceWire.Operation operation) {
        var error = operation.error();
        if (error == null) {
            return "Microsoft could not export the invoice and does not say why.";
        }
        return NO_DATA.equals(error.code())
                ? "Microsoft has no lines for this invoice."
                : "Microsoft could not export the invoice: %s (code %s)."
                        .formatted(InvoiceWire.plain(error.message()), InvoiceWire.plain(error.code()));
    }

    private String partner() {
        return microsoft.partnerTenant();
    }
}
