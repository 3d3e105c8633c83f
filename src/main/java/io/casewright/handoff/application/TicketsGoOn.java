package io.casewright.handoff.application;

import io.casewright.handoff.persistence.VendorTickets;
import io.casewright.platform.engine.place.CarriedByProcess;
import io.casewright.platform.engine.place.Place;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tickets go on in another engine; how they stand their process looks up by itself. */
@Component
class TicketsGoOn implements CarriedByProcess {

    private final VendorTickets tickets;

    TicketsGoOn(VendorTickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public String processId() {
        return "vendor-ticket";
    }

    @Override
    public String name() {
        return "ticket";
    }

    @Override
    public Set<String> open() {
        return tickets.findOpenReferences();
    }

    @Override
    public String keyOf(Place place) {
        return Objects.requireNonNullElse(place.reference(), "");
    }
}
