package io.casewright.handoff.client;

import io.casewright.casefile.domain.Severity;
import io.casewright.handoff.application.DeskUnavailable;
import io.casewright.handoff.application.VendorDesk;
import io.casewright.handoff.client.DeskLine.Heard;
import io.casewright.handoff.client.ServiceRequestWire.Attributes;
import io.casewright.handoff.client.ServiceRequestWire.Change;
import io.casewright.handoff.client.ServiceRequestWire.Creation;
import io.casewright.handoff.client.ServiceRequestWire.Organization;
import io.casewright.handoff.client.ServiceRequestWire.Request;
import io.casewright.handoff.client.ServiceRequestWire.Status;
import io.casewright.handoff.domain.Channel;
import io.casewright.microsoft.Api;
import io.casewright.microsoft.Call;
import io.casewright.microsoft.MicrosoftSettings;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Service requests in Partner Center. The title begins with our reference in brackets. Before a request is created, the
 * customer's list is searched for it: so a creation whose answer was lost is found again even where the request id that goes
 * with it should be forgotten there.
 */
@Component
class PartnerCenterDesk implements VendorDesk {

    private static final String ONE = "/v1/servicerequests/{id}";
    private static final int LONGEST_TITLE = 255;

    private final DeskLine line;
    private final ServiceRequestPages pages;
    private final ServiceRequestTopics topics;
    private final MicrosoftSettings settings;

    PartnerCenterDesk(
            DeskLine line, ServiceRequestPages pages, ServiceRequestTopics topics, MicrosoftSettings settings) {
        this.line = line;
        this.pages = pages;
        this.topics = topics;
        this.settings = settings;
    }

    @Override
    public Channel channel() {
        return Channel.PARTNER_CENTER;
    }

    @Override
    public boolean serves(String tenantId) {
        return settings.hasPartnerCenter();
    }

    @Override
    public List<Topic> topics(String tenantId) {
        return topics.of(tenantId);
    }

    @Override
    public DeskTicket open(TicketOrder order) {
        var before = find(order);
        if (before.isPresent()) {
            return look(order.tenantId(), before.get());
        }
        var ticket = order.ticket();
        var creation = new Creation(
                DeskText.line("[%s] %s".formatted(order.reference(), ticket.title()), LONGEST_TITLE),
                "Our reference: %s%nCustomer's tenant: %s%n%n%s"
                        .formatted(order.reference(), order.tenantId(), ticket.fullText()),
                ServiceRequestTranslation.severity(ticket.severity()),
                order.topicId(),
                new Organization(order.tenantId()),
                order.country(),
                Attributes.ofRequest());
        var created = line.ask(
                once(Call.post(
                                Api.PARTNER_CENTER,
                                order.tenantId(),
                                creation,
                                "/v1/servicerequests/{locale}",
                                ServiceRequestTranslation.locale(order.locale()))
                        .requestId(order.key())),
                Request.class);
        return ticket(order.tenantId(), created);
    }

    @Override
    public DeskTicket look(String tenantId, String number) {
        return ticket(tenantId, read(tenantId, number));
    }

    @Override
    public List<Glance> glance(String tenantId) {
        return pages.of(tenantId).stream()
                .map(request -> new Glance(
                        String.valueOf(request.id()),
                        ServiceRequestTranslation.status(request.status()),
                        ServiceRequestTranslation.changedAt(request.lastModifiedDate(), request.createdDate())))
                .toList();
    }

    @Override
    public void addNote(String tenantId, String number, UUID key, String text) {
        boolean there = read(tenantId, number).content().notes() instanceof List<ServiceRequestWire.Note> notes
                && notes.stream()
                        .map(note -> DeskText.plain(note.text()))
                        .anyMatch(note -> NoteMark.carries(note, key));
        if (!there) {
            change(tenantId, number, key, Change.of(NoteMark.marked(text, key)));
        }
    }

    @Override
    public void changeSeverity(String tenantId, String number, UUID key, Severity severity) {
        change(tenantId, number, key, Change.of(ServiceRequestTranslation.severity(severity)));
    }

    @Override
    public void close(String tenantId, String number, UUID key) {
        if (look(tenantId, number).status() != DeskStatus.CLOSED) {
            change(tenantId, number, key, Change.of(Status.CLOSED));
        }
    }

    private Heard<Request> read(String tenantId, String number) {
        return line.ask(Call.get(Api.PARTNER_CENTER, tenantId, ONE, number), Request.class);
    }

    private void change(String tenantId, String number, UUID key, Change change) {
        line.send(
                once(Call.patch(Api.PARTNER_CENTER, tenantId, change, ONE, number)
                        .requestId(key)),
                Void.class);
    }

    /** Whoever repeats it looks first whether it was done, which the line itself cannot. */
    private static Call once(Call call) {
        return new Call(
                call.api(),
                call.tenantId(),
                call.method(),
                call.path(),
                call.headers(),
                call.body(),
                call.requestId(),
                false);
    }

    /** The number of the request that was made for this order before; the oldest should there be two. */
    private Optional<String> find(TicketOrder order) {
        String mark = "[" + order.reference() + "]";
        return pages.of(order.tenantId()).stream()
                .filter(request -> request.title() != null && request.title().startsWith(mark))
                .map(request -> String.valueOf(request.id()))
                .min(Comparator.naturalOrder());
    }

    private static DeskTicket ticket(String tenantId, Heard<Request> heard) {
        if (heard.content().id() == null) {
            throw new DeskUnavailable(
                    "Partner Center answered for tenant %s without the number of the service request (Microsoft's correlation id %s). It is tried again by itself."
                            .formatted(tenantId, heard.correlationId()),
                    null);
        }
        return ServiceRequestTranslation.ticket(heard.content().id(), heard.content(), heard.correlationId());
    }
}
