package io.casewright.handoff.application;

import io.casewright.casefile.application.HandOffCase;
import io.casewright.casefile.application.HandedOffCase;
import io.casewright.casefile.application.Overtaken;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.handoff.domain.Channel;
import io.casewright.handoff.domain.HandOff;
import io.casewright.handoff.domain.Target;
import io.casewright.handoff.domain.VendorTicket;
import io.casewright.handoff.persistence.DeskOrders;
import io.casewright.handoff.persistence.HandOffs;
import io.casewright.handoff.persistence.VendorTickets;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands a case off: what is sent is fixed, and the twin of its ticket begins to live. */
@Service
public class OpenVendorTicket {

    private final HandOffs handOffs;
    private final VendorTickets tickets;
    private final DeskOrders orders;
    private final HandOffCase evidence;
    private final HandedOffCase cases;
    private final HandOffProcess process;
    private final Clock clock;

    OpenVendorTicket(
            HandOffs handOffs,
            VendorTickets tickets,
            DeskOrders orders,
            HandOffCase evidence,
            HandedOffCase cases,
            HandOffProcess process,
            Clock clock) {
        this.handOffs = handOffs;
        this.tickets = tickets;
        this.orders = orders;
        this.evidence = evidence;
        this.cases = cases;
        this.process = process;
        this.clock = clock;
    }

    /** Why no ticket can be opened with it, as a sentence for the agent. */
    @Transactional(readOnly = true)
    public Optional<String> problemWith(CaseNumber number, PreparedTicket prepared) {
        return cases.whyEnded(number)
                .or(() -> prepared.problemFor(evidence.collect(number).requester()));
    }

    /**
     * Opens one ticket per step, however often the step is repeated.
     *
     * @return the reference of the hand-off
     * @throws Overtaken when there is a problem with it meanwhile
     */
    @Transactional
    public String open(
            CaseNumber number,
            Target target,
            Channel channel,
            PreparedTicket prepared,
            @Nullable String agent,
            Step step) {
        var before = tickets.findByHandOffStepKey(step.key());
        if (before.isPresent()) {
            return before.get().handOff().reference();
        }
        Overtaken.failOn(number, problemWith(number, prepared));
        String tenant = evidence.collect(number).requester().tenantId();
        return opened(number, tenant, target, channel, prepared, agent, step);
    }

    private String opened(
            CaseNumber number,
            String tenantId,
            Target target,
            Channel channel,
            PreparedTicket prepared,
            @Nullable String agent,
            Step step) {
        int ordinal = handOffs.countByCaseNumber(number.value()) + 1;
        var ticket = prepared.ticket();
        var handOff = handOffs.save(new HandOff(
                number, ordinal, target, channel, ticket, prepared.topicId(), agent, clock.instant(), step));
        var twin = tickets.save(new VendorTicket(handOff, tenantId));
        if (channel != Channel.GUIDED) {
            orders.save(twin.orderOpening(clock.instant(), step.key()));
        }
        cases.note(
                number,
                Kind.HANDED_OFF,
                agent,
                step,
                "%s %s%n%s".formatted(target, handOff.reference(), ticket.fullText()));
        process.startTicket(number, handOff.reference());
        return handOff.reference();
    }
}
