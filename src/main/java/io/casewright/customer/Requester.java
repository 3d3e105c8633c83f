package io.casewright.customer;

import java.time.Duration;

/**
 * Who asks: a known contact of a known customer, with what the customer's plan promises.
 *
 * @param customerDomain the customer's domain, as it is addressed in the REST interface
 * @param locale language the customer is served in, a BCP 47 tag
 */
public record Requester(
        long customerId,
        String customerName,
        String customerDomain,
        String tenantId,
        String partnerName,
        String partnerKind,
        String deliveryModel,
        long contactId,
        String contactName,
        String contactEmail,
        String locale,
        ResponseTargets responseTargets) {

    /** How soon the plan promises a first response, per severity. */
    public record ResponseTargets(Duration critical, Duration moderate, Duration minimal) {}

    /** @param critical minutes to the first response, likewise moderate and minimal */
    Requester(
            long customerId,
            String customerName,
            String customerDomain,
            String tenantId,
            String partnerName,
            Partner.Kind partnerKind,
            Customer.DeliveryModel deliveryModel,
            long contactId,
            String contactName,
            String contactEmail,
            String locale,
            int critical,
            int moderate,
            int minimal) {
        this(
                customerId,
                customerName,
                customerDomain,
                tenantId,
                partnerName,
                partnerKind.name(),
                deliveryModel.name(),
                contactId,
                contactName,
                contactEmail,
                locale,
                new ResponseTargets(
                        Duration.ofMinutes(critical), Duration.ofMinutes(moderate), Duration.ofMinutes(minimal)));
    }
}
