package io.casewright.subscription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.casewright.microsoft.Answer;
import io.casewright.microsoft.MicrosoftJson;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A subscription with everything that Partner Center said of it. A change is sent as the full resource, and what is missing in it would
 * be taken for removed; so this one is kept as it came, with all that no record here knows.
 */
record SubscriptionResource(ObjectNode content, String etag, String correlationId) {

    private static final JsonMapper JSON = MicrosoftJson.mapper();

    static SubscriptionResource of(Answer<ObjectNode> answer) {
        ObjectNode content = answer.required();
        String etag = get(get(content, "attributes"), "etag").asText("");
        return new SubscriptionResource(
                content,
                etag.isEmpty() ? Optional.ofNullable(answer.etag()).orElse("*") : etag,
                answer.correlationId());
    }

    Subscription subscription() {
        try {
            return JSON.treeToValue(content, SubscriptionWire.Item.class).subscription();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Partner Center's subscription cannot be read (correlation id " + correlationId + ")", e);
        }
    }

    /** The full resource with nothing but the change in it. */
    ObjectNode with(SubscriptionChange change) {
        ObjectNode changed = content.deepCopy();
        switch (change.kind()) {
            case ADD_SEATS, REDUCE_SEATS ->
                set(changed, "quantity", JSON.getNodeFactory().numberNode(change.seats()));
            case SCHEDULE_SEATS -> set(changed, "scheduledNextTermInstructions", nextTerm(change.seats()));
            case CANCEL_SUBSCRIPTION -> status(changed, "deleted");
            case SUSPEND_SUBSCRIPTION -> status(changed, "suspended");
            case REACTIVATE -> status(changed, "active");
            case RENEWAL_ON ->
                set(changed, "autoRenewEnabled", JSON.getNodeFactory().booleanNode(true));
            case RENEWAL_OFF ->
                set(changed, "autoRenewEnabled", JSON.getNodeFactory().booleanNode(false));
        }
        return changed;
    }

    /** Whether the parts of its offer are known, without which nothing can be scheduled. */
    boolean canBeScheduled() {
        return get(get(content, "scheduledNextTermInstructions"), "product").isObject()
                || get(content, "offerId").asText("").split(":").length == 3;
    }

    private ObjectNode nextTerm(int seats) {
        ObjectNode terms = get(content, "scheduledNextTermInstructions") instanceof ObjectNode known
                ? known.deepCopy()
                : JSON.createObjectNode();
        if (!get(terms, "product").isObject()) {
            String[] offer = get(content, "offerId").asText("").split(":");
            ObjectNode product = JSON.createObjectNode()
                    .put("productId", offer[0])
                    .put("skuId", offer[1])
                    .put("availabilityId", offer[2]);
            product.set("billingCycle", get(content, "billingCycle"));
            product.set("termDuration", get(content, "termDuration"));
            set(terms, "product", product);
        }
        set(terms, "quantity", JSON.getNodeFactory().numberNode(seats));
        return terms;
    }

    private static void status(ObjectNode resource, String status) {
        set(resource, "status", JSON.getNodeFactory().textNode(status));
    }

    private static JsonNode get(JsonNode resource, String name) {
        return resource.path(named(resource, name));
    }

    private static void set(ObjectNode resource, String name, JsonNode value) {
        resource.set(named(resource, name), value);
    }

    /** The name as it is written there; Microsoft's capitals vary. */
    private static String named(JsonNode resource, String name) {
        Iterable<String> names = resource::fieldNames;
        return StreamSupport.stream(names.spliterator(), false)
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(name);
    }
}
