package io.casewright.handoff.client;

import static io.casewright.handoff.client.Desks.REFERENCE;
import static io.casewright.handoff.client.Desks.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.casewright.casefile.domain.Severity;
import io.casewright.handoff.application.DeskRefused;
import io.casewright.handoff.application.DeskUnavailable;
import io.casewright.handoff.application.VendorDesk.DeskNote;
import io.casewright.handoff.application.VendorDesk.DeskStatus;
import io.casewright.handoff.application.VendorDesk.Glance;
import io.casewright.handoff.domain.Channel;
import io.casewright.platform.text.Secret;
import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.simulator.SimulatedTickets;
import io.casewright.simulator.Story;
import io.casewright.simulator.TicketOddities;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProviderDeskTests {

    private final MicrosoftSimulator simulator = MicrosoftSimulator.start(0);
    private final SimulatedTickets there = simulator.desk().tickets();
    private final ProviderDesk desk = Desks.provider(simulator.address());

    @AfterEach
    void end() {
        simulator.close();
    }

    @Test
    void opensATicketOnce() {
        var order = Desks.order();

        var ticket = desk.open(order);

        assertThat(desk.open(order).number()).isEqualTo(ticket.number()).startsWith("TD-");
        assertThat(there.all()).hasSize(1);
        assertThat(ticket.status()).isEqualTo(DeskStatus.OPEN);
        assertThat(ticket.severity()).isEqualTo(Severity.MODERATE);
        assertThat(there.get(ticket.number()).reference()).isEqualTo(REFERENCE);
        assertThat(there.get(ticket.number()).tenant()).isEqualTo(TENANT);
    }

    @Test
    void findsTheTicketWhoseCreationWasNotAnswered() {
        simulator.story().trouble(Story.Kind.LOST, "POST /desk/tickets", 1, 0);
        var order = Desks.order();

        assertThatThrownBy(() -> desk.open(order))
                .isInstanceOf(DeskUnavailable.class)
                .hasMessageContaining("/desk/tickets for tenant " + TENANT);
        desk.open(order);

        assertThat(there.all()).hasSize(1);
    }

    @Test
    void speaksBothWays() {
        String number = desk.open(Desks.order()).number();
        var key = UUID.randomUUID();
        there.ask(number, "Which version?");
        assertThat(desk.look(TENANT, number).status()).isEqualTo(DeskStatus.ATTENTION_NEEDED);

        desk.addNote(TENANT, number, key, "Version 16.");
        desk.addNote(TENANT, number, key, "Version 16.");
        desk.changeSeverity(TENANT, number, UUID.randomUUID(), Severity.CRITICAL);

        var ticket = desk.look(TENANT, number);
        assertThat(ticket.status()).isEqualTo(DeskStatus.OPEN);
        assertThat(ticket.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(ticket.notes()).extracting(DeskNote::text).containsExactly("Which version?", "Version 16.");
        assertThat(ticket.notes().getLast().id())
                .as("by which an echo is known")
                .isEqualTo(key.toString());
    }

    @Test
    void closesOnce() {
        String number = desk.open(Desks.order()).number();

        desk.close(TENANT, number, UUID.randomUUID());
        var closed = there.get(number).changed();
        desk.close(TENANT, number, UUID.randomUUID());

        assertThat(desk.look(TENANT, number).status()).isEqualTo(DeskStatus.CLOSED);
        assertThat(there.get(number).changed()).isEqualTo(closed);
    }

    @Test
    void glancesAtAllPagesOfACustomer() {
        simulator.desk().pagesOf(2);
        var seeded = there.seed(10, 2);
        String tenant = SimulatedTickets.tenantNumber(0);

        assertThat(desk.glance(tenant))
                .hasSize(5)
                .contains(new Glance(
                        seeded.getFirst().id(),
                        DeskStatus.OPEN,
                        seeded.getFirst().changed()));
    }

    @Test
    void passesOnHowLongTheDeskAsksToWait() {
        there.odd(TicketOddities.none().withCallsPerMinute(1));
        desk.glance(TENANT);

        var trouble = catchThrowableOfType(DeskUnavailable.class, () -> desk.glance(TENANT));

        assertThat(trouble.retryAfter())
                .hasValueSatisfying(
                        pause -> assertThat(pause).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(61)));
    }

    @Test
    void saysWhatToDoAboutARefusal() {
        assertThatThrownBy(() -> desk.look(TENANT, "TD-0"))
                .isInstanceOf(DeskRefused.class)
                .hasMessageContaining("/desk/tickets/TD-0 for tenant " + TENANT + " (404): There is no such ticket.")
                .hasMessageContaining("Ask the desk");
        assertThatThrownBy(() -> Desks.provider(simulator.address(), "outdated").glance(TENANT))
                .isInstanceOf(DeskRefused.class)
                .hasMessageContaining("CASEWRIGHT_HANDOFF_DESK_API_TOKEN")
                .hasMessageNotContaining("outdated");
    }

    @Test
    void servesTheDesksOfProvidersAndVendorsAndWantsNoTopic() {
        assertThat(desk.channel()).isEqualTo(Channel.DESK);
        assertThat(desk.serves(TENANT)).isTrue();
        assertThat(desk.topics(TENANT)).isEmpty();
        var none = new DeskApiSettings(null, Secret.NONE, Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(new ProviderDesk(new DeskApiLine(none, java.time.Clock.systemUTC()), none).serves(TENANT))
                .isFalse();
    }
}
