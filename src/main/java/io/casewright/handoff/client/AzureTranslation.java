package io.casewright.handoff.client;

import io.casewright.casefile.domain.Severity;
import io.casewright.handoff.application.DeskRefused;
import io.casewright.handoff.application.DeskUnavailable;
import io.casewright.handoff.application.VendorDesk.DeskNote;
import io.casewright.handoff.application.VendorDesk.DeskStatus;
import io.casewright.handoff.application.VendorDesk.DeskTicket;
import io.casewright.handoff.application.VendorDesk.Glance;
import io.casewright.handoff.application.VendorDesk.TicketOrder;
import io.casewright.handoff.client.AzureSupportWire.Communication;
import io.casewright.handoff.client.AzureSupportWire.Consent;
import io.casewright.handoff.client.AzureSupportWire.Contact;
import io.casewright.handoff.client.AzureSupportWire.Creation;
import io.casewright.handoff.client.AzureSupportWire.NewTicket;
import io.casewright.handoff.client.AzureSupportWire.Status;
import io.casewright.handoff.client.AzureSupportWire.Ticket;
import io.casewright.handoff.client.AzureSupportWire.TicketState;
import io.casewright.handoff.client.AzureSupportWire.Words;
import io.casewright.handoff.client.DeskLine.Heard;
import io.casewright.handoff.domain.NoteWords;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Between the words of Azure support and ours. */
final class AzureTranslation {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_TITLE = 255;
    private static final String PROBLEM = "/problemClassifications/";

    private AzureTranslation() {}

    /** @throws DeskRefused when the agent has to tell more */
    static Creation creation(TicketOrder order, AzureSupportSettings settings) {
        var ticket = order.ticket();
        String topic = order.topicId() == null ? "" : order.topicId();
        if (!topic.contains(PROBLEM)) {
            throw new DeskRefused("Azure support for tenant %s opens no ticket without a topic. Choose one of its list."
                    .formatted(order.tenantId()));
        }
        return new Creation(new NewTicket(
                topic.substring(0, topic.indexOf(PROBLEM)),
                topic,
                DeskText.line("[%s] %s".formatted(order.reference(), ticket.title()), LONGEST_TITLE),
                ticket.fullText(),
                severity(ticket.severity()),
                ticket.roundTheClock(),
                ticket.diagnosticsConsent() ? Consent.YES : Consent.NO,
                contact(order, settings)));
    }

    static AzureSupportWire.Severity severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> AzureSupportWire.Severity.CRITICAL;
            case MODERATE -> AzureSupportWire.Severity.MODERATE;
            case MINIMAL -> AzureSupportWire.Severity.MINIMAL;
        };
    }

    static DeskTicket ticket(String tenantId, Heard<Ticket> heard, List<Communication> said) {
        var state = heard.content().properties();
        if (state == null || state.supportTicketId() == null) {
            throw incomplete(tenantId, heard);
        }
        return new DeskTicket(
                state.supportTicketId(),
                status(state, said),
                severity(state.severity()),
                changedAt(state),
                said.stream()
                        .map(AzureTranslation::note)
                        .filter(note -> !note.text().isEmpty())
                        .toList(),
                heard.correlationId());
    }

    static Optional<Glance> glance(Ticket ticket) {
        var state = ticket.properties();
        return state == null || state.supportTicketId() == null
                ? Optional.empty()
                : Optional.of(new Glance(state.supportTicketId(), status(state.status()), changedAt(state)));
    }

    static String nameOf(String tenantId, Heard<Ticket> heard) {
        String name = heard.content().name();
        if (name == null) {
            throw incomplete(tenantId, heard);
        }
        return name;
    }

    static String title(Ticket ticket) {
        var state = ticket.properties();
        return state == null || state.title() == null ? "Our reply" : DeskText.line(state.title(), LONGEST_TITLE);
    }

    static @Nullable String contactEmail(Ticket ticket) {
        var state = ticket.properties();
        return state == null || state.contactDetails() == null
                ? null
                : state.contactDetails().primaryEmailAddress();
    }

    private static DeskUnavailable incomplete(String tenantId, Heard<Ticket> heard) {
        return new DeskUnavailable(
                "Azure answered for tenant %s without the number of the ticket (Microsoft's correlation id %s). It is asked again by itself."
                        .formatted(tenantId, heard.correlationId()),
                null);
    }

    /** Azure has no word for a ticket that waits for us; it does when they wrote last, and more than how far it is. */
    private static DeskStatus status(TicketState state, List<Communication> said) {
        var status = status(state.status());
        boolean theyMayAsk = said.stream()
                .map(Communication::properties)
                .filter(words -> words != null && words.createdDate() != null)
                .sorted(Comparator.comparing(Words::createdDate).reversed())
                .takeWhile(words -> !isOurs(words, state))
                .anyMatch(words -> NoteWords.of(DeskText.plain(words.body())) != NoteWords.TELLS);
        return status == DeskStatus.OPEN && theyMayAsk ? DeskStatus.ATTENTION_NEEDED : status;
    }

    private static boolean isOurs(Words words, TicketState state) {
        return words.sender() != null
                && state.contactDetails() != null
                && words.sender().equalsIgnoreCase(state.contactDetails().primaryEmailAddress());
    }

    private static DeskStatus status(@Nullable Status status) {
        return switch (status) {
            case OPEN, UPDATING -> DeskStatus.OPEN;
            case CLOSED -> DeskStatus.CLOSED;
            case UNKNOWN -> DeskStatus.UNKNOWN;
            case null -> DeskStatus.UNKNOWN;
        };
    }

    private static @Nullable Severity severity(AzureSupportWire.@Nullable Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGHEST -> Severity.CRITICAL;
            case MODERATE -> Severity.MODERATE;
            case MINIMAL -> Severity.MINIMAL;
            case UNKNOWN -> null;
            case null -> null;
        };
    }

    private static @Nullable Instant changedAt(TicketState state) {
        return state.modifiedDate() == null ? state.createdDate() : state.modifiedDate();
    }

    private static DeskNote note(Communication said) {
        var words = said.properties();
        return words == null
                ? new DeskNote(said.name(), null, null, "")
                : new DeskNote(
                        DeskText.orNull(said.name(), LONGEST_NAME),
                        DeskText.orNull(words.sender(), LONGEST_NAME),
                        words.createdDate(),
                        DeskText.plain(words.body()));
    }

    /** The partner's contact, since the partner answers for the ticket. */
    private static Contact contact(TicketOrder order, AzureSupportSettings settings) {
        var ticket = order.ticket();
        String name = ticket.contactName().strip();
        int blank = name.lastIndexOf(' ');
        return new Contact(
                blank < 0 ? name : name.substring(0, blank),
                blank < 0 ? name : name.substring(blank + 1),
                ticket.contactEmail(),
                ticket.contactPhone(),
                "email",
                settings.timeZone(),
                settings.language(),
                settings.country().isBlank() ? threeLetters(order) : settings.country());
    }

    /** Of the customer's country, or else of the one that our agents' language is told with. */
    private static String threeLetters(TicketOrder order) {
        String country =
                order.country() == null ? Locale.forLanguageTag(order.locale()).getCountry() : order.country();
        try {
            String letters = Locale.of("", country).getISO3Country();
            if (!letters.isEmpty()) {
                return letters;
            }
        } catch (MissingResourceException e) {
            // Told below, as where there is no country at all.
        }
        throw new DeskRefused(
                "Azure support wants the country of the partner's contact for the ticket of tenant %s. Set CASEWRIGHT_HANDOFF_AZURE_COUNTRY."
                        .formatted(order.tenantId()));
    }
}
