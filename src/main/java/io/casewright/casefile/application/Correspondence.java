package io.casewright.casefile.application;

import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.customer.CustomerDirectory;
import io.casewright.message.CustomerMail;
import io.casewright.message.Letter;
import io.casewright.message.LetterContent;
import io.casewright.message.LetterKind;
import io.casewright.message.Recipient;
import io.casewright.participant.Participants;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Writes to the customer of a case, in the customer's language and the partner's name. */
@Component
public class Correspondence {

    private final CustomerMail mail;
    private final CustomerDirectory directory;
    private final Participants participants;

    Correspondence(CustomerMail mail, CustomerDirectory directory, Participants participants) {
        this.mail = mail;
        this.directory = directory;
        this.participants = participants;
    }

    /**
     * The same step writes once.
     *
     * @return id of the letter among the case's messages
     */
    public long write(SupportCase supportCase, LetterContent content, Step step) {
        var requester = directory.contact(supportCase.contactId());
        return mail.send(
                new Letter(
                        supportCase.number().value(),
                        supportCase.request().subject(),
                        new Recipient(requester.contactName(), requester.contactEmail()),
                        Locale.forLanguageTag(supportCase.request().locale()),
                        content,
                        requester.partnerName(),
                        step.key()),
                readers(supportCase, content));
    }

    /** Only who asked says how satisfied it is. */
    private List<Recipient> readers(SupportCase supportCase, LetterContent content) {
        return content.kind() == LetterKind.SATISFACTION
                ? List.of()
                : participants.readersOf(supportCase.number().value()).stream()
                        .map(each -> new Recipient(each.name(), each.address()))
                        .toList();
    }
}
