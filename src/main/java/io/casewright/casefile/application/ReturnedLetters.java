package io.casewright.casefile.application;

import io.casewright.mail.DeliveryReport;
import io.casewright.mail.SentMails;
import io.casewright.message.GivenUpLetters;
import io.casewright.message.Messages;
import org.springframework.stereotype.Component;

/** Letters to customers that came back are told at their case, as those are that could not leave. */
@Component
class ReturnedLetters implements SentMails {

    private final GivenUpLetters letters;
    private final Messages messages;

    ReturnedLetters(GivenUpLetters letters, Messages messages) {
        this.letters = letters;
        this.messages = messages;
    }

    @Override
    public boolean reported(DeliveryReport report) {
        boolean known = false;
        for (String id : report.messageIds()) {
            known |= report.failed()
                    ? letters.returned(id, report.addresses(), report.status()).isPresent()
                    : messages.letter(id).isPresent();
        }
        return known;
    }
}
