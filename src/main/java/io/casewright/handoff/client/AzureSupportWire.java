package io.casewright.handoff.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Support tickets as Azure writes them ({@code Microsoft.Support}, version 2024-04-01). */
final class AzureSupportWire {

    private AzureSupportWire() {}

    enum Severity {
        @JsonProperty("minimal")
        MINIMAL,
        @JsonProperty("moderate")
        MODERATE,
        @JsonProperty("critical")
        CRITICAL,
        @JsonProperty("highestcriticalimpact")
        HIGHEST,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    enum Status {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("closed")
        CLOSED,
        /** A change of it is under way. */
        @JsonProperty("updating")
        UPDATING,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    enum Consent {
        @JsonProperty("Yes")
        YES,
        @JsonProperty("No")
        NO,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    record Creation(NewTicket properties) {}

    record NewTicket(
            String serviceId,
            String problemClassificationId,
            String title,
            String description,
            Severity severity,
            boolean require24X7Response,
            Consent advancedDiagnosticConsent,
            Contact contactDetails) {}

    record Contact(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String primaryEmailAddress,
            @Nullable String phoneNumber,
            @Nullable String preferredContactMethod,
            @Nullable String preferredTimeZone,
            @Nullable String preferredSupportLanguage,
            @Nullable String country) {}

    /** Only what is not null changes. */
    record Change(@Nullable Severity severity, @Nullable Status status) {}

    record Ticket(@Nullable String name, @Nullable TicketState properties) {}

    record TicketState(
            @Nullable String supportTicketId,
            @Nullable String title,
            @Nullable Severity severity,
            @Nullable Status status,
            @Nullable Instant createdDate,
            @Nullable Instant modifiedDate,
            @Nullable Contact contactDetails) {}

    record Tickets(@Nullable List<Ticket> value, @Nullable String nextLink) {}

    record NewCommunication(NewWords properties) {}

    /** The sender is needed where an application writes. */
    record NewWords(String subject, String body, @Nullable String sender) {}

    record Communication(@Nullable String name, @Nullable Words properties) {}

    record Words(
            @Nullable String body,
            @Nullable String sender,
            @Nullable Instant createdDate) {}

    record Communications(
            @Nullable List<Communication> value, @Nullable String nextLink) {}

    record Named(@Nullable String id, @Nullable DisplayName properties) {}

    record DisplayName(@Nullable String displayName) {}

    /** Services or the problems of one. */
    record NamedPage(@Nullable List<Named> value, @Nullable String nextLink) {}

    record Subscriptions(
            @Nullable List<Subscription> value, @Nullable String nextLink) {}

    record Subscription(
            @Nullable String subscriptionId, @Nullable String state) {}
}
