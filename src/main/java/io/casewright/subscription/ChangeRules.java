package io.casewright.subscription;

import io.casewright.subscription.Subscription.Status;
import java.time.Instant;
import java.util.Optional;

/** Microsoft's rules for changes within a term. The deadline is the one that Partner Center names, never one that is counted here. */
final class ChangeRules {

    private ChangeRules() {}

    static Optional<String> objection(SubscriptionChange change, Subscription subscription, Instant now) {
        if (subscription.isOver()) {
            return Optional.of("The subscription is %s; nothing of it can be changed. A new one has to be ordered."
                    .formatted(SubscriptionWords.of(subscription.status())));
        }
        return switch (change.kind()) {
            case ADD_SEATS -> adding(change, subscription);
            case REDUCE_SEATS -> reducing(change, subscription, now);
            case SCHEDULE_SEATS -> scheduling(subscription);
            case CANCEL_SUBSCRIPTION -> cancelling(subscription, now);
            case REACTIVATE, RENEWAL_ON, RENEWAL_OFF, SUSPEND_SUBSCRIPTION -> Optional.empty();
        };
    }

    private static Optional<String> adding(SubscriptionChange change, Subscription subscription) {
        return suspended(subscription)
                .or(() -> change.seats() < subscription.quantity()
                        ? Optional.of(
                                "It has %d seats already, so %d are not more. Choose to reduce seats, or correct the number."
                                        .formatted(subscription.quantity(), change.seats()))
                        : Optional.empty());
    }

    private static Optional<String> reducing(SubscriptionChange change, Subscription subscription, Instant now) {
        int fewer = subscription.quantity() - change.seats();
        if (fewer < 0) {
            return Optional.of("It has %d seats, so %d are not fewer. Choose to add seats, or correct the number."
                    .formatted(subscription.quantity(), change.seats()));
        }
        if (!subscription.isInWindow(now)) {
            return Optional.of(window(subscription, "Seats") + " " + nextTerm(subscription));
        }
        Integer refundable = subscription.refundableQuantity();
        if (refundable != null && fewer > refundable) {
            return Optional.of((refundable == 0
                            ? "None of its seats can be given back, as is the rule for software."
                            : "Only %d of its seats can be given back now, not %d.".formatted(refundable, fewer))
                    + " " + nextTerm(subscription));
        }
        return suspended(subscription);
    }

    private static Optional<String> scheduling(Subscription subscription) {
        return subscription.autoRenewEnabled()
                ? Optional.empty()
                : Optional.of("It does not renew itself, so there is no next term to schedule seats for."
                        + " Turn automatic renewal on first.");
    }

    private static Optional<String> cancelling(Subscription subscription, Instant now) {
        return subscription.isInWindow(now)
                ? Optional.empty()
                : Optional.of(window(subscription, "It") + " "
                        + (subscription.autoRenewEnabled()
                                ? "Turn automatic renewal off, so that it ends with its term%s."
                                        .formatted(SubscriptionWords.on(subscription.commitmentEnd()))
                                : "It does not renew itself and ends with its term%s."
                                        .formatted(SubscriptionWords.on(subscription.commitmentEnd()))));
    }

    private static Optional<String> suspended(Subscription subscription) {
        return subscription.status() == Status.SUSPENDED
                ? Optional.of("The subscription is suspended. Reactivate it first, then change its seats.")
                : Optional.empty();
    }

    private static String window(Subscription subscription, String what) {
        boolean seats = what.equals("Seats");
        return subscription.cancellationAllowedUntil() == null
                ? "%s cannot be %s within the term: Microsoft names no time until which that is allowed."
                        .formatted(what, seats ? "given back" : "cancelled")
                : "%s could be %s until %s; that is over."
                        .formatted(
                                what,
                                seats ? "given back" : "cancelled",
                                SubscriptionWords.time(subscription.cancellationAllowedUntil()));
    }

    private static String nextTerm(Subscription subscription) {
        return "Schedule the number for the next term instead%s%s."
                .formatted(
                        SubscriptionWords.on(subscription.commitmentEnd()),
                        subscription.autoRenewEnabled() ? "" : "; for that, turn automatic renewal on first");
    }
}
