package io.casewright.handoff.application;

import io.casewright.casefile.domain.Severity;
import io.casewright.handoff.domain.Channel;
import io.casewright.handoff.domain.VendorTicket;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * How a ticket stands at its desk, in words for a form; each is empty when there is nothing to say.
 *
 * @param lastContact when its desk last answered about it
 * @param waitReason why the desk cannot be asked, since when, and what a person has to do there
 */
public record TicketStanding(String status, String lastContact, String waitReason) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    static TicketStanding of(VendorTicket ticket) {
        var watch = ticket.watch();
        String status = watch.statusThere()
                .map(there -> switch (there) {
                    case OPEN -> "open";
                    case ATTENTION_NEEDED -> "waits for us";
                    case CLOSED -> "closed";
                    case UNKNOWN -> "not known";
                })
                .orElse("");
        String reason = watch.troubleSince()
                .map(since -> silence(ticket.channel(), since, watch.trouble().orElse("")))
                .orElse("");
        return new TicketStanding(status, watch.contactAt().map(TIME::format).orElse(""), reason);
    }

    static String silence(Channel channel, Instant since, String reason) {
        return "%s does not answer since %s: %s".formatted(name(channel), TIME.format(since), reason);
    }

    static String severityByHand(Severity severity, String reason) {
        return "Somebody has to set the severity %s there by hand: %s".formatted(severity, reason);
    }

    /** This, and what a person has to do there. */
    TicketStanding with(String toDo) {
        return new TicketStanding(status, lastContact, waitReason.isEmpty() ? toDo : waitReason + "\n" + toDo);
    }

    /** As an agent knows it. */
    static String name(Channel channel) {
        return switch (channel) {
            case PARTNER_CENTER -> "Partner Center";
            case AZURE_SUPPORT -> "Azure support";
            case GUIDED -> "The admin portal";
            case DESK -> "The vendor's desk";
        };
    }
}
