package io.casewright.message;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Hands letters about plans to the mail server. */
@Component
public class PlanLetters {

    private final CustomerLetters letters;
    private final MailSettings settings;

    PlanLetters(CustomerLetters letters, MailSettings settings) {
        this.letters = letters;
        this.settings = settings;
    }

    /**
     * Sends the letter now.
     *
     * @return why trying again would be of no use; empty when it left
     * @throws RuntimeException when it may leave later
     */
    public Optional<String> send(PlanLetter letter) {
        var locale = LetterTexts.localeFor(letter.addressee().locale());
        return letters.send(
                "plan_change",
                letter.key(),
                letter.addressee().recipient(),
                locale,
                letter.addressee().sender(),
                Map.of(
                        "plan", PlainText.line(letter.plan(), CustomerLetters.LONGEST_LINE),
                        "validFrom", LetterTimes.of(letter.validFrom(), settings.zone(), locale),
                        "link", letter.link().toASCIIString()),
                null);
    }
}
