package io.casewright.handoff.client;

import static io.casewright.handoff.client.Desks.NO_SSH;
import static io.casewright.handoff.client.Desks.REFERENCE;
import static io.casewright.handoff.client.Desks.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.casefile.domain.Severity;
import io.casewright.handoff.application.DeskRefused;
import io.casewright.handoff.application.DeskUnavailable;
import io.casewright.handoff.application.VendorDesk.DeskNote;
import io.casewright.handoff.application.VendorDesk.DeskStatus;
import io.casewright.handoff.application.VendorDesk.Glance;
import io.casewright.handoff.application.VendorDesk.TicketOrder;
import io.casewright.handoff.application.VendorDesk.Topic;
import io.casewright.handoff.domain.Channel;
import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.simulator.SimulatedTickets;
import io.casewright.simulator.Story;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AzureSupportDeskTests {

    private final MicrosoftSimulator microsoft = MicrosoftSimulator.start(0);
    private final SimulatedTickets there = microsoft.azureSupport().tickets();
    private final AzureSupportDesk desk = Desks.azure(microsoft);

    @AfterEach
    void end() {
        microsoft.close();
    }

    private static TicketOrder order() {
        return Desks.order(UUID.randomUUID(), NO_SSH);
    }

    @Test
    void opensATicketUnderOurNameAndTellsItsNumber() {
        var ticket = desk.open(order());

        assertThat(ticket.number()).matches("\\d{15}");
        assertThat(ticket.status()).isEqualTo(DeskStatus.OPEN);
        assertThat(ticket.severity()).isEqualTo(Severity.MODERATE);
        assertThat(ticket.changedAt()).isNotNull();
        assertThat(there.get(REFERENCE))
                .returns(ticket.number(), SimulatedTickets.Ticket::id)
                .returns(TENANT, SimulatedTickets.Ticket::tenant)
                .returns(NO_SSH, SimulatedTickets.Ticket::topic);
    }

    @Test
    void theSameOrderAgainIsTheSameTicket() {
        var order = order();

        assertThat(desk.open(order).number()).isEqualTo(desk.open(order).number());
        assertThat(there.all()).hasSize(1);
    }

    @Test
    void leavesWhatTakesLongToTheNextAttempt() {
        microsoft.azureSupport().takesSoManyQuestions(4);
        var order = order();

        assertThatThrownBy(() -> desk.open(order))
                .isInstanceOf(DeskUnavailable.class)
                .hasMessageContaining("still at work")
                .hasMessageContaining(TENANT);
        desk.open(order);

        assertThat(there.all()).hasSize(1);
    }

    @Test
    void findsTheTicketWhoseCreationWasNotAnswered() {
        microsoft.story().trouble(Story.Kind.LOST, "PUT /subscriptions", 1, 0);

        desk.open(order());

        assertThat(there.all()).hasSize(1);
    }

    @Test
    void speaksBothWays() {
        String number = desk.open(order()).number();
        var key = UUID.randomUUID();
        there.ask(number, "<p>Please send the serial console log.</p>");
        assertThat(desk.look(TENANT, number).status()).isEqualTo(DeskStatus.ATTENTION_NEEDED);

        desk.addNote(TENANT, number, key, "Here it is.");
        desk.addNote(TENANT, number, key, "Here it is.");
        desk.changeSeverity(TENANT, number, UUID.randomUUID(), Severity.CRITICAL);

        var ticket = desk.look(TENANT, number);
        assertThat(ticket.status()).isEqualTo(DeskStatus.OPEN);
        assertThat(ticket.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(ticket.notes())
                .extracting(DeskNote::text)
                .containsExactly("Please send the serial console log.", "Here it is.");
        assertThat(ticket.notes().getLast())
                .returns(key.toString(), DeskNote::id)
                .returns("support@northwind.example", DeskNote::author);
    }

    @Test
    void closesOnce() {
        String number = desk.open(order()).number();

        desk.close(TENANT, number, UUID.randomUUID());
        var closed = there.get(number).changed();
        desk.close(TENANT, number, UUID.randomUUID());

        assertThat(desk.look(TENANT, number).status()).isEqualTo(DeskStatus.CLOSED);
        assertThat(there.get(number).changed()).isEqualTo(closed);
    }

    @Test
    void findsATicketByItsNumberAfterARestart() {
        String number = desk.open(order()).number();

        assertThat(Desks.azure(microsoft).look(TENANT, number).number()).isEqualTo(number);
        assertThatThrownBy(() -> desk.look(TENANT, "256110009999999"))
                .isInstanceOf(DeskRefused.class)
                .hasMessageContaining("no ticket 256110009999999")
                .hasMessageContaining(TENANT);
    }

    @Test
    void glancesAtAllPagesOfACustomer() {
        microsoft.azureSupport().pagesOf(2);
        var seeded = there.seed(10, 2);
        String tenant = SimulatedTickets.tenantNumber(0);
        there.close(seeded.getFirst().id(), "Done.");

        assertThat(desk.glance(tenant))
                .hasSize(5)
                .contains(new Glance(
                        seeded.getFirst().id(),
                        DeskStatus.CLOSED,
                        there.get(seeded.getFirst().id()).changed()));
    }

    @Test
    void namesTheProblemsOfTheServicesInTheSettings() {
        assertThat(desk.topics(TENANT))
                .contains(new Topic(NO_SSH, "Virtual Machine running Linux: Cannot connect by SSH"))
                .noneMatch(topic -> topic.name().startsWith("Data Explorer"));
    }

    @Test
    void refusesWhatCannotBeATicket() {
        assertThatThrownBy(() -> desk.open(Desks.order(UUID.randomUUID(), null)))
                .isInstanceOf(DeskRefused.class)
                .hasMessageContaining("Choose one of its list");

        microsoft.azureSupport().withoutSubscription(TENANT, true);
        assertThatThrownBy(() -> desk.open(order()))
                .isInstanceOf(DeskRefused.class)
                .hasMessageContaining("no Azure subscription that is enabled")
                .hasMessageContaining(TENANT);
    }

    @Test
    void tellsTheCountryOfTheContact() {
        assertThat(countryOf("", "SE", "en-US")).isEqualTo("SWE");
        assertThat(countryOf("", null, "de-AT")).isEqualTo("AUT");
        assertThat(countryOf("NLD", "SE", "en-US")).isEqualTo("NLD");
        assertThatThrownBy(() -> countryOf("", null, "en"))
                .isInstanceOf(DeskRefused.class)
                .hasMessageContaining("CASEWRIGHT_HANDOFF_AZURE_COUNTRY");
    }

    private static String countryOf(String setting, String customers, String locale) {
        var order = new TicketOrder(UUID.randomUUID(), REFERENCE, TENANT, locale, customers, NO_SSH, Desks.ticket());
        var settings = new AzureSupportSettings("UTC", "en-US", setting, List.of(), 1, Duration.ofMillis(1));
        return AzureTranslation.creation(order, settings)
                .properties()
                .contactDetails()
                .country();
    }

    @Test
    void saysWhichRoleIsMissing() {
        microsoft.azureSupport().withoutRole(TENANT, true);

        assertThatThrownBy(() -> desk.open(order()))
                .isInstanceOf(DeskRefused.class)
                .hasMessageContaining("AuthorizationFailed")
                .hasMessageContaining("Support Request Contributor");
    }

    @Test
    void servesWhoeverIsACustomerWithALine() {
        assertThat(desk.channel()).isEqualTo(Channel.AZURE_SUPPORT);
        assertThat(desk.serves(TENANT)).isTrue();
    }
}
