package io.casewright.subscription;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of one subscription, as a desk plans it.
 *
 * @param quantity seats it shall have afterwards, or in the next term; null when the change is not about seats
 */
public record SubscriptionChange(
        Kind kind, String subscriptionId, @Nullable Integer quantity) {

    /** Microsoft sells no more than this of one offer. */
    public static final int MOST_SEATS = 100_000;

    /** What is changed; the names in lower case with hyphens are the actions of the forms. */
    public enum Kind {
        ADD_SEATS(true),
        REDUCE_SEATS(true),
        SCHEDULE_SEATS(true),
        CANCEL_SUBSCRIPTION(false),
        SUSPEND_SUBSCRIPTION(false),
        REACTIVATE(false),
        RENEWAL_ON(false),
        RENEWAL_OFF(false);

        private final boolean aboutSeats;

        Kind(boolean aboutSeats) {
            this.aboutSeats = aboutSeats;
        }

        public boolean isAboutSeats() {
            return aboutSeats;
        }

        /** As forms and decisions write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The kind of this word; empty when an action of this name is no change of a subscription. */
        public static Optional<Kind> of(@Nullable String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }
    }

    int seats() {
        if (quantity == null) {
            throw new IllegalStateException(kind.word() + " without a number of seats");
        }
        return quantity;
    }

    /** Whether the subscription is as it shall be. */
    boolean isMadeIn(Subscription subscription) {
        return switch (kind) {
            case ADD_SEATS, REDUCE_SEATS -> subscription.quantity() == seats();
            case SCHEDULE_SEATS ->
                subscription.nextTermQuantity() != null && subscription.nextTermQuantity() == seats();
            case CANCEL_SUBSCRIPTION -> subscription.status() == Subscription.Status.DELETED;
            case SUSPEND_SUBSCRIPTION -> subscription.status() == Subscription.Status.SUSPENDED;
            case REACTIVATE -> subscription.status() == Subscription.Status.ACTIVE;
            case RENEWAL_ON -> subscription.autoRenewEnabled();
            case RENEWAL_OFF -> !subscription.autoRenewEnabled();
        };
    }

    /** Why the change cannot be made at this time, what the rule is and what helps; in sentences for an agent. */
    public Optional<String> objectionFor(Subscription subscription, Instant now) {
        return ChangeRules.objection(this, subscription, now);
    }
}
