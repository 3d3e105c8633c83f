package io.casewright.handoff.client;

import io.casewright.handoff.application.DeskRefused;
import io.casewright.handoff.client.AzureSupportWire.Subscription;
import io.casewright.handoff.client.AzureSupportWire.Subscriptions;
import io.casewright.microsoft.Api;
import io.casewright.microsoft.Call;
import java.util.List;
import org.springframework.stereotype.Component;

/** The customer's Azure subscriptions that are in use; tickets hang on one. */
@Component
class AzureSubscriptions {

    private static final String VERSION = "2022-12-01";
    private static final int MOST = 10;

    private final AzureLine line;

    AzureSubscriptions(AzureLine line) {
        this.line = line;
    }

    /**
     * Their ids, always in the same order.
     *
     * @throws DeskRefused when there is none
     */
    List<String> of(String tenantId) {
        var enabled = line
                .all(
                        Call.get(Api.AZURE, tenantId, "/subscriptions").query("api-version", VERSION),
                        Subscriptions.class,
                        Subscriptions::value,
                        Subscriptions::nextLink)
                .stream()
                .filter(subscription ->
                        subscription.subscriptionId() != null && "Enabled".equalsIgnoreCase(subscription.state()))
                .map(AzureSubscriptions::id)
                .sorted()
                .limit(MOST)
                .toList();
        if (enabled.isEmpty()) {
            throw new DeskRefused(
                    "Tenant %s shows no Azure subscription that is enabled, and an Azure ticket hangs on one. Give the application the role Support Request Contributor on it, or open the ticket by hand."
                            .formatted(tenantId));
        }
        return enabled;
    }

    private static String id(Subscription subscription) {
        return String.valueOf(subscription.subscriptionId());
    }
}
