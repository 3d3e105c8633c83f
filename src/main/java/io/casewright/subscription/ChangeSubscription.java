package io.casewright.subscription;

import static io.casewright.microsoft.Api.PARTNER_CENTER;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.casewright.microsoft.Call;
import io.casewright.microsoft.MicrosoftLine;
import io.casewright.microsoft.MicrosoftRefused;
import io.casewright.microsoft.MicrosoftUnavailable;
import io.casewright.subscription.SubscriptionWire.ProvisioningStatus;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Changes a subscription at Partner Center and reads back what came of it. Takes seconds, so never within a transaction. */
@Service
public class ChangeSubscription {

    private static final String PATH = "/v1/customers/{tenant}/subscriptions/{id}";
    private static final int ATTEMPTS = 3;

    private final MicrosoftLine line;
    private final Clock clock;

    ChangeSubscription(MicrosoftLine line, Clock clock) {
        this.line = line;
        this.clock = clock;
    }

    /**
     * Makes the change unless it is made already. Called again with the same key after whatever end, it changes nothing twice:
     * it reads first, and Partner Center knows the key.
     *
     * @param key of the wish, kept before the first call
     * @param asked whether Partner Center may have been asked before; then a refusal to be read says nothing of the change
     * @throws MicrosoftUnavailable when Partner Center cannot be asked now; whether it was changed is found out the next time
     */
    public ChangeOutcome make(String tenantId, SubscriptionChange change, UUID key, boolean asked) {
        boolean open = asked;
        try {
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                var found = read(tenantId, change);
                var before = found.subscription();
                if (change.isMadeIn(before)) {
                    return confirmed(tenantId, change, found);
                }
                var objection = objection(change, found, before);
                if (objection != null) {
                    return ChangeOutcome.refused(objection);
                }
                var refusal = ask(callFor(tenantId, change, found, keyOf(key, attempt)));
                if (refusal.isEmpty()) {
                    open = true;
                    return readBack(tenantId, change);
                }
                if (!Refusals.isStale(refusal.get())) {
                    return outcomeOf(refusal.get());
                }
            }
            return ChangeOutcome.goesOn("Others change the subscription at the same time; it is tried again.");
        } catch (MicrosoftRefused refused) {
            return open
                    ? ChangeOutcome.unclear("Partner Center was asked for the change, but cannot be read: "
                            + Refusals.sentenceFor(refused))
                    : ChangeOutcome.refused(Refusals.sentenceFor(refused));
        }
    }

    private Optional<MicrosoftRefused> ask(Call call) {
        try {
            line.send(call, ObjectNode.class);
            return Optional.empty();
        } catch (MicrosoftRefused refused) {
            return Optional.of(refused);
        }
    }

    private @Nullable String objection(SubscriptionChange change, SubscriptionResource found, Subscription before) {
        if (change.kind() == SubscriptionChange.Kind.SCHEDULE_SEATS && !found.canBeScheduled()) {
            return "Partner Center does not say which offer it is, so nothing can be scheduled here. Schedule it in"
                    + " Partner Center by hand.";
        }
        return change.objectionFor(before, clock.instant()).orElse(null);
    }

    private static ChangeOutcome outcomeOf(MicrosoftRefused refused) {
        return Refusals.isPending(refused)
                ? ChangeOutcome.waits(
                        "Another change of the subscription has not ended at Microsoft, which may take a day;"
                                + " it is tried again by itself. (Partner Center's code 900278, correlation id %s)"
                                        .formatted(refused.correlationId()))
                : ChangeOutcome.refused(Refusals.sentenceFor(refused));
    }

    private SubscriptionResource read(String tenantId, SubscriptionChange change) {
        var call = Call.get(PARTNER_CENTER, tenantId, PATH, tenantId, change.subscriptionId());
        return SubscriptionResource.of(line.send(call, ObjectNode.class));
    }

    private static Call callFor(String tenantId, SubscriptionChange change, SubscriptionResource found, UUID key) {
        return Call.patch(PARTNER_CENTER, tenantId, found.with(change), PATH, tenantId, change.subscriptionId())
                .header("If-Match", found.etag())
                .requestId(key);
    }

    /** After an answer Partner Center wants another id; it is derived, so that every run of an attempt has the same. */
    private static UUID keyOf(UUID key, int attempt) {
        return attempt == 1 ? key : UUID.nameUUIDFromBytes((key + "/" + attempt).getBytes(UTF_8));
    }

    private ChangeOutcome readBack(String tenantId, SubscriptionChange change) {
        var found = read(tenantId, change);
        return change.isMadeIn(found.subscription())
                ? confirmed(tenantId, change, found)
                : ChangeOutcome.goesOn("Partner Center took the change, but does not show it yet: " + told(found));
    }

    private ChangeOutcome confirmed(String tenantId, SubscriptionChange change, SubscriptionResource found) {
        return switch (provisioningOf(tenantId, change)) {
            case SUCCESS -> ChangeOutcome.made(told(found));
            case FAILED ->
                ChangeOutcome.unclear("Partner Center shows the change, but says that providing it failed. Look at the"
                        + " subscription in Partner Center, and open a ticket there if it stays so. " + told(found));
            case PENDING, UNKNOWN ->
                ChangeOutcome.goesOn("Partner Center shows the change and is still providing it. " + told(found));
        };
    }

    /** Only seats are handed out; every other change has taken effect when it is seen. */
    private ProvisioningStatus provisioningOf(String tenantId, SubscriptionChange change) {
        boolean provided = change.kind() == SubscriptionChange.Kind.ADD_SEATS
                || change.kind() == SubscriptionChange.Kind.REDUCE_SEATS;
        if (!provided) {
            return ProvisioningStatus.SUCCESS;
        }
        var call = Call.get(PARTNER_CENTER, tenantId, PATH + "/provisioningstatus", tenantId, change.subscriptionId());
        try {
            var status = line.send(call, SubscriptionWire.Provisioning.class)
                    .required()
                    .status();
            return status == null ? ProvisioningStatus.UNKNOWN : status;
        } catch (MicrosoftRefused refused) {
            // Not every offer has one; the subscription itself was read.
            return ProvisioningStatus.SUCCESS;
        }
    }

    private String told(SubscriptionResource found) {
        return "Read back at %s: %s. (Partner Center's correlation id %s)"
                .formatted(
                        SubscriptionWords.time(clock.instant()),
                        SubscriptionWords.line(found.subscription()),
                        found.correlationId());
    }
}
