package io.casewright.handoff.client;

import io.casewright.casefile.domain.Severity;
import io.casewright.handoff.application.VendorDesk.DeskNote;
import io.casewright.handoff.application.VendorDesk.DeskStatus;
import io.casewright.handoff.application.VendorDesk.DeskTicket;
import io.casewright.handoff.client.DeskApiWire.Note;
import io.casewright.handoff.client.DeskApiWire.Status;
import io.casewright.handoff.client.DeskApiWire.Ticket;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Between the desk API's words and ours. */
final class DeskApiTranslation {

    private static final int LONGEST_NAME = 120;

    private DeskApiTranslation() {}

    static DeskTicket ticket(String number, Ticket ticket) {
        return new DeskTicket(
                number,
                status(ticket.status()),
                severity(ticket.severity()),
                ticket.changedAt(),
                Objects.requireNonNullElse(ticket.notes(), List.<Note>of()).stream()
                        .map(DeskApiTranslation::note)
                        .filter(note -> !note.text().isEmpty())
                        .toList(),
                null);
    }

    static DeskStatus status(@Nullable Status status) {
        return switch (status) {
            case OPEN -> DeskStatus.OPEN;
            case ATTENTION_NEEDED -> DeskStatus.ATTENTION_NEEDED;
            case CLOSED -> DeskStatus.CLOSED;
            case UNKNOWN -> DeskStatus.UNKNOWN;
            case null -> DeskStatus.UNKNOWN;
        };
    }

    static DeskApiWire.Severity severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> DeskApiWire.Severity.CRITICAL;
            case MODERATE -> DeskApiWire.Severity.MODERATE;
            case MINIMAL -> DeskApiWire.Severity.MINIMAL;
        };
    }

    private static @Nullable Severity severity(DeskApiWire.@Nullable Severity severity) {
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
                DeskText.orNull(note.id(), LONGEST_NAME),
                DeskText.orNull(note.author(), LONGEST_NAME),
                note.writtenAt(),
                DeskText.plain(note.text()));
    }
}
