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
import io.casewright.handoff.application.VendorDesk.Topic;
import io.casewright.handoff.domain.Channel;
import io.casewright.microsoft.Lines;
import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.simulator.SimulatedTickets;
import io.casewright.simulator.Story;
import io.casewright.simulator.TicketOddities;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PartnerCenterDeskTests {

    private final MicrosoftSimulator microsoft = MicrosoftSimulator.start(0);
    private final SimulatedTickets there = microsoft.serviceRequests().tickets();
    private final PartnerCenterDesk desk = Desks.partnerCenter(microsoft);

    @AfterEach
    void end() {
        microsoft.close();
    }

    @Test
    void opensATicketThatCarriesOurReference() {
        var ticket = desk.open(Desks.order());

        assertThat(ticket.number()).matches("\\d{15}");
        assertThat(ticket.status()).isEqualTo(DeskStatus.OPEN);
        assertThat(ticket.severity()).isEqualTo(Severity.MODERATE);
        assertThat(ticket.changedAt()).as("Microsoft says the year 1").isNull();
        assertThat(ticket.correlationId()).isNotBlank();
        var opened = there.get(ticket.number());
        assertThat(opened.title()).isEqualTo("[" + REFERENCE + "] Calendar items vanish after edit");
        assertThat(opened.text())
                .startsWith("Our reference: " + REFERENCE)
                .contains("Customer's tenant: " + TENANT, "Impact: 40 users.", "Contact: Noor Dahl");
        assertThat(opened.tenant()).isEqualTo(TENANT);
        assertThat(opened.topic()).isEqualTo(Desks.EXCHANGE);
    }

    @Test
    void theSameOrderAgainIsTheSameTicket() {
        var order = Desks.order();

        assertThat(desk.open(order).number()).isEqualTo(desk.open(order).number());
        assertThat(there.all()).hasSize(1);
    }

    @Test
    void findsTheTicketWhoseCreationWasNotAnsweredEvenIfMicrosoftForgetsTheRequestId() {
        there.odd(TicketOddities.none().thatForgetsRequestIds());
        microsoft.story().trouble(Story.Kind.LOST, "POST /v1/servicerequests", 1, 0);
        var order = Desks.order();

        assertThatThrownBy(() -> desk.open(order)).isInstanceOf(DeskUnavailable.class);
        var ticket = desk.open(order);

        assertThat(there.all()).extracting(SimulatedTickets.Ticket::id).containsExactly(ticket.number());
    }

    @Test
    void repeatsTheRequestIdWhenTheNewTicketIsNotInTheListYet() {
        there.odd(TicketOddities.none().withListDelay(Duration.ofMinutes(5)));
        microsoft.story().trouble(Story.Kind.LOST, "POST /v1/servicerequests", 1, 0);
        var order = Desks.order();

        assertThatThrownBy(() -> desk.open(order)).isInstanceOf(DeskUnavailable.class);
        desk.open(order);

        assertThat(there.all()).hasSize(1);
    }

    @Test
    void readsWhatTheEngineersSay() {
        String number = desk.open(Desks.order()).number();
        there.note(number, "We look into it.");
        there.ask(number, "<p>Which version?</p><p>Please send the build.</p><script>alert(1)</script>");

        var ticket = desk.look(TENANT, number);

        assertThat(ticket.status()).isEqualTo(DeskStatus.ATTENTION_NEEDED);
        assertThat(ticket.notes())
                .extracting(DeskNote::text)
                .containsExactly("We look into it.", "Which version?\nPlease send the build.");
        assertThat(ticket.notes()).allSatisfy(note -> {
            assertThat(note.id()).isNull();
            assertThat(note.author()).isEqualTo("Support engineer");
            assertThat(note.writtenAt()).isNotNull();
        });
        assertThat(ticket.changedAt()).isEqualTo(there.get(number).changed());
    }

    @Test
    void addsANoteOnceHoweverOftenItIsRepeated() {
        String number = desk.open(Desks.order()).number();
        var key = UUID.randomUUID();
        there.odd(TicketOddities.none().thatForgetsRequestIds());
        microsoft.story().trouble(Story.Kind.LOST, "PATCH /v1/servicerequests", 1, 0);

        assertThatThrownBy(() -> desk.addNote(TENANT, number, key, "Build 16.0.1"))
                .isInstanceOf(DeskUnavailable.class);
        desk.addNote(TENANT, number, key, "Build 16.0.1");
        desk.addNote(TENANT, number, UUID.randomUUID(), "Build 16.0.1");

        assertThat(desk.look(TENANT, number).notes())
                .as("the mark is taken off, and the same words with another key are another note")
                .extracting(DeskNote::text)
                .containsExactly("Build 16.0.1", "Build 16.0.1");
    }

    @Test
    void changesSeverityAndClosesOnce() {
        String number = desk.open(Desks.order()).number();

        desk.changeSeverity(TENANT, number, UUID.randomUUID(), Severity.CRITICAL);
        desk.close(TENANT, number, UUID.randomUUID());
        var closed = there.get(number).changed();
        desk.close(TENANT, number, UUID.randomUUID());

        assertThat(there.get(number).changed()).isEqualTo(closed);
        assertThat(desk.look(TENANT, number))
                .returns(DeskStatus.CLOSED, ticket -> ticket.status())
                .returns(Severity.CRITICAL, ticket -> ticket.severity());
    }

    @Test
    void glancesAtAllPagesOfACustomer() {
        microsoft.serviceRequests().pagesOf(3);
        var seeded = there.seed(20, 2);
        String tenant = SimulatedTickets.tenantNumber(1);
        there.close(seeded.get(1).id(), "Done.");

        var glances = desk.glance(tenant);

        assertThat(glances).hasSize(10);
        assertThat(glances)
                .contains(new Glance(
                        seeded.get(1).id(),
                        DeskStatus.CLOSED,
                        there.get(seeded.get(1).id()).changed()));
        assertThat(glances)
                .filteredOn(glance -> glance.status() == DeskStatus.OPEN)
                .hasSize(9);
    }

    @Test
    void namesTheTopics() {
        assertThat(desk.topics(TENANT)).contains(new Topic("32444667", "Exchange Online"));

        microsoft.story().trouble(Story.Kind.DOWN, "GET /v1/servicerequests/supporttopics", 10, 0);
        assertThat(desk.topics(TENANT)).as("kept").hasSize(3);
    }

    @Test
    void servesOnlyWithThePartnersConsent() {
        assertThat(desk.channel()).isEqualTo(Channel.PARTNER_CENTER);
        assertThat(desk.serves(TENANT)).isTrue();
        assertThat(Desks.partnerCenter(Lines.to(microsoft), microsoft.address(), "refresh-token=")
                        .serves(TENANT))
                .isFalse();
    }

    @Test
    void saysWhyACustomerOfSomebodyElseIsRefused() {
        microsoft.serviceRequests().stranger(TENANT, true);

        assertThatThrownBy(() -> desk.open(Desks.order()))
                .isInstanceOf(DeskRefused.class)
                .hasMessageContaining(TENANT)
                .hasMessageContaining("code 20002")
                .hasMessageContaining("no relationship with this partner");
        assertThat(there.all()).isEmpty();
    }

    @Test
    void saysWhichRoleIsMissing() {
        String number = desk.open(Desks.order()).number();
        microsoft.story().trouble(Story.Kind.REFUSED, "GET /v1/servicerequests", 1, 0);

        assertThatThrownBy(() -> desk.look(TENANT, number))
                .isInstanceOf(DeskRefused.class)
                .hasMessageContaining("code 900308")
                .hasMessageContaining("lacks a role");
    }

    @Test
    void passesOnHowLongMicrosoftAsksToWait() {
        there.odd(TicketOddities.none().withCallsPerMinute(2));
        desk.glance(TENANT);
        desk.glance(TENANT);

        var trouble = catchThrowableOfType(DeskUnavailable.class, () -> desk.glance(TENANT));

        assertThat(trouble.retryAfter())
                .hasValueSatisfying(
                        pause -> assertThat(pause).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(61)));
    }

    @Test
    void speaksTheLanguageOfTheAgents() {
        assertThat(ServiceRequestTranslation.locale("de")).isEqualTo("de-DE");
        assertThat(ServiceRequestTranslation.locale("en")).isEqualTo("en-US");
        assertThat(ServiceRequestTranslation.locale("en-GB")).isEqualTo("en-GB");
        assertThat(ServiceRequestTranslation.locale("sv")).isEqualTo("en-US");
    }
}
