package io.casewright.subscription;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** The shapes of Partner Center's answers about subscriptions. */
final class SubscriptionWire {

    private static final int SHOWN = 100;

    private SubscriptionWire() {}

    record Subscriptions(@Nullable List<Item> items) {}

    record Item(
            @Nullable String id,
            @Nullable String offerName,
            @Nullable String friendlyName,
            @Nullable Integer quantity,
            Subscription.@Nullable Status status,
            @Nullable String termDuration,
            @Nullable String billingCycle,
            @Nullable Boolean autoRenewEnabled,
            @Nullable Instant commitmentEndDate,
            @Nullable Instant cancellationAllowedUntilDate,
            @Nullable RefundableQuantity refundableQuantity,
            @Nullable NextTerm scheduledNextTermInstructions,
            @Nullable List<String> suspensionReasons) {

        Subscription subscription() {
            return new Subscription(
                    id == null ? "" : id,
                    Stream.of(friendlyName, offerName)
                            .filter(name -> name != null && !name.isBlank())
                            .findFirst()
                            .map(Item::plain)
                            .orElse("Without a name"),
                    quantity == null ? 0 : quantity,
                    status == null ? Subscription.Status.UNKNOWN : status,
                    termDuration,
                    billingCycle,
                    Boolean.TRUE.equals(autoRenewEnabled),
                    commitmentEndDate,
                    cancellationAllowedUntilDate,
                    refundableQuantity == null ? null : refundableQuantity.totalQuantity,
                    scheduledNextTermInstructions == null ? null : scheduledNextTermInstructions.quantity,
                    suspensionReasons == null
                            ? List.of()
                            : suspensionReasons.stream().map(Item::plain).toList());
        }

        private static String plain(String text) {
            String plain = Jsoup.parse(text).text();
            return plain.length() <= SHOWN
                    ? plain
                    : plain.substring(0, SHOWN - 1).stripTrailing() + "…";
        }
    }

    record RefundableQuantity(@Nullable Integer totalQuantity) {}

    record NextTerm(@Nullable Integer quantity) {}

    record Provisioning(@Nullable ProvisioningStatus status) {}

    /** Whether the licences have been handed out. */
    enum ProvisioningStatus {
        SUCCESS,
        PENDING,
        FAILED,
        @JsonEnumDefaultValue
        UNKNOWN
    }
}
