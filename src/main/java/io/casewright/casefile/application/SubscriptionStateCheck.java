package io.casewright.casefile.application;

import io.casewright.customer.SupportAction;
import io.casewright.subscription.Subscription;
import io.casewright.subscription.Subscriptions;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the subscriptions of a customer stand with the partner's own Partner Center; nobody enters the customer's tenant for it. */
@Component
class SubscriptionStateCheck implements TroubleshootingCheck {

    private final Subscriptions subscriptions;

    SubscriptionStateCheck(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public Kind kind() {
        return Kind.SUBSCRIPTION_STATE;
    }

    @Override
    public Optional<SupportAction> action() {
        return Optional.empty();
    }

    @Override
    public boolean readsWhatIsTheCustomers() {
        return false;
    }

    @Override
    public CheckResult run(String tenantId, @Nullable String subject) {
        var all = subscriptions.of(tenantId);
        return new CheckResult(
                all.isEmpty()
                        ? "Partner Center shows no subscription of this customer."
                        : all.stream().map(SubscriptionStateCheck::lineOf).collect(Collectors.joining("\n")),
                true);
    }

    private static String lineOf(Subscription subscription) {
        String reasons = subscription.suspensionReasons().isEmpty()
                ? ""
                : ", because " + String.join(", ", subscription.suspensionReasons());
        return "%s: %s%s, %d seats%s."
                .formatted(
                        subscription.name(),
                        subscription.status().name().toLowerCase(Locale.ROOT),
                        reasons,
                        subscription.quantity(),
                        subscription.commitmentEnd() == null ? "" : ", term ends " + subscription.commitmentEnd());
    }
}
