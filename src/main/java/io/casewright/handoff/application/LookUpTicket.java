package io.casewright.handoff.application;

import io.casewright.casefile.application.CaseFacts;
import io.casewright.casefile.application.HandOffCase;
import io.casewright.casefile.application.HandedOffCase;
import io.casewright.handoff.domain.DeskOrder;
import io.casewright.handoff.domain.VendorTicket;
import io.casewright.handoff.persistence.DeskOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of a ticket show. */
@Service
public class LookUpTicket {

    private static final int LAST_NOTE = 1000;

    private final TicketSteps steps;
    private final HandOffCase evidence;
    private final HandedOffCase cases;
    private final TicketLinks links;
    private final NotesThere notes;
    private final DeskOrders orders;

    LookUpTicket(
            TicketSteps steps,
            HandOffCase evidence,
            HandedOffCase cases,
            TicketLinks links,
            NotesThere notes,
            DeskOrders orders) {
        this.steps = steps;
        this.evidence = evidence;
        this.cases = cases;
        this.links = links;
        this.notes = notes;
        this.orders = orders;
    }

    /**
     * The ticket and its case, as they stand now.
     *
     * @param link where the ticket is opened and found; empty when there is no such place on the web
     * @param lastNote what they said last; empty when they said nothing yet
     */
    public record Shown(VendorTicket ticket, CaseFacts facts, String link, TicketStanding standing, String lastNote) {}

    @Transactional(readOnly = true)
    public Shown show(String reference) {
        var ticket = steps.find(reference);
        var handOff = ticket.handOff();
        var requester = evidence.collect(handOff.caseNumber()).requester();
        return new Shown(
                ticket,
                cases.facts(handOff.caseNumber()),
                links.of(handOff.channel(), requester.tenantId()),
                standing(ticket),
                notes.lastOfTheirs(ticket).stream()
                        .map(note -> TicketWords.cut(note.text(), LAST_NOTE))
                        .findFirst()
                        .orElse(""));
    }

    private TicketStanding standing(VendorTicket ticket) {
        var standing = TicketStanding.of(ticket);
        return orders.findFirstByTicketIdAndKindOrderByIdDesc(ticket.id(), DeskOrder.Kind.SEVERITY)
                .flatMap(
                        order -> order.refusal().map(reason -> TicketStanding.severityByHand(order.severity(), reason)))
                .map(standing::with)
                .orElse(standing);
    }
}
