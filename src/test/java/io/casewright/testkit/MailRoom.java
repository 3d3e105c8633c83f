package io.casewright.testkit;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A mail server that takes every mail, unless it was told to refuse one address, for good or for now. */
public class MailRoom extends GreenMail {

    private final Map<String, String> refusals = new ConcurrentHashMap<>();

    MailRoom() {
        super(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    /** Answers what is sent to the address with this line, such as {@code 550 No such user}. */
    public void refuse(String address, String answer) {
        refusals.put(address, answer);
    }

    public void accept(String address) {
        refusals.remove(address);
    }

    /** The mails about a case that have arrived, in the order of their arrival. */
    public List<MimeMessage> about(String caseNumber) {
        return Arrays.stream(getReceivedMessages())
                .filter(mail -> subject(mail).contains(caseNumber))
                .toList();
    }

    int port() {
        return config[0].getPort();
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers usual) {
        var choosy = new SmtpManager(usual.getImapHostManager(), usual.getUserManager()) {
            @Override
            public String checkRecipient(SmtpState state, MailAddress recipient) {
                return refusals.get(recipient.getEmail());
            }
        };
        return super.createServices(setups, new Managers() {
            @Override
            public SmtpManager getSmtpManager() {
                return choosy;
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

    private static String subject(MimeMessage mail) {
        try {
            return String.valueOf(mail.getSubject());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
