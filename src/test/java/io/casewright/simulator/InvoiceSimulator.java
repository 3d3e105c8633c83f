package io.casewright.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** The partner's invoices of the story: one of before the new commerce, one of the new, each over several customers. */
public final class InvoiceSimulator implements SimulatedApi {

    public static final String LEGACY = "D0300012AB";
    public static final String NEW_COMMERCE = "G004567890";
    public static final String EMPTY = "G004567891";
    private static final String BILLING = "/v1.0/reports/partners/billing";

    private final List<ObjectNode> invoices = new ArrayList<>();
    private final Map<String, AtomicInteger> running = new ConcurrentHashMap<>();
    private final Map<String, String> exported = new ConcurrentHashMap<>();
    private volatile int looks = 1;

    InvoiceSimulator() {
        invoices.add(invoice(LEGACY, "2026-10", "Recurring"));
        invoices.add(invoice(NEW_COMMERCE, "2026-11", "OneTime"));
        invoices.add(invoice(EMPTY, "2026-09", "OneTime"));
    }

    @Override
    public void addTo(Routes routes) {
        routes.on("GET", "/v1/invoices", request -> Reply.ok(Map.of("totalCount", invoices.size(), "items", invoices)));
        routes.on(
                "GET",
                "/v1/invoices/{invoice}",
                request -> invoices.stream()
                        .filter(each -> each.path("id").asText().equals(request.variable("invoice")))
                        .findFirst()
                        .map(Reply::ok)
                        .orElseGet(() ->
                                Reply.of(404, Map.of("code", "404", "description", "There is no such invoice."))));
        routes.on("GET", "/v1/invoices/{invoice}/lineitems/{provider}/BillingLineItems", InvoiceSimulator::page);
        routes.on("POST", BILLING + "/reconciliation/billed/export", this::export);
        routes.on("GET", BILLING + "/operations/{operation}", this::operation);
        routes.on("GET", BILLING + "/manifests/{manifest}", InvoiceSimulator::manifest);
        routes.direct("GET", "/simulator/files/{operation}/{file}", InvoiceSimulator::file);
        routes.direct("PUT", "/simulator/invoices/export-takes/{looks}", request -> {
            exportTakes(Integer.parseInt(request.variable("looks")));
            return Reply.of(204, null);
        });
    }

    /** The next exports are still running for so many looks. */
    public void exportTakes(int looks) {
        this.looks = looks;
    }

    private static ObjectNode invoice(String id, String month, String type) {
        ObjectNode invoice =
                Contract.examples().example("invoice-get").response().deepCopy();
        invoice.put("id", id)
                .put("invoiceDate", month + "-08T00:00:00Z")
                .put("invoiceType", type)
                .put("pdfDownloadLink", "/invoices/" + id + "/documents/statement");
        return invoice;
    }

    /** Several hundred lines, so that there is more than one page; few are of one customer. */
    private static Reply page(Exchange request) {
        var lines = new ArrayList<ObjectNode>();
        for (int i = 0; i < 600; i++) {
            ObjectNode line = ((ObjectNode) Contract.examples()
                            .example("invoice-lines")
                            .response()
                            .path("items")
                            .get(0))
                    .deepCopy();
            if (i != 3 && i != 599) {
                line.put(
                                "customerId",
                                UUID.nameUUIDFromBytes(("other" + i).getBytes(UTF_8))
                                        .toString())
                        .put("customerName", "Adatum");
            }
            lines.add(line);
        }
        int from = Math.min(request.query("offset").map(Integer::parseInt).orElse(0), lines.size());
        int size = request.query("size").map(Integer::parseInt).orElse(lines.size());
        return Reply.ok(
                Map.of("totalCount", lines.size(), "items", lines.subList(from, Math.min(from + size, lines.size()))));
    }

    private Reply export(Exchange request) {
        String operation = UUID.randomUUID().toString();
        running.put(operation, new AtomicInteger(looks));
        exported.put(operation, request.body().path("invoiceId").asText());
        return Reply.of(202, null).header("Location", request.address() + BILLING + "/operations/" + operation);
    }

    private Reply operation(Exchange request) {
        String id = request.variable("operation");
        var left = running.get(id);
        if (left == null) {
            return Reply.of(404, Map.of("error", Map.of("code", "NotFound", "message", "There is none.")));
        }
        ObjectNode operation;
        if (left.getAndDecrement() > 0) {
            operation = example("invoice-operation-running");
        } else if (EMPTY.equals(exported.get(id))) {
            operation = example("invoice-operation-failed");
        } else {
            operation = example("invoice-operation-succeeded")
                    .put("resourceLocation@odata.navigationLink", request.address() + BILLING + "/manifests/" + id);
        }
        return Reply.ok(operation.put("id", id));
    }

    private static Reply manifest(Exchange request) {
        String id = request.variable("manifest");
        return Reply.ok(example("invoice-manifest")
                .put("id", id)
                .put("rootDirectory", request.address() + "/simulator/files/" + id)
                .put("sasToken", "sig=simulated"));
    }

    private static Reply file(Exchange request) {
        if (!request.query("sig").orElse("").equals("simulated")) {
            return Reply.of(403, "");
        }
        ObjectNode ours = example("invoice-exported-line");
        ObjectNode others = ours.deepCopy()
                .put("CustomerId", "0b7c2f3e-5a41-4d0e-9c55-1f6a3d2b8e01")
                .put("CustomerName", "Contoso");
        String lines = List.of(others, ours, others).stream()
                .map(ObjectNode::toString)
                .collect(Collectors.joining("\n", "", "\n"));
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(lines.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Reply.ok(bytes.toByteArray());
    }

    private static ObjectNode example(String name) {
        return Contract.examples().example(name).response().deepCopy();
    }
}
