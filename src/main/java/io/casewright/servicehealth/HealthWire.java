package io.casewright.servicehealth;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Microsoft Graph answers about service health, as far as it is read here. Words of enums stay words: new ones come without notice. */
final class HealthWire {

    private HealthWire() {}

    /** A page of issues. */
    record Issues(
            @Nullable List<@Nullable Issue> value,

            @JsonProperty("@odata.nextLink") @Nullable URI nextLink) {}

    record Issue(
            @Nullable String id,
            @Nullable String service,
            @Nullable String feature,
            @Nullable String classification,
            @Nullable String status,
            @Nullable Boolean isResolved,
            @Nullable String title,
            @Nullable String impactDescription,
            @Nullable Instant startDateTime,
            @Nullable Instant endDateTime,
            @Nullable Instant lastModifiedDateTime,
            @Nullable List<@Nullable Post> posts) {}

    record Post(@Nullable Instant createdDateTime, @Nullable Description description) {}

    record Description(@Nullable String content) {}

    /** A page of services. */
    record Overviews(
            @Nullable List<@Nullable Overview> value,

            @JsonProperty("@odata.nextLink") @Nullable URI nextLink) {}

    record Overview(@Nullable String service, @Nullable String status) {}
}
