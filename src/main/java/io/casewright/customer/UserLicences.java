package io.casewright.customer;

import io.casewright.customer.DirectoryWire.Assignment;
import io.casewright.customer.DirectoryWire.Licence;
import io.casewright.customer.DirectoryWire.ServicePlan;
import io.casewright.customer.DirectoryWire.Sku;
import io.casewright.customer.DirectoryWire.User;
import io.casewright.microsoft.Api;
import io.casewright.microsoft.Call;
import io.casewright.microsoft.MicrosoftLine;
import io.casewright.microsoft.MicrosoftRefused;
import io.casewright.microsoft.MicrosoftUnavailable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which licences a user of a customer has, read from the customer's tenant. Takes seconds, so never within a transaction. */
@Component
public class UserLicences {

    private static final String WORKING = "Success";

    private final MicrosoftLine line;

    UserLicences(MicrosoftLine line) {
        this.line = line;
    }

    /**
     * A user with its licences.
     *
     * @param usageLocation country that licences need to be told; null when it is missing
     */
    public record LicensedUser(
            boolean signInAllowed, @Nullable String usageLocation, List<UserLicence> licences) {}

    /**
     * A licence of a user.
     *
     * @param product Microsoft's name of the product
     * @param byGroup whether membership of a group gives it
     * @param error why it could not be given, in Microsoft's word; null when it could
     * @param unprovisioned services of it that do not work for the user, with Microsoft's word for why
     * @param seats seats of the tenant; null when not told
     * @param seatsUsed seats of the tenant that are taken; null when not told
     */
    public record UserLicence(
            String product,
            boolean byGroup,
            @Nullable String error,
            List<String> unprovisioned,
            @Nullable Integer seats,
            @Nullable Integer seatsUsed) {}

    /** Whether there is a line to Microsoft at all. */
    public boolean canBeAsked() {
        return line.isConfigured();
    }

    /**
     * The user who signs in by this name, with all licences.
     *
     * @return empty when the tenant has no such user
     * @throws MicrosoftRefused when the tenant does not let the partner look
     * @throws MicrosoftUnavailable when no answer can be had now
     */
    public Optional<LicensedUser> of(String tenantId, String signInName) {
        // Not by its path: the name is a person's, and paths are told in messages.
        Call users = Call.get(Api.GRAPH, tenantId, "/v1.0/users")
                .query("$filter", "userPrincipalName eq '%s'".formatted(signInName.replace("'", "''")))
                .query("$select", "id,accountEnabled,usageLocation,licenseAssignmentStates");
        return items(line.send(users, DirectoryWire.Users.class).required().value()).stream()
                .findFirst()
                .map(user -> licensed(tenantId, user));
    }

    private LicensedUser licensed(String tenantId, User user) {
        List<Licence> given = items(line.send(
                        Call.get(Api.GRAPH, tenantId, "/v1.0/users/{id}/licenseDetails", user.id()),
                        DirectoryWire.Licences.class)
                .required()
                .value());
        List<Sku> bought =
                items(line.send(Call.get(Api.GRAPH, tenantId, "/v1.0/subscribedSkus"), DirectoryWire.Skus.class)
                        .required()
                        .value());
        List<UserLicence> licences = items(user.licenseAssignmentStates()).stream()
                .map(assignment -> licence(assignment, given, bought))
                .toList();
        return new LicensedUser(Boolean.TRUE.equals(user.accountEnabled()), user.usageLocation(), licences);
    }

    private static UserLicence licence(Assignment assignment, List<Licence> given, List<Sku> bought) {
        var sku = bought.stream()
                .filter(each -> Objects.equals(each.skuId(), assignment.skuId()))
                .findFirst();
        var licence = given.stream()
                .filter(each -> Objects.equals(each.skuId(), assignment.skuId()))
                .findFirst();
        String error = assignment.error();
        return new UserLicence(
                licence.map(Licence::skuPartNumber)
                        .or(() -> sku.map(Sku::skuPartNumber))
                        .orElse("A product the tenant does not have (" + assignment.skuId() + ")"),
                assignment.assignedByGroup() != null,
                error == null || error.equalsIgnoreCase("None") ? null : error,
                licence.stream()
                        .flatMap(each -> items(each.servicePlans()).stream())
                        .filter(plan -> !WORKING.equalsIgnoreCase(plan.provisioningStatus()))
                        .map(UserLicences::words)
                        .toList(),
                sku.map(Sku::prepaidUnits)
                        .map(DirectoryWire.PrepaidUnits::enabled)
                        .orElse(null),
                sku.map(Sku::consumedUnits).orElse(null));
    }

    private static String words(ServicePlan plan) {
        return "%s (%s)".formatted(plan.servicePlanName(), plan.provisioningStatus());
    }

    private static <T> List<T> items(@Nullable List<T> value) {
        return value == null ? List.of() : value;
    }
}
