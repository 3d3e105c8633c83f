package io.casewright.intake.application;

import io.casewright.customer.CustomerDirectory;
import io.casewright.intake.domain.AsideReason;
import io.casewright.intake.domain.Fate;
import io.casewright.intake.domain.IncomingMail;
import io.casewright.intake.domain.Verdict;
import io.casewright.intake.persistence.IncomingMails;
import io.casewright.mail.DeliveryReport;
import io.casewright.mail.MailBody;
import io.casewright.mail.MailHead;
import io.casewright.mail.OpenMail;
import io.casewright.mail.SenderProof;
import io.casewright.mail.SentMails;
import io.casewright.platform.files.FileStore;
import io.casewright.platform.text.Fingerprint;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/**
 * Looks at a mail that was taken, and has become of it what is to become of it. That it is tried is written down before it is
 * opened, so that one that ends the application is not read for ever.
 */
@Service
class SortMail {

    private static final int MOST_TRIES = 3;
    private static final Logger log = LoggerFactory.getLogger(SortMail.class);

    private final IncomingMails mails;
    private final FileStore files;
    private final Judge judge;
    private final PlaceMail place;
    private final CustomerDirectory directory;
    private final List<SentMails> sent;
    private final SenderProof proof;
    private final IntakeSettings settings;

    SortMail(
            IncomingMails mails,
            FileStore files,
            Judge judge,
            PlaceMail place,
            CustomerDirectory directory,
            List<SentMails> sent,
            IntakeSettings settings) {
        this.mails = mails;
        this.files = files;
        this.judge = judge;
        this.place = place;
        this.directory = directory;
        this.sent = sent;
        this.proof = new SenderProof(settings.authservId());
        this.settings = settings;
    }

    /** The same mail again, after it found its place, does nothing. */
    void sort(long id) {
        var begun = mails.begin(id);
        if (begun.isEmpty()) {
            return;
        }
        if (begun.getAsInt() > MOST_TRIES) {
            place.aside(id, new Verdict.Aside(AsideReason.FAILED));
            return;
        }
        try {
            sort(mails.find(id).orElseThrow());
        } catch (DataAccessException | TransactionException e) {
            // No fault of the mail.
            mails.takeBack(id);
            throw e;
        } catch (MessagingException | IOException | RuntimeException | StackOverflowError e) {
            log.warn(
                    "Mail {} could not be placed ({}), try {} of {}",
                    id,
                    e.getClass().getSimpleName(),
                    begun.getAsInt(),
                    MOST_TRIES);
            throw new IllegalStateException("Mail %d could not be placed".formatted(id), e);
        }
    }

    private void sort(IncomingMail mail) throws MessagingException, IOException {
        try (var open = OpenMail.of(files.open(String.valueOf(mail.fileId())))) {
            var head = MailHead.of(open.mail());
            var sender = proof.provenSender(open.mail());
            boolean proven = sender.isPresent()
                    && head.from() != null
                    && sender.get().equals(head.from().address());
            mails.describe(mail.id(), head, proven, customerOf(head));
            if (mail.size() > settings.largest().toBytes()) {
                place.aside(mail.id(), new Verdict.Aside(AsideReason.TOO_LARGE));
                return;
            }
            var report = DeliveryReport.of(open.mail(), head);
            if (report.isPresent() && isOfOurs(report.get())) {
                mails.end(mail.id(), Fate.REPORT);
                return;
            }
            place(mail, open, head, proven);
        }
    }

    /** Id of the open customer whose domain it says it comes from; null when it is nobody's. */
    private @Nullable Long customerOf(MailHead head) {
        var from = head.from();
        return from == null
                ? null
                : directory
                        .findCustomer(from.address().substring(from.address().lastIndexOf('@') + 1))
                        .orElse(null);
    }

    private boolean isOfOurs(DeliveryReport report) {
        boolean known = false;
        for (SentMails each : sent) {
            known |= each.reported(report);
        }
        return known;
    }

    private void place(IncomingMail mail, OpenMail open, MailHead head, boolean proven)
            throws MessagingException, IOException {
        var body = MailBody.of(open.mail());
        if (!mails.isFirst(mail.id(), likeness(head, proven, body))) {
            mails.end(mail.id(), Fate.REPEATED);
            return;
        }
        switch (judge.of(head, proven, body.text())) {
            case Verdict.Kept kept -> mails.end(mail.id(), kept.fate());
            case Verdict.Aside aside -> place.aside(mail.id(), aside);
            case Verdict.OfCase found -> place.inCase(mail, found, head, body);
            case Verdict.NewCase asked -> place.asCase(mail, asked, head, body);
        }
    }

    /** Whoever names an id that another mail has says something else, or is somebody else; a forged one keeps no other out. */
    private static String likeness(MailHead head, boolean proven, MailBody body) {
        var from = head.from();
        return Fingerprint.of(String.join(
                "\n",
                Optional.ofNullable(head.messageId()).orElse(String.valueOf(head.sentAt())),
                from == null ? "" : from.address(),
                head.subject(),
                String.valueOf(proven),
                body.text()));
    }
}
