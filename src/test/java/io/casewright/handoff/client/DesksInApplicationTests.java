package io.casewright.handoff.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.handoff.application.VendorDesk;
import io.casewright.handoff.application.VendorDesk.DeskStatus;
import io.casewright.handoff.application.VendorDesk.TicketOrder;
import io.casewright.handoff.domain.Channel;
import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.testkit.CasewrightTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

@CasewrightTest
class DesksInApplicationTests {

    @Autowired
    List<VendorDesk> desks;

    @Autowired
    MicrosoftSimulator microsoft;

    @Autowired
    ObjectProvider<NoteMailbox> mailbox;

    @Test
    void thereIsOneDeskPerChannelThatServes() {
        assertThat(desks.stream().filter(desk -> desk.serves(Desks.TENANT)).map(VendorDesk::channel))
                .containsExactlyInAnyOrder(Channel.PARTNER_CENTER, Channel.AZURE_SUPPORT);
        assertThat(mailbox.getIfAvailable()).as("none without a host").isNull();
    }

    @Test
    void aTicketIsOpenedAndFollowedInPartnerCenter() {
        var desk = desk(Channel.PARTNER_CENTER);
        var order = new TicketOrder(
                UUID.randomUUID(), "CW-2026-900001-T1", Desks.TENANT, "en", "DE", Desks.EXCHANGE, Desks.ticket());

        String number = desk.open(order).number();
        microsoft.serviceRequests().tickets().ask("CW-2026-900001-T1", "Which version?");

        assertThat(desk.look(Desks.TENANT, number).status()).isEqualTo(DeskStatus.ATTENTION_NEEDED);
        assertThat(desk.glance(Desks.TENANT)).anyMatch(glance -> glance.number().equals(number));
    }

    @Test
    void aTicketIsOpenedAndFollowedAtAzure() {
        var desk = desk(Channel.AZURE_SUPPORT);
        var order = new TicketOrder(
                UUID.randomUUID(), "CW-2026-900002-T1", Desks.TENANT, "en", "DE", Desks.NO_SSH, Desks.ticket());
        microsoft.azureSupport().takesSoManyQuestions(0);

        String number = desk.open(order).number();
        microsoft.azureSupport().tickets().close("CW-2026-900002-T1", "Restarted.");

        assertThat(desk.look(Desks.TENANT, number).status()).isEqualTo(DeskStatus.CLOSED);
    }

    private VendorDesk desk(Channel channel) {
        return desks.stream()
                .filter(desk -> desk.channel() == channel)
                .findFirst()
                .orElseThrow();
    }
}
