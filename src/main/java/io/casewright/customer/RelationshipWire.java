package io.casewright.customer;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Delegated administration relationships as Microsoft Graph writes them. */
final class RelationshipWire {

    private RelationshipWire() {}

    /** How far a relationship is. One that is expiring still lasts. */
    enum Status {
        @JsonProperty("created")
        CREATED,
        @JsonProperty("approvalPending")
        APPROVAL_PENDING,
        @JsonProperty("approved")
        APPROVED,
        @JsonProperty("activating")
        ACTIVATING,
        @JsonProperty("active")
        ACTIVE,
        @JsonProperty("expiring")
        EXPIRING,
        @JsonProperty("expired")
        EXPIRED,
        @JsonProperty("terminationRequested")
        TERMINATION_REQUESTED,
        @JsonProperty("terminating")
        TERMINATING,
        @JsonProperty("terminated")
        TERMINATED,
        @JsonEnumDefaultValue
        @JsonProperty("unknownFutureValue")
        UNKNOWN
    }

    /** How far an assignment of roles to people is. */
    enum AssignmentStatus {
        @JsonProperty("pending")
        PENDING,
        @JsonProperty("active")
        ACTIVE,
        @JsonProperty("deleting")
        DELETING,
        @JsonProperty("deleted")
        DELETED,
        @JsonProperty("error")
        ERROR,
        @JsonEnumDefaultValue
        @JsonProperty("unknownFutureValue")
        UNKNOWN
    }

    record Page(
            @Nullable List<Relationship> value,
            @JsonProperty("@odata.nextLink") @Nullable URI nextLink) {}

    record Relationship(
            String id,
            @Nullable String displayName,
            @Nullable Status status,
            @Nullable Customer customer,
            @Nullable AccessDetails accessDetails,
            @Nullable Instant createdDateTime,
            @Nullable Instant endDateTime,
            @JsonProperty("@odata.etag") @Nullable String etag) {}

    record Customer(@Nullable String tenantId) {}

    record AccessDetails(@Nullable List<UnifiedRole> unifiedRoles) {}

    record UnifiedRole(String roleDefinitionId) {}

    record AssignmentPage(
            @Nullable List<Assignment> value,
            @JsonProperty("@odata.nextLink") @Nullable URI nextLink) {}

    record Assignment(
            @Nullable AssignmentStatus status, @Nullable AccessDetails accessDetails) {}

    record RequestPage(@Nullable List<Request> value) {}

    record Request(@Nullable String action, @Nullable String status) {}

    /** A relationship to be made. */
    record NewRelationship(String displayName, String duration, Customer customer, AccessDetails accessDetails) {}

    /** What is to be done with a relationship. */
    record NewRequest(String action) {}
}
