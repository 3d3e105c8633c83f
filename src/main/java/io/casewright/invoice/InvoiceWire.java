package io.casewright.invoice;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** The shapes of Microsoft's answers about invoices. */
final class InvoiceWire {

    private static final int SHOWN = 100;

    private InvoiceWire() {}

    record Invoices(@Nullable List<Item> items) {}

    record Item(
            @Nullable String id,
            @Nullable Instant invoiceDate,
            @Nullable Instant billingPeriodStartDate,
            @Nullable Instant billingPeriodEndDate,
            @Nullable InvoiceType invoiceType,
            @Nullable List<Detail> invoiceDetails) {

        Invoice invoice() {
            return new Invoice(id == null ? "" : id, invoiceDate, billingPeriodStartDate, billingPeriodEndDate);
        }
    }

    /** Which interface has the lines. */
    enum InvoiceType {
        /** Of before the new commerce. */
        RECURRING,
        /** Of the new commerce. */
        @JsonEnumDefaultValue
        ONETIME
    }

    record Detail(
            @Nullable String invoiceLineItemType, @Nullable String billingProvider) {}

    record Lines(@Nullable Integer totalCount, @Nullable List<Line> items) {}

    /** A line of before the new commerce. */
    record Line(
            @Nullable String customerId,
            @Nullable String subscriptionId,
            @Nullable String offerName,
            @Nullable String chargeType,
            @Nullable Instant chargeStartDate,
            @Nullable Instant chargeEndDate,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal totalForCustomer,
            @Nullable String currency) {

        InvoiceLine line() {
            return new InvoiceLine(
                    subscriptionId,
                    plain(offerName),
                    plain(chargeType),
                    chargeStartDate,
                    chargeEndDate,
                    quantity,
                    totalForCustomer,
                    plain(currency));
        }
    }

    record Export(String invoiceId, String attributeSet) {}

    record Operation(
            @Nullable String status,
            @Nullable Failure error,

            @JsonProperty("resourceLocation@odata.navigationLink") @Nullable
            URI manifest) {}

    record Failure(@Nullable String code, @Nullable String message) {}

    record Manifest(
            @Nullable URI rootDirectory,
            @Nullable String sasToken,
            @Nullable List<Blob> blobs) {}

    record Blob(@Nullable String name) {}

    /** A line of the new commerce, as it stands in an exported file. */
    record ExportedLine(
            @Nullable String customerId,
            @Nullable String subscriptionId,
            @Nullable String productName,
            @Nullable String skuName,
            @Nullable String chargeType,
            @Nullable Instant chargeStartDate,
            @Nullable Instant chargeEndDate,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal total,
            @Nullable String currency) {

        InvoiceLine line() {
            String name = Stream.of(skuName, productName)
                    .filter(each -> each != null && !each.isBlank())
                    .findFirst()
                    .orElse("");
            return new InvoiceLine(
                    subscriptionId,
                    plain(name),
                    plain(chargeType),
                    chargeStartDate,
                    chargeEndDate,
                    quantity,
                    total,
                    plain(currency));
        }
    }

    static String plain(@Nullable String text) {
        String plain = Jsoup.parse(text == null ? "" : text).text();
        return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN - 1).stripTrailing() + "…";
    }
}
