package io.casewright.subscription;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in words, for agents, what a subscription is like. */
public final class SubscriptionWords {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private SubscriptionWords() {}

    /** One line: name, seats, status, term, renewal, and until when it may be cancelled. */
    public static String line(Subscription subscription) {
        return Stream.of(
                        "%s: %d seats".formatted(subscription.name(), subscription.quantity()),
                        of(subscription.status())
                                + (subscription.suspensionReasons().isEmpty()
                                        ? ""
                                        : " (" + String.join(", ", subscription.suspensionReasons()) + ")"),
                        term(subscription),
                        subscription.autoRenewEnabled() ? "renews itself" : "does not renew itself",
                        subscription.commitmentEnd() == null ? "" : "term ends" + on(subscription.commitmentEnd()),
                        subscription.cancellationAllowedUntil() == null
                                ? "cannot be cancelled"
                                : "may be cancelled until " + time(subscription.cancellationAllowedUntil()),
                        subscription.nextTermQuantity() == null
                                ? ""
                                : "%d seats from the next term".formatted(subscription.nextTermQuantity()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String term(Subscription subscription) {
        return Stream.of(subscription.term(), subscription.billingCycle())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    static String of(Subscription.Status status) {
        return switch (status) {
            case NONE, UNKNOWN -> "of unknown status";
            case DELETED -> "cancelled";
            case ACTIVE, PENDING, SUSPENDED, EXPIRED, DISABLED -> status.name().toLowerCase(Locale.ROOT);
        };
    }

    static String time(Instant time) {
        return TIME.format(time);
    }

    static String on(@Nullable Instant day) {
        return day == null ? "" : " on " + DAY.format(day);
    }
}
