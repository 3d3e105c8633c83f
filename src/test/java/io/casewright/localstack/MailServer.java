package io.casewright.localstack;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * A mail server inside this program: it takes every letter, whoever it is for, and keeps it in memory until it ends. Each
 * address is a mailbox of its own; over IMAP the login is the address, with any password.
 */
final class MailServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final GreenMail server;

    private MailServer(GreenMail server) {
        this.server = server;
    }

    static MailServer start(StackSettings settings) {
        // Else every line of every conversation would be told at the terminal.
        ((Logger) LoggerFactory.getLogger("com.icegreen.greenmail")).setLevel(Level.ERROR);
        var server = new GreenMail(new ServerSetup[] {
            new ServerSetup(settings.port(Port.SMTP), LOOPBACK, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(settings.port(Port.IMAP), LOOPBACK, ServerSetup.PROTOCOL_IMAP)
        });
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        try {
            server.start();
        } catch (IllegalStateException e) {
            server.stop();
            throw new StackProblem("The mail server could not start: " + e.getMessage());
        }
        return new MailServer(server);
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

    @Override
    public void close() {
        server.stop();
    }
}
