package io.casewright.handoff.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tickets as the desk API writes them. */
final class DeskApiWire {

    private DeskApiWire() {}

    enum Severity {
        @JsonProperty("critical")
        CRITICAL,
        @JsonProperty("moderate")
        MODERATE,
        @JsonProperty("minimal")
        MINIMAL,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    enum Status {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("attention_needed")
        ATTENTION_NEEDED,
        @JsonProperty("closed")
        CLOSED,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    record Creation(
            String reference,
            String tenant,
            String title,
            String text,
            Severity severity,
            boolean roundTheClock,
            boolean diagnosticsConsent,
            String locale,
            @Nullable String country,
            Contact contact) {}

    record Contact(String name, String email, String phone, String hours) {}

    /** Only what is not null changes. */
    record Change(@Nullable Severity severity, @Nullable Status status) {}

    record NewNote(UUID id, String text) {}

    record Ticket(
            @Nullable String number,
            @Nullable Status status,
            @Nullable Severity severity,
            @Nullable Instant changedAt,
            @Nullable List<Note> notes) {}

    record Note(
            @Nullable String id,
            @Nullable String author,
            @Nullable Instant writtenAt,
            @Nullable String text) {}

    /** In lists, notes are missing. */
    record Listed(
            @Nullable String number,
            @Nullable Status status,
            @Nullable Instant changedAt) {}

    record Page(@Nullable List<Listed> tickets, @Nullable String next) {}

    /** Why a call was refused (RFC 9457). */
    record Problem(@Nullable String title, @Nullable String detail) {}
}
