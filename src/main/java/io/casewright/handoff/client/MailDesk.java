package io.casewright.handoff.client;

import io.casewright.casefile.domain.Severity;
import io.casewright.handoff.application.VendorDesk;
import io.casewright.handoff.domain.Channel;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * A provider's or vendor's desk that only takes mail. Our reference is the number of the ticket; what the desk answers is read by
 * {@link NoteMailbox}, so nothing is seen by looking, and a person follows the ticket.
 */
@Component
class MailDesk implements VendorDesk {

    private final DeskMailer mailer;
    private final DeskMailSettings settings;
    private final DeskApiSettings api;

    MailDesk(DeskMailer mailer, DeskMailSettings settings, DeskApiSettings api) {
        this.mailer = mailer;
        this.settings = settings;
        this.api = api;
    }

    @Override
    public Channel channel() {
        return Channel.DESK;
    }

    @Override
    public boolean serves(String tenantId) {
        return settings.isConfigured() && !api.isConfigured();
    }

    @Override
    public boolean tellsHowTicketsStand() {
        return false;
    }

    @Override
    public List<Topic> topics(String tenantId) {
        return List.of();
    }

    @Override
    public DeskTicket open(TicketOrder order) {
        var ticket = order.ticket();
        mailer.open(order.tenantId(), order.reference(), ticket.title(), """
                Our reference: %s (please keep it in the subject)
                Customer's tenant: %s

                %s""".formatted(
                        order.reference(), order.tenantId(), ticket.fullText()));
        return look(order.tenantId(), order.reference());
    }

    @Override
    public DeskTicket look(String tenantId, String number) {
        return new DeskTicket(number, DeskStatus.UNKNOWN, null, null, List.of(), null);
    }

    @Override
    public List<Glance> glance(String tenantId) {
        return List.of();
    }

    @Override
    public void addNote(String tenantId, String number, UUID key, String text) {
        mailer.reply(tenantId, number, key, text);
    }

    @Override
    public void changeSeverity(String tenantId, String number, UUID key, Severity severity) {
        mailer.reply(
                tenantId,
                number,
                key,
                "The severity of this ticket now is: " + severity.name().toLowerCase(Locale.ROOT) + ".");
    }

    @Override
    public void close(String tenantId, String number, UUID key) {
        mailer.reply(tenantId, number, key, "We no longer need this ticket. Please close it.");
    }
}
