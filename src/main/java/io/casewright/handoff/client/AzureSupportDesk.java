package io.casewright.handoff.client;

import io.casewright.casefile.domain.Severity;
import io.casewright.handoff.application.VendorDesk;
import io.casewright.handoff.client.AzureSupportWire.Change;
import io.casewright.handoff.client.AzureSupportWire.Communication;
import io.casewright.handoff.client.AzureSupportWire.Communications;
import io.casewright.handoff.client.AzureSupportWire.NewCommunication;
import io.casewright.handoff.client.AzureSupportWire.NewWords;
import io.casewright.handoff.client.AzureSupportWire.Status;
import io.casewright.handoff.client.AzureSupportWire.Ticket;
import io.casewright.handoff.client.AzureTickets.Place;
import io.casewright.handoff.client.DeskLine.Heard;
import io.casewright.handoff.domain.Channel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Tickets of Azure support, each in a subscription of the customer and named by our reference, so that opening it twice leads to
 * one ticket. Azure does not tell when it waits for us: its questions come as notes.
 */
@Component
class AzureSupportDesk implements VendorDesk {

    private static final String ONE =
            "/subscriptions/{subscription}/providers/Microsoft.Support/supportTickets/{ticket}";
    private static final String SAID = ONE + "/communications";

    private final AzureLine line;
    private final AzureSubscriptions subscriptions;
    private final AzureTickets tickets;
    private final AzureTopics topics;
    private final AzureSupportSettings settings;

    AzureSupportDesk(
            AzureLine line,
            AzureSubscriptions subscriptions,
            AzureTickets tickets,
            AzureTopics topics,
            AzureSupportSettings settings) {
        this.line = line;
        this.subscriptions = subscriptions;
        this.tickets = tickets;
        this.topics = topics;
        this.settings = settings;
    }

    @Override
    public Channel channel() {
        return Channel.AZURE_SUPPORT;
    }

    @Override
    public boolean serves(String tenantId) {
        return line.isConfigured();
    }

    @Override
    public List<Topic> topics(String tenantId) {
        return topics.of(tenantId);
    }

    @Override
    public DeskTicket open(TicketOrder order) {
        var candidates = subscriptions.of(order.tenantId());
        for (String subscription : candidates) {
            var before = read(order.tenantId(), new Place(subscription, order.reference()));
            if (before.isPresent()) {
                return told(order.tenantId(), subscription, before.get());
            }
        }
        String subscription = candidates.getFirst();
        var opened = line.put(
                order.tenantId(),
                AzureTranslation.creation(order, settings),
                Ticket.class,
                ONE,
                subscription,
                order.reference());
        return told(order.tenantId(), subscription, opened);
    }

    @Override
    public DeskTicket look(String tenantId, String number) {
        var place = tickets.placeOf(tenantId, number);
        return told(tenantId, place.subscription(), ticket(tenantId, place));
    }

    @Override
    public List<Glance> glance(String tenantId) {
        return tickets.list(tenantId).stream()
                .flatMap(ticket -> AzureTranslation.glance(ticket).stream())
                .toList();
    }

    @Override
    public void addNote(String tenantId, String number, UUID key, String text) {
        var place = tickets.placeOf(tenantId, number);
        if (said(tenantId, place).stream().anyMatch(each -> key.toString().equals(each.name()))) {
            return;
        }
        var ticket = ticket(tenantId, place).content();
        line.put(
                tenantId,
                new NewCommunication(
                        new NewWords(AzureTranslation.title(ticket), text, AzureTranslation.contactEmail(ticket))),
                Communication.class,
                SAID + "/{communication}",
                place.subscription(),
                place.name(),
                key);
    }

    @Override
    public void changeSeverity(String tenantId, String number, UUID key, Severity severity) {
        change(tenantId, number, new Change(AzureTranslation.severity(severity), null));
    }

    @Override
    public void close(String tenantId, String number, UUID key) {
        if (look(tenantId, number).status() != DeskStatus.CLOSED) {
            change(tenantId, number, new Change(null, Status.CLOSED));
        }
    }

    private void change(String tenantId, String number, Change change) {
        var place = tickets.placeOf(tenantId, number);
        line.patch(tenantId, change, ONE, place.subscription(), place.name());
    }

    private Heard<Ticket> ticket(String tenantId, Place place) {
        return line.ask(AzureLine.get(tenantId, ONE, place.subscription(), place.name()), Ticket.class);
    }

    private Optional<Heard<Ticket>> read(String tenantId, Place place) {
        return line.find(AzureLine.get(tenantId, ONE, place.subscription(), place.name()), Ticket.class);
    }

    private List<Communication> said(String tenantId, Place place) {
        return line.all(
                AzureLine.get(tenantId, SAID, place.subscription(), place.name()),
                Communications.class,
                Communications::value,
                Communications::nextLink);
    }

    private DeskTicket told(String tenantId, String subscription, Heard<Ticket> heard) {
        tickets.remember(subscription, heard.content());
        String name = AzureTranslation.nameOf(tenantId, heard);
        return AzureTranslation.ticket(tenantId, heard, said(tenantId, new Place(subscription, name)));
    }
}
