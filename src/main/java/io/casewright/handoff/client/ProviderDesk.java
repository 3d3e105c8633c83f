package io.casewright.handoff.client;

import io.casewright.casefile.domain.Severity;
import io.casewright.handoff.application.DeskRefused;
import io.casewright.handoff.application.DeskUnavailable;
import io.casewright.handoff.application.VendorDesk;
import io.casewright.handoff.client.DeskApiLine.DeskCall;
import io.casewright.handoff.client.DeskApiWire.Change;
import io.casewright.handoff.client.DeskApiWire.Contact;
import io.casewright.handoff.client.DeskApiWire.Creation;
import io.casewright.handoff.client.DeskApiWire.Listed;
import io.casewright.handoff.client.DeskApiWire.NewNote;
import io.casewright.handoff.client.DeskApiWire.Note;
import io.casewright.handoff.client.DeskApiWire.Page;
import io.casewright.handoff.client.DeskApiWire.Status;
import io.casewright.handoff.client.DeskApiWire.Ticket;
import io.casewright.handoff.domain.Channel;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** A provider's or vendor's desk that speaks the desk API. */
@Component
class ProviderDesk implements VendorDesk {

    private static final String ONE = "/tickets/{number}";
    private static final int MOST_PAGES = 50;

    private final DeskApiLine line;
    private final DeskApiSettings settings;

    ProviderDesk(DeskApiLine line, DeskApiSettings settings) {
        this.line = line;
        this.settings = settings;
    }

    @Override
    public Channel channel() {
        return Channel.DESK;
    }

    @Override
    public boolean serves(String tenantId) {
        return settings.isConfigured();
    }

    @Override
    public List<Topic> topics(String tenantId) {
        return List.of();
    }

    @Override
    public DeskTicket open(TicketOrder order) {
        var ticket = order.ticket();
        var creation = new Creation(
                order.reference(),
                order.tenantId(),
                ticket.title(),
                ticket.text(),
                DeskApiTranslation.severity(ticket.severity()),
                ticket.roundTheClock(),
                ticket.diagnosticsConsent(),
                order.locale(),
                order.country(),
                new Contact(ticket.contactName(), ticket.contactEmail(), ticket.contactPhone(), ticket.contactHours()));
        return translated(
                line.send(call(HttpMethod.POST, order.tenantId(), order.key(), creation, "/tickets"), Ticket.class));
    }

    @Override
    public DeskTicket look(String tenantId, String number) {
        return translated(read(tenantId, number));
    }

    @Override
    public List<Glance> glance(String tenantId) {
        Map<String, Glance> glances = new LinkedHashMap<>();
        var seen = new HashSet<String>();
        String address = address("/tickets?tenant={tenant}", tenantId);
        while (address != null && seen.size() < MOST_PAGES && seen.add(address)) {
            var page = line.send(new DeskCall(HttpMethod.GET, tenantId, address, null, null), Page.class);
            for (Listed ticket : Objects.requireNonNullElse(page.tickets(), List.<Listed>of())) {
                if (ticket.number() != null) {
                    glances.put(
                            ticket.number(),
                            new Glance(
                                    ticket.number(), DeskApiTranslation.status(ticket.status()), ticket.changedAt()));
                }
            }
            address = next(tenantId, page.next());
        }
        return List.copyOf(glances.values());
    }

    @Override
    public void addNote(String tenantId, String number, UUID key, String text) {
        line.send(call(HttpMethod.POST, tenantId, key, new NewNote(key, text), ONE + "/notes", number), Note.class);
    }

    @Override
    public void changeSeverity(String tenantId, String number, UUID key, Severity severity) {
        change(tenantId, number, key, new Change(DeskApiTranslation.severity(severity), null));
    }

    @Override
    public void close(String tenantId, String number, UUID key) {
        if (read(tenantId, number).status() != Status.CLOSED) {
            change(tenantId, number, key, new Change(null, Status.CLOSED));
        }
    }

    private void change(String tenantId, String number, UUID key, Change change) {
        line.send(call(HttpMethod.PATCH, tenantId, key, change, ONE, number), Ticket.class);
    }

    private Ticket read(String tenantId, String number) {
        return line.send(call(HttpMethod.GET, tenantId, null, null, ONE, number), Ticket.class);
    }

    private DeskCall call(
            HttpMethod method,
            String tenantId,
            @Nullable UUID key,
            @Nullable Object body,
            String path,
            Object... variables) {
        return new DeskCall(method, tenantId, address(path, variables), key == null ? null : key.toString(), body);
    }

    private String address(String path, Object... variables) {
        return UriComponentsBuilder.fromUriString(settings.root() + path)
                .encode()
                .buildAndExpand(variables)
                .toUriString();
    }

    /** Only pages of the desk itself: our token goes along. */
    private @Nullable String next(String tenantId, @Nullable String next) {
        if (next == null || next.isBlank()) {
            return null;
        }
        String address = URI.create(settings.root() + "/").resolve(next).toString();
        if (!address.startsWith(settings.root() + "/")) {
            throw new DeskRefused(
                    "The desk names a page outside of itself in the list of tenant %s. Have it corrected there."
                            .formatted(tenantId));
        }
        return address;
    }

    private static DeskTicket translated(Ticket ticket) {
        if (ticket.number() == null) {
            throw new DeskUnavailable(
                    "The desk answered without the number of the ticket. It is tried again by itself.", null);
        }
        return DeskApiTranslation.ticket(ticket.number(), ticket);
    }
}
