package io.casewright.subscription;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription of a customer, as Partner Center told it last. All times are Microsoft's own.
 *
 * @param name of the offer, or the name that the partner gave it
 * @param quantity seats
 * @param term length in the form P1Y; null when there is none
 * @param billingCycle such as monthly; null when there is none
 * @param commitmentEnd when the term ends
 * @param cancellationAllowedUntil until when it may be cancelled and seats may be given back; null when neither is possible
 * @param refundableQuantity seats that may be given back now; null when Partner Center does not say
 * @param nextTermQuantity seats that are scheduled for the next term; null when nothing is scheduled
 * @param suspensionReasons Microsoft's words for why it is suspended
 */
public record Subscription(
        String id,
        String name,
        int quantity,
        Status status,
        @Nullable String term,
        @Nullable String billingCycle,
        boolean autoRenewEnabled,
        @Nullable Instant commitmentEnd,
        @Nullable Instant cancellationAllowedUntil,
        @Nullable Integer refundableQuantity,
        @Nullable Integer nextTermQuantity,
        List<String> suspensionReasons) {

    /** Whether it can be used. */
    public enum Status {
        NONE,
        ACTIVE,
        PENDING,
        SUSPENDED,
        EXPIRED,
        DISABLED,
        DELETED,
        /** A word that Microsoft has added meanwhile. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /** Whether it may be cancelled, or seats may be given back, at this time. */
    public boolean isInWindow(Instant now) {
        return cancellationAllowedUntil != null && !now.isAfter(cancellationAllowedUntil);
    }

    /** Whether nothing of it can be changed any more. */
    public boolean isOver() {
        return status == Status.DELETED || status == Status.EXPIRED || status == Status.DISABLED;
    }
}
