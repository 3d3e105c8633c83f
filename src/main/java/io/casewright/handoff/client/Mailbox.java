package io.casewright.handoff.client;

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
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPInputStream;
import org.eclipse.angus.mail.imap.IMAPMessage;

/** A mailbox that is open for reading; its mails are moved, never deleted, and fetched in small parts. */
final class Mailbox implements AutoCloseable {

    static final String DONE = "Done";
    static final String QUARANTINE = "Quarantine";

    /** Servers refuse longer ones as a rule. */
    private static final int LARGEST_HEAD = 256 << 10;

    private final MailboxSettings settings;
    private final Store store;
    private final IMAPFolder inbox;

    private Mailbox(MailboxSettings settings, Store store, IMAPFolder inbox) {
        this.settings = settings;
        this.store = store;
        this.inbox = inbox;
    }

    static Mailbox open(MailboxSettings settings) throws MessagingException {
        return open(settings, settings.folder());
    }

    /** @param name of the folder that is read instead */
    static Mailbox open(MailboxSettings settings, String name) throws MessagingException {
        String protocol = settings.tls() ? "imaps" : "imap";
        String timeout = String.valueOf(settings.timeout().toMillis());
        var properties = new Properties();
        for (String setting : List.of("connectiontimeout", "timeout", "writetimeout")) {
            properties.setProperty("mail." + protocol + "." + setting, timeout);
        }
        properties.setProperty("mail.imaps.ssl.checkserveridentity", "true");
        var store = Session.getInstance(properties).getStore(protocol);
        try {
            store.connect(
                    settings.host(),
                    settings.port(),
                    settings.user(),
                    settings.password().value());
            var inbox = (IMAPFolder) folder(store, name);
            inbox.open(Folder.READ_WRITE);
            return new Mailbox(settings, store, inbox);
        } catch (MessagingException e) {
            store.close();
            throw e;
        }
    }

    /** Whether the server still is there. */
    boolean isOpen() {
        return inbox.isOpen() && store.isConnected();
    }

    /** The oldest mails, so many at most. */
    List<Message> mails(int most) throws MessagingException {
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
    String nameOf(Message mail) throws MessagingException {
        return Fingerprint.of("%s:%d %s %s %d %d"
                .formatted(
                        settings.host(),
                        settings.port(),
                        settings.user(),
                        inbox.getFullName(),
                        inbox.getUIDValidity(),
                        inbox.getUID(mail)));
    }

    /**
     * The headers, as they stand in the mail and in their order; nothing else of it is fetched.
     *
     * @throws Unreadable when they are too long
     */
    MimeMessage head(Message mail) throws MessagingException, Unreadable {
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

    /** After a crash in between the mail is in both places, and is read again. */
    void move(Message mail, String name) throws MessagingException {
        inbox.copyMessages(new Message[] {mail}, folder(store, name));
        mail.setFlag(Flags.Flag.DELETED, true);
    }

    int count(String name) throws MessagingException {
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
