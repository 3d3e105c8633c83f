package io.casewright.customer;

/**
 * Who asks: a known contact of a known customer.
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
        String locale) {

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
            String locale) {
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
                locale);
    }
}
