package io.casewright.customer;

import org.jspecify.annotations.Nullable;

/**
 * A customer or one of its contacts has another name, in the transaction that is going on.
 *
 * @param contactId null when it is the customer
 */
public record NameChanged(long customerId, @Nullable Long contactId, String name) {}
