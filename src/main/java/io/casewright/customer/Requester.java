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

    static Requester of(Contact contact) {
        var customer = contact.customer;
        var plan = customer.supportPlan;
        return new Requester(
                customer.id,
                customer.name,
                customer.domain,
                customer.tenantId,
                customer.partner.name,
                customer.partner.kind.name(),
                customer.deliveryModel.name(),
                contact.id,
                contact.name,
                contact.email,
                customer.locale,
                new ResponseTargets(
                        Duration.ofMinutes(plan.criticalResponseMinutes),
                        Duration.ofMinutes(plan.moderateResponseMinutes),
                        Duration.ofMinutes(plan.minimalResponseMinutes)));
    }
}
