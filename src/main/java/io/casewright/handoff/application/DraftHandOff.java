package io.casewright.handoff.application;

import io.casewright.casefile.application.HandOffCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.handoff.domain.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposes a ticket, from everything the case knows. */
@Service
public class DraftHandOff {

    private final HandOffCase cases;
    private final TicketLinks links;
    private final HandOffSettings settings;

    DraftHandOff(HandOffCase cases, TicketLinks links, HandOffSettings settings) {
        this.cases = cases;
        this.links = links;
        this.settings = settings;
    }

    /** The proposal; who the ticket names is left open where the settings name nobody. */
    public record Draft(
            String title,
            String text,
            String link,
            @Nullable String contactName,
            @Nullable String contactEmail,
            @Nullable String contactPhone,
            @Nullable String contactHours) {}

    @Transactional(readOnly = true)
    public Draft draft(CaseNumber number, Channel channel) {
        var collected = cases.collect(number);
        var contact = settings.contact();
        return new Draft(
                cut("%s: %s".formatted(collected.requester().customerName(), collected.subject())),
                collected.ticketText(),
                links.of(channel, collected.requester().tenantId()),
                contact.name(),
                contact.email(),
                contact.phone(),
                contact.hours());
    }

    private static String cut(String title) {
        return title.length() <= PreparedTicket.TITLE ? title : title.substring(0, PreparedTicket.TITLE);
    }
}
