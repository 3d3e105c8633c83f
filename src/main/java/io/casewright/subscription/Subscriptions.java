package io.casewright.subscription;

import static io.casewright.microsoft.Api.PARTNER_CENTER;

import io.casewright.microsoft.Call;
import io.casewright.microsoft.MicrosoftLine;
import io.casewright.microsoft.MicrosoftRefused;
import io.casewright.microsoft.MicrosoftUnavailable;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Reads the subscriptions of customers at Partner Center. Takes seconds, so never within a transaction. */
@Service
public class Subscriptions {

    private final MicrosoftLine line;

    Subscriptions(MicrosoftLine line) {
        this.line = line;
    }

    /** Whether there is a line to Microsoft at all. */
    public boolean isConfigured() {
        return line.isConfigured();
    }

    /**
     * All subscriptions of the customer, also those that are over; empty as well while there is no line to Microsoft.
     *
     * @throws MicrosoftRefused when the partner may not see the customer's subscriptions
     * @throws MicrosoftUnavailable when Partner Center cannot be asked now
     */
    public List<Subscription> of(String tenantId) {
        if (!line.isConfigured()) {
            return List.of();
        }
        var call = Call.get(PARTNER_CENTER, tenantId, "/v1/customers/{tenant}/subscriptions", tenantId);
        return Optional.ofNullable(line.send(call, SubscriptionWire.Subscriptions.class)
                        .required()
                        .items())
                .orElse(List.of())
                .stream()
                .map(SubscriptionWire.Item::subscription)
                .filter(subscription -> !subscription.id().isEmpty())
                .toList();
    }

    /**
     * The subscription of the customer with this id.
     *
     * @throws MicrosoftRefused when the customer has none
     * @throws MicrosoftUnavailable when Partner Center cannot be asked now
     */
    public Subscription find(String tenantId, String id) {
        var call = Call.get(PARTNER_CENTER, tenantId, "/v1/customers/{tenant}/subscriptions/{id}", tenantId, id);
        return line.send(call, SubscriptionWire.Item.class).required().subscription();
    }
}
