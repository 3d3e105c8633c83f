package io.casewright.handoff.application;

import io.casewright.casefile.application.HandOffCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.handoff.application.VendorDesk.Topic;
import io.casewright.handoff.domain.Channel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Proposes a ticket, from everything the case knows. */
@Service
public class DraftHandOff {

    private static final Logger log = LoggerFactory.getLogger(DraftHandOff.class);

    // Variables of a running case are kept small.
    private static final int TOPICS = 60;

    private final HandOffCase cases;
    private final TicketLinks links;
    private final DeskCalls desks;
    private final HandOffSettings settings;

    DraftHandOff(HandOffCase cases, TicketLinks links, DeskCalls desks, HandOffSettings settings) {
        this.cases = cases;
        this.links = links;
        this.desks = desks;
        this.settings = settings;
    }

    /**
     * The proposal; who the ticket names is left open where the settings name nobody.
     *
     * @param topics what the desk lets a ticket be about; empty when it does not ask, or cannot be asked now
     */
    public record Draft(
            String title,
            String text,
            String link,
            @Nullable String contactName,
            @Nullable String contactEmail,
            @Nullable String contactPhone,
            @Nullable String contactHours,
            List<Topic> topics) {}

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
                contact.hours(),
                topics(channel, collected.requester().tenantId()));
    }

    /** Without its topics a ticket can be prepared all the same; a desk that insists on one sends it to a person. */
    private List<Topic> topics(Channel channel, String tenantId) {
        if (desks.serving(channel, tenantId).isEmpty()) {
            return List.of();
        }
        try {
            return desks.call(channel, tenantId, desk -> desk.topics(tenantId)).stream()
                    .limit(TOPICS)
                    .toList();
        } catch (DeskRefused | DeskUnavailable e) {
            log.warn("No topics for a ticket of tenant {} at {}: {}", tenantId, channel, e.getMessage());
            return List.of();
        }
    }

    private static String cut(String title) {
        return title.length() <= PreparedTicket.TITLE ? title : title.substring(0, PreparedTicket.TITLE);
    }
}
