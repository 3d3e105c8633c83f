package io.casewright.intake.application;

import io.casewright.casefile.application.CasesByMail;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.customer.CustomerDirectory;
import io.casewright.customer.Requester;
import io.casewright.intake.domain.AsideReason;
import io.casewright.intake.domain.Fate;
import io.casewright.intake.domain.Verdict;
import io.casewright.intake.persistence.IncomingMails;
import io.casewright.mail.MailHead;
import io.casewright.mail.MailHead.Mailer;
import io.casewright.mail.MailHead.Writer;
import io.casewright.message.Messages;
import io.casewright.message.OwnAddresses;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Says what is to become of a mail. Its case is found by what only who got a letter of ours knows, never by its subject; and
 * only who may speak for the customer of that case is heard there.
 */
@Component
class Judge {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Messages messages;
    private final OwnAddresses own;
    private final CasesByMail cases;
    private final CustomerDirectory directory;
    private final IncomingMails mails;
    private final IntakeSettings settings;
    private final Clock clock;

    Judge(
            Messages messages,
            OwnAddresses own,
            CasesByMail cases,
            CustomerDirectory directory,
            IncomingMails mails,
            IntakeSettings settings,
            Clock clock) {
        this.messages = messages;
        this.own = own;
        this.cases = cases;
        this.directory = directory;
        this.mails = mails;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The verdict; it changes nothing.
     *
     * @param proven whether the receiving server found that it is from whom it says
     * @param text of the mail, in which a quoted letter may have the token of its case
     */
    Verdict of(MailHead head, boolean proven, String text) {
        var from = head.from();
        if (isOurs(head)) {
            return new Verdict.Kept(Fate.OWN);
        }
        if (from == null) {
            return new Verdict.Aside(AsideReason.UNCLEAR);
        }
        var number = caseOf(head, text);
        var senders = directory.findSenders(from.address());
        if (head.writer() == Writer.MACHINE_ANSWERING || head.writer() == Writer.MAIL_SERVER) {
            return machinesAnswer(number, senders, proven);
        }
        if (head.writer() == Writer.LIST && senders.isEmpty() && number.isEmpty()) {
            return new Verdict.Kept(Fate.BULK);
        }
        if (!proven) {
            return new Verdict.Aside(AsideReason.UNPROVEN, number.orElse(null));
        }
        return number.map(found -> ofCase(found, senders)).orElseGet(() -> fresh(head, senders));
    }

    private boolean isOurs(MailHead head) {
        String id = head.messageId();
        return id != null && messages.letter(id).isPresent()
                || head.from() != null && own.isOurs(head.from().address());
    }

    private Optional<CaseNumber> caseOf(MailHead head, String text) {
        for (String answered : head.answers()) {
            var numbers = messages.casesOfMail(answered);
            if (numbers.size() == 1) {
                return CaseNumber.parse(numbers.getFirst());
            }
        }
        return own.caseByToken(head.to().stream().map(Mailer::address).toList(), text)
                .flatMap(CaseNumber::parse);
    }

    /** It is kept with its case and moves nothing; elsewhere it is nobody's. */
    private Verdict machinesAnswer(Optional<CaseNumber> number, List<Requester> senders, boolean proven) {
        return number.filter(found -> proven && !cases.isErased(found))
                .flatMap(found -> cases.party(found, senders)
                        .map(party -> (Verdict) new Verdict.OfCase(found, party.contactName(), true)))
                .orElseGet(() -> new Verdict.Kept(Fate.AUTOMATIC));
    }

    private Verdict ofCase(CaseNumber number, List<Requester> senders) {
        if (cases.isErased(number)) {
            return new Verdict.Aside(AsideReason.ERASED, number);
        }
        return cases.party(number, senders)
                .<Verdict>map(party -> new Verdict.OfCase(number, party.contactName(), false))
                .orElseGet(() -> new Verdict.Aside(AsideReason.NOT_OF_THE_CASE, number));
    }

    private Verdict fresh(MailHead head, List<Requester> senders) {
        if (senders.isEmpty()) {
            return new Verdict.Aside(AsideReason.UNKNOWN);
        }
        if (senders.size() > 1) {
            return new Verdict.Aside(AsideReason.SEVERAL);
        }
        if (head.writer() != Writer.PERSON) {
            return new Verdict.Aside(AsideReason.MACHINE);
        }
        long contact = senders.getFirst().contactId();
        return mails.casesOpened(contact, clock.instant().minus(HOUR)) >= settings.casesPerHour()
                ? new Verdict.Aside(AsideReason.FLOOD)
                : new Verdict.NewCase(contact);
    }
}
