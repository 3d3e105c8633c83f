package io.casewright.handoff.client;

import io.casewright.handoff.application.AsideMails;
import io.casewright.handoff.application.MailMemory.Reason;
import io.casewright.mail.Mailbox;
import io.casewright.mail.Unreadable;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/** The folder into which {@link NoteMailbox} sets mails aside. */
@Component
@ConditionalOnExpression("!'${casewright.handoff.mailbox.host:}'.isBlank()")
class Quarantine implements AsideMails {

    private static final int LONGEST_LINE = 200;

    private final MailboxSettings settings;
    private final MailSorter sorter;
    private final DeskMailIds ids;
    private final Clock clock;

    Quarantine(MailboxSettings settings, MailSorter sorter, DeskMailIds ids, Clock clock) {
        this.settings = settings;
        this.sorter = sorter;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<AsideMail> list(int most) {
        return inside(mailbox -> {
            var found = new ArrayList<AsideMail>();
            for (Message mail : mailbox.mails(most)) {
                found.add(told(mailbox, mail));
            }
            return found;
        });
    }

    @Override
    public Optional<Words> words(String name) {
        return inside(mailbox -> {
            var mail = find(mailbox, name);
            if (mail.isEmpty()) {
                return Optional.empty();
            }
            try {
                var head = mailbox.head(mail.get());
                var letter = new DeskLetter(senderOf(head), head, mail.get());
                return Optional.of(new Words(
                        letter.messageId(),
                        letter.sender(),
                        DeskText.line(head.getSubject(), LONGEST_LINE),
                        letter.writtenAt(clock.instant()),
                        letter.text()));
            } catch (IOException | Unreadable e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public boolean readAgain(String name) {
        return isMoved(name, settings.folder());
    }

    @Override
    public boolean done(String name) {
        return isMoved(name, Mailbox.DONE);
    }

    private boolean isMoved(String name, String folder) {
        return inside(mailbox -> {
            var mail = find(mailbox, name);
            if (mail.isPresent()) {
                mailbox.move(mail.get(), folder);
            }
            return mail.isPresent();
        });
    }

    private AsideMail told(Mailbox mailbox, Message mail) throws MessagingException {
        String name = mailbox.nameOf(mail);
        try {
            var head = mailbox.head(mail);
            var letter = new DeskLetter(senderOf(head), head, mail);
            return new AsideMail(
                    name,
                    sorter.whyAside(head),
                    letter.sender(),
                    DeskText.line(head.getSubject(), LONGEST_LINE),
                    letter.writtenAt(clock.instant()),
                    letter.reference(ids).orElse(null));
        } catch (Unreadable e) {
            return new AsideMail(name, Reason.UNREADABLE, "", "", Instant.EPOCH, null);
        }
    }

    private static Optional<Message> find(Mailbox mailbox, String name) throws MessagingException {
        for (Message mail : mailbox.mails(Integer.MAX_VALUE)) {
            if (mailbox.nameOf(mail).equals(name)) {
                return Optional.of(mail);
            }
        }
        return Optional.empty();
    }

    private static String senderOf(MimeMessage head) throws MessagingException {
        return Optional.ofNullable(head.getFrom()).stream()
                .flatMap(Arrays::stream)
                .map(address -> address instanceof InternetAddress mail ? mail.getAddress() : address.toString())
                .findFirst()
                .map(address -> DeskText.line(address, LONGEST_LINE))
                .orElse("");
    }

    private <T> T inside(InMailbox<T> work) {
        try (var mailbox = Mailbox.open(settings.login(), Mailbox.QUARANTINE)) {
            return work.on(mailbox);
        } catch (MessagingException e) {
            throw new MailboxAway(e);
        }
    }

    @FunctionalInterface
    private interface InMailbox<T> {

        T on(Mailbox mailbox) throws MessagingException;
    }
}
