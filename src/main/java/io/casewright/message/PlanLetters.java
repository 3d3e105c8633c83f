package io.casewright.message;

import io.casewright.message.LetterWithoutCase.Draft;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes letters about plans, and has them sent. */
@Component
public class PlanLetters {

    private final LetterTexts texts;
    private final LetterWithoutCase letters;
    private final MailSettings settings;

    PlanLetters(LetterTexts texts, LetterWithoutCase letters, MailSettings settings) {
        this.texts = texts;
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
        var locale = LetterTexts.localeFor(letter.locale());
        String text = texts.ofPlan(
                locale,
                Map.of(
                        "name", line(letter.recipient().name()),
                        "plan", line(letter.plan()),
                        "validFrom", LetterTimes.of(letter.validFrom(), settings.zone(), locale),
                        "link", letter.link().toASCIIString(),
                        "sender", line(letter.sender())));
        return letters.send(new Draft(letter.key(), letter.recipient(), locale, letter.sender(), text, null));
    }

    private static String line(String text) {
        return PlainText.line(text, LetterWithoutCase.LONGEST_LINE);
    }
}
