package io.casewright.handoff.application;

import io.casewright.casefile.domain.Severity;
import io.casewright.handoff.domain.Channel;
import io.casewright.handoff.domain.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A desk that takes tickets without a person in between: Partner Center, Azure support, a provider's or a vendor's own desk.
 * Every call may take seconds, so none is made within a transaction. Trouble is told by {@link DeskRefused} and {@link DeskUnavailable}.
 */
public interface VendorDesk {

    /** The way it serves. */
    Channel channel();

    /** Whether tickets of this customer can be opened here now; else a person opens them by hand. */
    boolean serves(String tenantId);

    /** Whether a ticket can be looked at here; else a person follows it, and {@link #look} tells nothing. */
    default boolean tellsHowTicketsStand() {
        return true;
    }

    /** What a ticket can be about here, for the form; empty when the desk does not ask for it. */
    List<Topic> topics(String tenantId);

    /** Opens a ticket; the same order again is the same ticket. */
    DeskTicket open(TicketOrder order);

    /** The ticket as it stands there, with all its notes. */
    DeskTicket look(String tenantId, String number);

    /**
     * When the tickets of a customer changed last there, to know which to look at; one call whatever their number.
     *
     * @return those of the desk that it told of; a desk that cannot tell names none, and its tickets are looked at one by one
     */
    List<Glance> glance(String tenantId);

    /** Adds a note to the ticket; the same key again adds nothing. */
    void addNote(String tenantId, String number, UUID key, String text);

    /** Changes the severity there. */
    void changeSeverity(String tenantId, String number, UUID key, Severity severity);

    /** Closes the ticket there, because nobody needs it any more; one that is closed stays so. */
    void close(String tenantId, String number, UUID key);

    /** What a ticket can be about, in the desk's words. */
    record Topic(String id, String name) {}

    /**
     * The wish for a ticket.
     *
     * @param key of this wish: repeated with it, it is the same ticket
     * @param reference our name for the ticket
     * @param locale language of the partner's agents, a BCP 47 tag
     * @param country two letters of the customer's country; null when not known
     * @param topicId one of {@link #topics}; null where the desk has none
     */
    record TicketOrder(
            UUID key,
            String reference,
            String tenantId,
            String locale,
            @Nullable String country,
            @Nullable String topicId,
            Ticket ticket) {}

    /** How a ticket stands there. */
    enum DeskStatus {
        OPEN,
        /** They wait for us. */
        ATTENTION_NEEDED,
        CLOSED,
        /** Nothing we know; it counts as open. */
        UNKNOWN
    }

    /**
     * A ticket there.
     *
     * @param number the desk's name for it
     * @param severity null when it is none of ours
     * @param changedAt null when not told
     * @param notes in no particular order; the same note may be there twice
     */
    record DeskTicket(
            String number,
            DeskStatus status,
            @Nullable Severity severity,
            @Nullable Instant changedAt,
            List<DeskNote> notes,
            @Nullable String correlationId) {}

    /**
     * Something that was said there, by us or by them.
     *
     * @param id the desk's own; null where notes have none
     * @param author as the desk names whoever wrote it
     * @param writtenAt null when not told
     * @param text plain text
     */
    record DeskNote(
            @Nullable String id,
            @Nullable String author,
            @Nullable Instant writtenAt,
            String text) {}

    /** A ticket and when it changed last. */
    record Glance(
            String number, DeskStatus status, @Nullable Instant changedAt) {}
}
