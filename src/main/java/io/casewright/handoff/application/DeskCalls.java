package io.casewright.handoff.application;

import io.casewright.handoff.domain.Channel;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The only way to the desks: counts what comes of the calls, and calls nobody who asked to be left alone for a while. */
@Component
class DeskCalls {

    private final ObjectProvider<VendorDesk> desks;
    private final DeskPauses pauses;
    private final MeterRegistry meters;

    DeskCalls(ObjectProvider<VendorDesk> desks, DeskPauses pauses, MeterRegistry meters) {
        this.desks = desks;
        this.pauses = pauses;
        this.meters = meters;
    }

    /** The desk where tickets of this customer can be opened and read. */
    Optional<VendorDesk> serving(Channel channel, String tenantId) {
        return desks.stream()
                .filter(desk -> desk.channel() == channel && desk.serves(tenantId))
                .findFirst();
    }

    /**
     * Calls the desk of this customer.
     *
     * @throws DeskRefused when it says no, or there is none
     * @throws DeskUnavailable when it gives no answer, or asked not to be called yet
     */
    <T> T call(Channel channel, String tenantId, Function<VendorDesk, T> call) {
        pauses.requireNone(channel, tenantId);
        try {
            T answer = call.apply(serving(channel, tenantId).orElseThrow(() -> none(channel, tenantId)));
            pauses.answered(channel, tenantId);
            count(channel, "answered");
            return answer;
        } catch (DeskRefused e) {
            pauses.refused(channel, tenantId);
            count(channel, "refused");
            throw e;
        } catch (DeskUnavailable e) {
            pauses.unavailable(channel, tenantId, e.retryAfter());
            count(channel, "unavailable");
            throw e;
        }
    }

    private static DeskRefused none(Channel channel, String tenantId) {
        String reason = "%s is not set up for the customer's tenant %s; set it up, or go on by hand."
                .formatted(TicketStanding.name(channel), tenantId);
        return new DeskRefused(reason, new IllegalStateException(reason));
    }

    private void count(Channel channel, String outcome) {
        Counter.builder("casewright.vendor.calls")
                .description("Calls to the desks of Microsoft, providers and vendors")
                .tag("channel", channel.name().toLowerCase(Locale.ROOT))
                .tag("outcome", outcome)
                .register(meters)
                .increment();
    }
}
