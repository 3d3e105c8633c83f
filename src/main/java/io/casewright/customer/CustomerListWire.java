package io.casewright.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of a partner's customers as Partner Center writes it. */
final class CustomerListWire {

    private CustomerListWire() {}

    record Page(@Nullable List<Item> items, @Nullable Links links) {}

    record Item(@Nullable String id, @Nullable Profile companyProfile) {}

    record Profile(
            @Nullable String tenantId,
            @Nullable String domain,
            @Nullable String companyName) {}

    record Links(@Nullable Link next) {}

    record Link(@Nullable String uri, @Nullable List<Header> headers) {}

    record Header(@Nullable String key, @Nullable String value) {}
}
