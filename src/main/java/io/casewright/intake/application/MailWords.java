package io.casewright.intake.application;

import io.casewright.mail.MailBody;
import io.casewright.mail.MailHead;
import io.casewright.mail.Shortfall;
import io.casewright.platform.text.CutText;
import io.casewright.platform.text.InputText;
import io.casewright.platform.text.PublicAddress;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A mail in the words by which a case shows it. */
@Component
class MailWords {

    private static final int LONGEST_SUBJECT = 200;
    /** So many characters say that something is missing. */
    private static final int MARK = 4;

    private final PublicAddress address;

    MailWords(PublicAddress address) {
        this.address = address;
    }

    /** All it says, and what of it could not be read; never nothing. The links of our letters that it quotes lead nowhere. */
    String text(MailBody body) {
        String missing =
                body.shortfalls().stream().sorted().map(Shortfall::words).collect(Collectors.joining(" "));
        String text = address.withoutTokens(body.text());
        if (text.isBlank() || !InputText.isVisible(text)) {
            text = body.files().isEmpty() ? "(This mail has no text.)" : "(This mail has no text, only files.)";
        }
        return missing.isEmpty() ? text : text + "\n\n(" + missing + ")";
    }

    /** Its subject, or where it has none how its text begins. */
    String subject(MailHead head, MailBody body) {
        String subject = InputText.isVisible(head.subject())
                ? head.subject()
                : text(body).lines().filter(InputText::isVisible).findFirst().orElseThrow();
        return CutText.upTo(LONGEST_SUBJECT - MARK, subject.strip());
    }
}
