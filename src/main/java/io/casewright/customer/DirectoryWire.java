package io.casewright.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Users and licences of a tenant as Microsoft Graph writes them. */
final class DirectoryWire {

    private DirectoryWire() {}

    record Users(@Nullable List<User> value) {}

    record User(
            String id,
            @Nullable Boolean accountEnabled,
            @Nullable String usageLocation,
            @Nullable List<Assignment> licenseAssignmentStates) {}

    /** How a licence came to the user. */
    record Assignment(
            @Nullable String skuId,
            @Nullable String assignedByGroup,
            @Nullable String state,
            @Nullable String error) {}

    record Licences(@Nullable List<Licence> value) {}

    record Licence(
            @Nullable String skuId,
            @Nullable String skuPartNumber,
            @Nullable List<ServicePlan> servicePlans) {}

    record ServicePlan(
            @Nullable String servicePlanName, @Nullable String provisioningStatus) {}

    record Skus(@Nullable List<Sku> value) {}

    record Sku(
            @Nullable String skuId,
            @Nullable String skuPartNumber,
            @Nullable Integer consumedUnits,
            @Nullable PrepaidUnits prepaidUnits) {}

    record PrepaidUnits(@Nullable Integer enabled) {}
}
