package io.casewright.customer;

import io.casewright.platform.text.InputText;
import io.casewright.platform.text.Visible;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What is kept of a customer, as somebody wrote it down; nothing is said of whether it can be taken.
 *
 * @param domain the main one, by which the customer is addressed
 * @param otherDomains further ones; a domain does not stand for those below it
 * @param partner name of who sells to the customer
 * @param supportPlan name of the plan
 * @param deliveryModel {@code OWN}, {@code OUTSOURCED} or {@code RESOLD}
 * @param locale language the customer is served in, a BCP 47 tag
 */
public record CustomerDetails(
        @NotBlank(message = REQUIRED)
        @Pattern(regexp = TENANT_ID, message = "must be a tenant id such as 0b7c2f3e-5a41-4d0e-9c55-1f6a3d2b8e01")
        String tenantId,

        @NotBlank(message = REQUIRED)
        @Size(max = 120, message = TOO_LONG)
        @Visible
        @Pattern(regexp = InputText.LINE, message = InputText.NO_CONTROL_CHARACTERS)
        String name,

        @NotBlank(message = REQUIRED) String domain,
        List<String> otherDomains,
        @NotBlank(message = REQUIRED) String partner,
        @NotBlank(message = REQUIRED) String supportPlan,

        @NotBlank(message = REQUIRED)
        @Pattern(regexp = "|OWN|OUTSOURCED|RESOLD", message = "must be OWN, OUTSOURCED or RESOLD")
        String deliveryModel,

        @NotBlank(message = REQUIRED)
        @Size(max = 35, message = TOO_LONG)
        @Pattern(regexp = "|[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", message = "must be a language tag such as en or de-AT")
        String locale) {

    static final String REQUIRED = "is required";
    static final String TOO_LONG = "must have at most {max} characters";
    private static final String TENANT_ID = "|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    public CustomerDetails {
        otherDomains = List.copyOf(otherDomains);
    }
}
