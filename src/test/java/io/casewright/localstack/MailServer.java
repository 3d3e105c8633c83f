package io.casewright.localstack;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/**
 * A mail server inside this program: it takes every letter, whoever it is for, and keeps it in memory until it ends. Each
 * address is a mailbox of its own; over IMAP the login is the address, with any password. What it found about a sender stands
 * on top of each letter.
 */
final class MailServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final GreenMail server;

    private MailServer(GreenMail server) {
        this.server = server;
    }

    static MailServer start(StackSettings settings) {
        return start(settings.port(Port.SMTP), settings.port(Port.IMAP), mail -> {});
    }

    /** @param taken is told each letter before its sender hears that it was taken */
    static MailServer start(int smtp, int imap, Consumer<MimeMessage> taken) {
        // Else every line of every conversation would be told at the terminal.
        ((Logger) LoggerFactory.getLogger("com.icegreen.greenmail")).setLevel(Level.ERROR);
        var server = new ReceivingServer(
                taken,
                new ServerSetup(smtp, LOOPBACK, ServerSetup.PROTOCOL_SMTP),
                new ServerSetup(imap, LOOPBACK, ServerSetup.PROTOCOL_IMAP));
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        try {
            server.start();
        } catch (IllegalStateException e) {
            server.stop();
            throw new StackProblem("The mail server could not start: " + e.getMessage());
        }
        return new MailServer(server);
    }

    /** Says on top of each mail what it found about its sender. */
    private static final class ReceivingServer extends GreenMail {

        private final Consumer<MimeMessage> taken;

        ReceivingServer(Consumer<MimeMessage> taken, ServerSetup... setups) {
            super(setups);
            this.taken = taken;
        }

        @Override
        protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers usual) {
            var stamping = new SmtpManager(usual.getImapHostManager(), usual.getUserManager()) {
                @Override
                public void send(SmtpState state) {
                    var mail = state.getMessage();
                    mail.setMimeMessage(SenderCheck.stamped(mail.getMessage(), mail.getReturnPath()));
                    super.send(state);
                    taken.accept(mail.getMessage());
                }
            };
            return super.createServices(setups, new Managers() {
                @Override
                public SmtpManager getSmtpManager() {
                    return stamping;
                }

                @Override
                public UserManager getUserManager() {
                    return usual.getUserManager();
                }

                @Override
                public ImapHostManager getImapHostManager() {
                    return usual.getImapHostManager();
                }
            });
        }
    }

    /** What has arrived for the address, the oldest first. */
    List<MimeMessage> mailbox(String address) {
        var user = server.getUserManager().getUserByEmail(address);
        try {
            return user == null
                    ? List.of()
                    : server.getManagers().getImapHostManager().getInbox(user).getMessages().stream()
                            .map(StoredMessage::getMimeMessage)
                            .toList();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    void send(String from, String to, String subject, String text) {
        GreenMailUtil.sendTextEmail(to, from, subject, text, server.getSmtp().getServerSetup());
    }

    /** Takes a mail as somebody's program made it. */
    void send(InputStream mail) {
        try {
            Transport.send(
                    new MimeMessage(GreenMailUtil.getSession(server.getSmtp().getServerSetup()), mail));
        } catch (MessagingException e) {
            throw new IllegalStateException("The mail is not taken", e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
