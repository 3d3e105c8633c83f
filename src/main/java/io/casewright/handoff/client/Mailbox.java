package io.casewright.handoff.client;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/** A mailbox that is open for reading; its mails are moved, never deleted. */
final class Mailbox implements AutoCloseable {

    static final String DONE = "Done";
    static final String QUARANTINE = "Quarantine";

    private final Store store;
    private final Folder inbox;

    private Mailbox(Store store, Folder inbox) {
        this.store = store;
        this.inbox = inbox;
    }

    static Mailbox open(MailboxSettings settings) throws MessagingException {
        String protocol = settings.tls() ? "imaps" : "imap";
        String timeout = String.valueOf(settings.timeout().toMillis());
        var properties = new Properties();
        for (String name : List.of("connectiontimeout", "timeout", "writetimeout")) {
            properties.setProperty("mail." + protocol + "." + name, timeout);
        }
        properties.setProperty("mail.imaps.ssl.checkserveridentity", "true");
        var store = Session.getInstance(properties).getStore(protocol);
        try {
            store.connect(
                    settings.host(),
                    settings.port(),
                    settings.user(),
                    settings.password().value());
            var inbox = store.getFolder(settings.folder());
            inbox.open(Folder.READ_WRITE);
            return new Mailbox(store, inbox);
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
        return count == 0
                ? List.of()
                : Arrays.stream(inbox.getMessages(1, count))
                        .filter(mail -> !mail.isExpunged())
                        .toList();
    }

    /** After a crash in between the mail is in both places, and is read again. */
    void move(Message mail, String name) throws MessagingException {
        inbox.copyMessages(new Message[] {mail}, folder(name));
        mail.setFlag(Flags.Flag.DELETED, true);
    }

    int count(String name) throws MessagingException {
        return folder(name).getMessageCount();
    }

    private Folder folder(String name) throws MessagingException {
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
