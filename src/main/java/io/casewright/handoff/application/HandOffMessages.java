package io.casewright.handoff.application;

/** Names of the messages between a hand-off and its ticket, as written in their models. All are found by the ticket's reference. */
public final class HandOffMessages {

    public static final String TICKET_PREPARED = "handoff.ticketPrepared";
    public static final String VENDOR_ASKED = "handoff.vendorAsked";
    public static final String VENDOR_TICKET_CLOSED = "handoff.vendorTicketClosed";
    public static final String TICKET_CHANGED = "handoff.ticketChanged";
    public static final String TICKET_CANCELLED = "handoff.ticketCancelled";

    private HandOffMessages() {}
}
