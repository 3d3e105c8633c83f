package io.casewright.intake.application;

import io.casewright.attachment.OfferedFile;
import io.casewright.casefile.application.CaseRequest;
import io.casewright.casefile.application.CaseRequest.ContactPerson;
import io.casewright.casefile.application.FilesOfCase;
import io.casewright.casefile.application.ReceiveMessage;
import io.casewright.casefile.application.ReceiveRequest;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Channel;
import io.casewright.casefile.domain.IntakeKey;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.customer.CustomerDirectory;
import io.casewright.intake.domain.AsideReason;
import io.casewright.intake.domain.Fate;
import io.casewright.intake.domain.IncomingMail;
import io.casewright.intake.domain.Verdict;
import io.casewright.intake.persistence.IncomingMails;
import io.casewright.mail.MailBody;
import io.casewright.mail.MailFile;
import io.casewright.mail.MailHead;
import io.casewright.message.InboundMessage;
import io.casewright.message.Messages;
import io.casewright.platform.outbox.Outbox;
import io.casewright.platform.text.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Puts a mail where it belongs, in one transaction with what it becomes there. */
@Component
class PlaceMail {

    private final IncomingMails mails;
    private final ReceiveMessage receiveMessage;
    private final ReceiveRequest receiveRequest;
    private final Messages messages;
    private final CustomerDirectory directory;
    private final AsideMails asideMails;
    private final MailPeople people;
    private final MailWords words;
    private final FilesOfCase filesOfCase;
    private final Outbox outbox;
    private final TransactionOperations transactions;

    PlaceMail(
            IncomingMails mails,
            ReceiveMessage receiveMessage,
            ReceiveRequest receiveRequest,
            Messages messages,
            CustomerDirectory directory,
            AsideMails asideMails,
            MailPeople people,
            MailWords words,
            FilesOfCase filesOfCase,
            Outbox outbox,
            TransactionOperations transactions) {
        this.mails = mails;
        this.receiveMessage = receiveMessage;
        this.receiveRequest = receiveRequest;
        this.messages = messages;
        this.directory = directory;
        this.asideMails = asideMails;
        this.people = people;
        this.words = words;
        this.filesOfCase = filesOfCase;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    /** A person is asked to look at it. */
    void aside(long mail, Verdict.Aside verdict) {
        transactions.executeWithoutResult(status -> {
            CaseNumber proposed = verdict.proposedCase();
            mails.setAside(mail, verdict.reason(), proposed == null ? null : proposed.value());
            asideMails.show(mails.find(mail).orElseThrow());
        });
    }

    /** It is looked at once more, as if it had just come; in the current transaction. */
    void again(long mail) {
        mails.beginAnew(mail);
        outbox.add(TakeMail.TASK
                .instance(String.valueOf(mail))
                .data(new TakeMail.Order(mail))
                .build());
    }

    /**
     * It becomes a message of the case.
     *
     * @return whether there is such a case
     */
    boolean inCase(IncomingMail mail, Verdict.OfCase verdict, MailHead head, MailBody body) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            var arrived = receiveMessage.receive(
                    verdict.number(),
                    number -> message(number, mail, verdict.author(), head, body, verdict.automatic()),
                    filesOf(body));
            arrived.ifPresent(found -> {
                var kept = found.message();
                mails.place(mail.id(), Fate.MESSAGE, kept.caseNumber(), kept.id(), null);
                if (!verdict.automatic()) {
                    people.takeUp(new CaseNumber(kept.caseNumber()), head);
                }
            });
            return arrived.isPresent();
        }));
    }

    /** It becomes a case of the contact, unless there is nothing to read. */
    void asCase(IncomingMail mail, Verdict.NewCase verdict, MailHead head, MailBody body) {
        if (body.text().isBlank() && !body.shortfalls().isEmpty()) {
            aside(mail.id(), new Verdict.Aside(AsideReason.UNREADABLE));
            return;
        }
        var asker = directory.contact(verdict.contactId());
        var request = new CaseRequest(
                asker.customerDomain(),
                new ContactPerson(asker.contactName(), asker.contactEmail(), null),
                words.subject(head, body),
                words.text(body),
                null,
                Channel.EMAIL,
                null,
                null,
                null,
                null,
                null,
                null);
        receiveRequest.receive(
                request,
                new IntakeKey("mail:" + mail.id(), Fingerprint.of(request.description())),
                null,
                opened -> keepRequest(opened, mail, asker.contactName(), asker.contactId(), head, body));
    }

    private void keepRequest(
            SupportCase opened, IncomingMail mail, String author, long contact, MailHead head, MailBody body) {
        String number = opened.number().value();
        var kept = messages.receiveRequest(message(number, mail, author, head, body, false));
        mails.place(mail.id(), Fate.CASE, number, kept.id(), contact);
        filesOfCase.keep(opened, kept.id(), filesOf(body));
        people.takeUp(opened.number(), head);
    }

    private static List<Sent> filesOf(MailBody body) {
        return body.files().stream().map(Sent::new).toList();
    }

    /** A file that came with a mail. */
    private record Sent(MailFile file) implements OfferedFile {

        @Override
        public String name() {
            return file.name();
        }

        @Override
        public InputStream open() throws IOException {
            return file.open();
        }
    }

    private InboundMessage message(
            String number, IncomingMail mail, String author, MailHead head, MailBody body, boolean automatic) {
        return new InboundMessage(
                number,
                author,
                head.subject(),
                words.text(body),
                head.messageId(),
                head.answers().isEmpty() ? null : head.answers().getFirst(),
                automatic,
                "mail:" + mail.id());
    }
}
