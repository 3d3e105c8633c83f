package io.casewright.desk.pages;

import io.casewright.customer.CustomerDetails;
import io.casewright.customer.CustomerFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The form of a customer, as it was filled in.
 *
 * @param version of the customer that was looked at
 * @param otherDomains one a line
 */
record CustomerForm(
        @Nullable String version,
        @Nullable String tenantId,
        @Nullable String name,
        @Nullable String domain,
        @Nullable String otherDomains,
        @Nullable String partner,
        @Nullable String supportPlan,
        @Nullable String deliveryModel,
        @Nullable String locale) {

    static CustomerForm empty() {
        return new CustomerForm(null, null, null, null, null, null, null, "OWN", "en");
    }

    static CustomerForm of(CustomerFile file) {
        var details = file.details();
        return new CustomerForm(
                String.valueOf(file.version()),
                details.tenantId(),
                details.name(),
                details.domain(),
                String.join("\n", details.otherDomains()),
                details.partner(),
                details.supportPlan(),
                details.deliveryModel(),
                details.locale());
    }

    CustomerDetails details() {
        return new CustomerDetails(
                text(tenantId),
                text(name),
                text(domain),
                lines(otherDomains),
                text(partner),
                text(supportPlan),
                text(deliveryModel),
                text(locale));
    }

    /** As it is sent again by who has seen what is kept now. */
    CustomerForm at(long newVersion) {
        return new CustomerForm(
                String.valueOf(newVersion),
                tenantId,
                name,
                domain,
                otherDomains,
                partner,
                supportPlan,
                deliveryModel,
                locale);
    }

    /** What is kept where it is not what was filled in, by field. */
    Map<String, String> otherThan(CustomerFile file) {
        var now = of(file);
        var kept = new TreeMap<String, String>();
        put(kept, "tenantId", tenantId, now.tenantId);
        put(kept, "name", name, now.name);
        put(kept, "domain", domain, now.domain);
        if (!lines(otherDomains).equals(lines(now.otherDomains))) {
            kept.put("otherDomains", String.join(", ", file.details().otherDomains()));
        }
        put(kept, "partner", partner, now.partner);
        put(kept, "supportPlan", supportPlan, now.supportPlan);
        put(kept, "deliveryModel", deliveryModel, now.deliveryModel);
        put(kept, "locale", locale, now.locale);
        return kept;
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** A version that no customer has when it is none. */
    static long version(@Nullable String text) {
        String given = text(text);
        return given.matches("\\d{1,18}") ? Long.parseLong(given) : -1;
    }

    static void put(Map<String, String> kept, String field, @Nullable String filledIn, @Nullable String now) {
        if (!text(filledIn).equals(text(now))) {
            kept.put(field, text(now));
        }
    }

    private static List<String> lines(@Nullable String text) {
        return Arrays.stream(text(text).split("[\\s,;]+"))
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
