package io.casewright.handoff.client;

import static io.casewright.handoff.client.Desks.REFERENCE;
import static io.casewright.handoff.client.Desks.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.casewright.casefile.domain.Severity;
import io.casewright.handoff.application.DeskRefused;
import io.casewright.handoff.application.DeskUnavailable;
import io.casewright.handoff.application.VendorDesk.DeskStatus;
import io.casewright.handoff.domain.Channel;
import io.casewright.platform.text.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailDeskTests {

    private static final DeskMailSettings SETTINGS =
            new DeskMailSettings("support@desk.trey.example", "tickets@partner.example");
    private static final DeskApiSettings NO_API =
            new DeskApiSettings(null, Secret.NONE, Duration.ofSeconds(1), Duration.ofSeconds(1));

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void end() {
        server.stop();
    }

    private MailDesk desk() {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        return desk(sender, SETTINGS, NO_API);
    }

    private static MailDesk desk(JavaMailSenderImpl sender, DeskMailSettings settings, DeskApiSettings api) {
        return new MailDesk(
                new DeskMailer(sender, settings, new DeskMailIds(settings), Clock.systemUTC()), settings, api);
    }

    @Test
    void opensATicketByMail() throws Exception {
        var ticket = desk().open(Desks.order());

        assertThat(ticket.number()).isEqualTo(REFERENCE);
        assertThat(ticket.status()).isEqualTo(DeskStatus.UNKNOWN);
        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("[" + REFERENCE + "] Calendar items vanish after edit");
        assertThat(mail.getFrom()[0]).hasToString("tickets@partner.example");
        assertThat(mail.getAllRecipients()[0]).hasToString("support@desk.trey.example");
        assertThat(mail.getMessageID()).isEqualTo("<" + REFERENCE + "@partner.example>");
        assertThat(GreenMailUtil.getBody(mail))
                .contains("Our reference: " + REFERENCE, "Customer's tenant: " + TENANT, "Impact: 40 users.");
    }

    @Test
    void tellsNothingOfItsTickets() {
        assertThat(desk().tellsHowTicketsStand()).isFalse();
    }

    @Test
    void isTheSameMailWhenItIsSentAgain() throws Exception {
        var order = Desks.order();

        assertThat(desk().open(order)).isEqualTo(desk().open(order));

        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(server.getReceivedMessages()[0].getMessageID())
                .isEqualTo(server.getReceivedMessages()[1].getMessageID());
    }

    @Test
    void writesNotesSeverityAndClosingIntoTheThread() throws Exception {
        var key = UUID.randomUUID();

        desk().addNote(TENANT, REFERENCE, key, "Build 16.0.1");
        desk().changeSeverity(TENANT, REFERENCE, UUID.randomUUID(), Severity.CRITICAL);
        desk().close(TENANT, REFERENCE, UUID.randomUUID());

        var mails = server.getReceivedMessages();
        assertThat(mails).hasSize(3).allSatisfy(mail -> {
            assertThat(mail.getSubject()).isEqualTo("Re: [" + REFERENCE + "]");
            assertThat(mail.getHeader("In-Reply-To")).containsExactly("<" + REFERENCE + "@partner.example>");
            assertThat(mail.getHeader("References")).containsExactly("<" + REFERENCE + "@partner.example>");
        });
        assertThat(mails[0].getMessageID()).isEqualTo("<" + REFERENCE + "." + key + "@partner.example>");
        assertThat(GreenMailUtil.getBody(mails[0])).isEqualTo("Build 16.0.1");
        assertThat(GreenMailUtil.getBody(mails[1])).isEqualTo("The severity of this ticket now is: critical.");
        assertThat(GreenMailUtil.getBody(mails[2])).contains("Please close it.");
    }

    @Test
    void letsNothingSlipIntoTheHeaders() throws Exception {
        desk().addNote(TENANT, "X\r\nBcc: eve@evil.example", UUID.randomUUID(), "Hello");

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getHeader("Bcc")).isNull();
    }

    @Test
    void isAwayWhenTheServerIs() {
        var desk = desk();
        server.stop();

        assertThatThrownBy(() -> desk.open(Desks.order()))
                .isInstanceOf(DeskUnavailable.class)
                .hasMessageContaining(REFERENCE)
                .hasMessageContaining(TENANT);
    }

    @Test
    void isRefusedWhenTheServerRefusesTheAddressForGood() {
        var refusing = new JavaMailSenderImpl() {
            @Override
            public void send(jakarta.mail.internet.MimeMessage mail) {
                throw new MailSendException(
                        "failed", new SMTPAddressFailedException(null, "RCPT TO", 550, "no such user"));
            }
        };

        assertThatThrownBy(() -> desk(refusing, SETTINGS, NO_API).open(Desks.order()))
                .isInstanceOf(DeskRefused.class)
                .hasMessageContaining("(550)")
                .hasMessageContaining("CASEWRIGHT_HANDOFF_DESK_MAIL_TO");
    }

    @Test
    void servesWhereTheDeskHasNoInterface() {
        var none = new DeskMailSettings("", "");
        var api = new DeskApiSettings(
                URI.create("https://desk.example"), new Secret("t"), Duration.ofSeconds(1), Duration.ofSeconds(1));

        assertThat(desk().channel()).isEqualTo(Channel.DESK);
        assertThat(desk().serves(TENANT)).isTrue();
        assertThat(desk(new JavaMailSenderImpl(), none, NO_API).serves(TENANT)).isFalse();
        assertThat(desk(new JavaMailSenderImpl(), SETTINGS, api).serves(TENANT)).isFalse();
        assertThat(desk().glance(TENANT)).isEmpty();
        assertThat(desk().topics(TENANT)).isEmpty();
    }

    @Test
    void wantsAnAddressThatIsOne() {
        assertThatThrownBy(() -> new DeskMailSettings("nobody", "tickets@partner.example"))
                .hasMessageContaining("CASEWRIGHT_HANDOFF_DESK_MAIL_TO");
        assertThatThrownBy(() -> new DeskMailSettings("support@desk.example", ""))
                .hasMessageContaining("CASEWRIGHT_HANDOFF_DESK_MAIL_FROM");
    }
}
