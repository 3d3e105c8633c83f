package io.casewright.mail;

import io.casewright.platform.text.Fingerprint;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPInputStream;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/** A mailbox that is open for reading; its mails are moved, never deleted, and fetched in small parts. */
public final class Mailbox implements AutoCloseable {

    public static final String DONE = "Done";
    public static final String QUARANTINE = "Quarantine";

    /** Servers refuse longer ones as a rule. */
    private static final int LARGEST_HEAD = 256 << 10;

    private static final int PIECE = 256 << 10;

    private final MailboxLogin login;
    private final Store store;
    private final IMAPFolder inbox;

    private Mailbox(MailboxLogin login, Store store, IMAPFolder inbox) {
        this.login = login;
        this.store = store;
        this.inbox = inbox;
    }

    /** @param name of the folder that is read */
    public static Mailbox open(MailboxLogin login, String name) throws MessagingException {
        String protocol = login.tls() ? "imaps" : "imap";
        String timeout = String.valueOf(login.timeout().toMillis());
        var properties = new Properties();
        for (String setting : List.of("connectiontimeout", "timeout", "writetimeout")) {
            properties.setProperty("mail." + protocol + "." + setting, timeout);
        }
        properties.setProperty("mail.imaps.ssl.checkserveridentity", "true");
        // Else a mail of 25 MB is asked for in 1,600 pieces.
        properties.setProperty("mail." + protocol + ".fetchsize", String.valueOf(PIECE));
        if (login.token()) {
            properties.setProperty("mail." + protocol + ".auth.mechanisms", "XOAUTH2");
        }
        var store = Session.getInstance(properties).getStore(protocol);
        try {
            store.connect(
                    login.host(), login.port(), login.user(), login.password().get());
            var inbox = (IMAPFolder) folder(store, name);
            inbox.open(Folder.READ_WRITE);
            return new Mailbox(login, store, inbox);
        } catch (MessagingException e) {
            store.close();
            throw e;
        }
    }

    /** Whether the server still is there. */
    public boolean isOpen() {
        return inbox.isOpen() && store.isConnected();
    }

    /** The oldest mails, so many at most. */
    public List<Message> mails(int most) throws MessagingException {
        int count = Math.min(most, inbox.getMessageCount());
        if (count == 0) {
            return List.of();
        }
        Message[] mails = inbox.getMessages(1, count);
        var numbers = new FetchProfile();
        numbers.add(UIDFolder.FetchProfileItem.UID);
        inbox.fetch(mails, numbers);
        return Arrays.stream(mails).filter(mail -> !mail.isExpunged()).toList();
    }

    /** What no other mail is called, in this mailbox or another, as long as it stays where it is. */
    public String nameOf(Message mail) throws MessagingException {
        return Fingerprint.of("%s:%d %s %s %d %d"
                .formatted(
                        login.host(),
                        login.port(),
                        login.user(),
                        inbox.getFullName(),
                        inbox.getUIDValidity(),
                        inbox.getUID(mail)));
    }

    /**
     * The headers, as they stand in the mail and in their order; nothing else of it is fetched.
     *
     * @throws Unreadable when they are too long
     */
    public MimeMessage head(Message mail) throws MessagingException, Unreadable {
        byte[] head;
        try (var bytes = new IMAPInputStream((IMAPMessage) mail, "HEADER", -1, true)) {
            head = bytes.readNBytes(LARGEST_HEAD + 1);
        } catch (IOException e) {
            throw new MessagingException("The head could not be read", e);
        }
        if (head.length > LARGEST_HEAD) {
            throw new Unreadable("The head is larger than %d bytes".formatted(LARGEST_HEAD));
        }
        return new MimeMessage(null, new ByteArrayInputStream(head));
    }

    /** All of the mail as it was sent, fetched while it is read. */
    public InputStream raw(Message mail) {
        return new IMAPInputStream((IMAPMessage) mail, null, -1, true);
    }

    /** Takes away for good what was moved elsewhere. */
    public void expunge() throws MessagingException {
        inbox.expunge();
    }

    /**
     * Returns when the server tells of something new, at the latest after the time; at once where there is something already.
     *
     * @return false when the server does not tell, so that it has to be looked for
     */
    public boolean awaitNews(Duration longest) throws MessagingException {
        if (!((IMAPStore) store).hasCapability("IDLE")) {
            return false;
        }
        var over = new CountDownLatch(1);
        // Whatever else is asked of the server ends the wait, and shows that the server is still there.
        Thread.startVirtualThread(() -> {
            try {
                if (!over.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                    inbox.getMessageCount();
                }
            } catch (MessagingException e) {
                // Who waits is told the same.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            inbox.idle(true);
        } finally {
            over.countDown();
        }
        return true;
    }

    /** After a crash in between the mail is in both places, and is read again. */
    public void move(Message mail, String name) throws MessagingException {
        inbox.copyMessages(new Message[] {mail}, folder(store, name));
        mail.setFlag(Flags.Flag.DELETED, true);
    }

    public int count(String name) throws MessagingException {
        return folder(store, name).getMessageCount();
    }

    private static Folder folder(Store store, String name) throws MessagingException {
        var folder = store.getFolder(name);
        if (!folder.exists()) {
            folder.create(Folder.HOLDS_MESSAGES);
        }
        return folder;
    }

    @Override
    public void close() throws MessagingException {
        try {
            inbox.close(true);
        } finally {
            store.close();
        }
    }
}
