package io.casewright.handoff.client;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Service requests as Partner Center writes them; what we send begins with capitals, what comes back does not. */
final class ServiceRequestWire {

    private ServiceRequestWire() {}

    /** In the order of Microsoft's numbers, which its lists use in place of words. */
    enum Severity {
        @JsonEnumDefaultValue
        @JsonProperty("unknown")
        UNKNOWN,
        @JsonProperty("critical")
        CRITICAL,
        @JsonProperty("moderate")
        MODERATE,
        @JsonProperty("minimal")
        MINIMAL
    }

    /** In the order of Microsoft's numbers; a value it does not know yet comes last. */
    enum Status {
        /** It was made a moment ago. */
        @JsonProperty("none")
        NONE,
        @JsonProperty("open")
        OPEN,
        @JsonProperty("closed")
        CLOSED,
        @JsonProperty("attention_needed")
        @JsonAlias("attentionneeded")
        ATTENTION_NEEDED,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    @JsonNaming(UpperCamelCaseStrategy.class)
    record Creation(
            String title,
            String description,
            Severity severity,
            @Nullable String supportTopicId,
            Organization organization,
            @Nullable String countryCode,
            Attributes attributes) {}

    /** Only what is not null changes. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    record Change(
            @Nullable Severity severity,
            @Nullable Status status,
            @Nullable NewNote newNote,
            Attributes attributes) {

        static Change of(Severity severity) {
            return new Change(severity, null, null, Attributes.ofRequest());
        }

        static Change of(Status status) {
            return new Change(null, status, null, Attributes.ofRequest());
        }

        static Change of(String note) {
            return new Change(null, null, new NewNote(note), Attributes.ofRequest());
        }
    }

    @JsonNaming(UpperCamelCaseStrategy.class)
    record NewNote(String text) {}

    /** For whom the request is made: the customer's tenant. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    record Organization(String id) {}

    @JsonNaming(UpperCamelCaseStrategy.class)
    record Attributes(String objectType) {

        static Attributes ofRequest() {
            return new Attributes("ServiceRequest");
        }
    }

    record Request(
            @Nullable String id,
            @Nullable Severity severity,
            @Nullable Status status,
            @Nullable Instant createdDate,
            @Nullable Instant lastModifiedDate,
            @Nullable List<Note> notes) {}

    record Note(
            @Nullable String createdByName,
            @Nullable Instant createdDate,
            @Nullable String text) {}

    /** In lists, notes are missing. */
    record Listed(
            @Nullable String id,
            @Nullable String title,
            @Nullable Status status,
            @Nullable Instant createdDate,
            @Nullable Instant lastModifiedDate) {}

    record Page(@Nullable List<Listed> items, @Nullable Links links) {}

    record Links(@Nullable Link next) {}

    record Link(@Nullable String uri, @Nullable List<Header> headers) {}

    record Header(@Nullable String key, @Nullable String value) {}

    record Topics(@Nullable List<Topic> items) {}

    /** The id is a number here and text in a request. */
    record Topic(@Nullable String id, @Nullable String name) {}
}
