package io.casewright.handoff.process;

import io.casewright.handoff.application.LookUpTicket;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A ticket as its forms show it. */
public record ShownTicket(
        String customerName,
        String subject,
        String queue,
        String severity,
        int priority,
        Instant taskDue,
        String caseLink,
        String target,
        String channel,
        String ticketLink,
        String ticketTitle,
        @Nullable String ticketText,
        @Nullable String vendorNumber,
        String statusThere,
        String lastContact,
        String waitReason,
        String lastNote,
        boolean ticketClosed,
        boolean personFollows) {

    static ShownTicket of(LookUpTicket.Shown shown) {
        var facts = shown.facts();
        var handOff = shown.ticket().handOff();
        return new ShownTicket(
                facts.customerName(),
                facts.subject(),
                facts.queue(),
                facts.severity(),
                facts.priority(),
                facts.taskDue(),
                facts.caseLink(),
                handOff.target().name(),
                handOff.channel().name(),
                shown.link(),
                handOff.ticket().title(),
                // To be copied by who opens it; no form shows it afterwards.
                shown.ticket().vendorNumber().isPresent()
                        ? null
                        : handOff.ticket().fullText(),
                shown.ticket().vendorNumber().orElse(null),
                shown.standing().status(),
                shown.standing().lastContact(),
                shown.standing().waitReason(),
                shown.lastNote(),
                shown.ticket().isClosed(),
                shown.ticket().watch().isFollowed());
    }
}
