package io.casewright.handoff.client;

import io.casewright.casefile.domain.Severity;
import io.casewright.handoff.application.VendorDesk.DeskNote;
import io.casewright.handoff.application.VendorDesk.DeskStatus;
import io.casewright.handoff.application.VendorDesk.DeskTicket;
import io.casewright.handoff.client.ServiceRequestWire.Note;
import io.casewright.handoff.client.ServiceRequestWire.Request;
import io.casewright.handoff.client.ServiceRequestWire.Status;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Between Partner Center's words and ours. */
final class ServiceRequestTranslation {

    private static final int LONGEST_NAME = 120;
    private static final String ENGLISH = "en-US";

    /** Where agents of the language are meant, when only the language is told. */
    private static final Map<String, String> LOCALES = Map.of("de", "de-DE", "es", "es-ES", "fr", "fr-FR");

    private ServiceRequestTranslation() {}

    static DeskTicket ticket(String number, Request request, String correlationId) {
        return new DeskTicket(
                number,
                status(request.status()),
                severity(request.severity()),
                changedAt(request.lastModifiedDate(), request.createdDate()),
                Objects.requireNonNullElse(request.notes(), List.<Note>of()).stream()
                        .map(ServiceRequestTranslation::note)
                        .filter(note -> !note.text().isEmpty())
                        .toList(),
                correlationId);
    }

    static DeskStatus status(@Nullable Status status) {
        return switch (status) {
            case NONE, OPEN -> DeskStatus.OPEN;
            case ATTENTION_NEEDED -> DeskStatus.ATTENTION_NEEDED;
            case CLOSED -> DeskStatus.CLOSED;
            case UNKNOWN -> DeskStatus.UNKNOWN;
            case null -> DeskStatus.UNKNOWN;
        };
    }

    static @Nullable Instant changedAt(@Nullable Instant modified, @Nullable Instant created) {
        return modified == null ? created : modified;
    }

    static ServiceRequestWire.Severity severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> ServiceRequestWire.Severity.CRITICAL;
            case MODERATE -> ServiceRequestWire.Severity.MODERATE;
            case MINIMAL -> ServiceRequestWire.Severity.MINIMAL;
        };
    }

    static String locale(String tag) {
        var locale = Locale.forLanguageTag(tag);
        return locale.getCountry().isEmpty()
                ? LOCALES.getOrDefault(locale.getLanguage(), ENGLISH)
                : locale.getLanguage() + "-" + locale.getCountry();
    }

    private static @Nullable Severity severity(ServiceRequestWire.@Nullable Severity severity) {
        return switch (severity) {
            case CRITICAL -> Severity.CRITICAL;
            case MODERATE -> Severity.MODERATE;
            case MINIMAL -> Severity.MINIMAL;
            case UNKNOWN -> null;
            case null -> null;
        };
    }

    private static DeskNote note(Note note) {
        return new DeskNote(
                null,
                DeskText.orNull(note.createdByName(), LONGEST_NAME),
                note.createdDate(),
                NoteMark.without(DeskText.plain(note.text())));
    }
}
