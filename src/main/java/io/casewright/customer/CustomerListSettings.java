package io.casewright.customer;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a customer is to be that Partner Center lists and nobody kept so far, when the list is read by itself.
 *
 * @param partner whose list it is; empty: it is read only when somebody asks for it
 */
@ConfigurationProperties("casewright.customer-list")
public record CustomerListSettings(
        @DefaultValue("") String partner,
        @DefaultValue("") String supportPlan,
        @DefaultValue("OWN") String deliveryModel,
        @DefaultValue("en") String language) {

    public CustomerListSettings {
        if (!partner.isBlank() && supportPlan.isBlank()) {
            throw new IllegalArgumentException(
                    "casewright.customer-list.support-plan must name the plan of new customers, as partner is set");
        }
    }
}
