package io.casewright.message;

import io.casewright.message.CustomerLetters.Enclosure;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Hands letters with statements to the mail server. */
@Component
public class StatementLetters {

    private final CustomerLetters letters;
    private final MailSettings settings;

    StatementLetters(CustomerLetters letters, MailSettings settings) {
        this.letters = letters;
        this.settings = settings;
    }

    /**
     * Sends the letter now.
     *
     * @return why trying again would be of no use; empty when it left
     * @throws RuntimeException when it may leave later
     */
    public Optional<String> send(StatementLetter letter) {
        var locale = LetterTexts.localeFor(letter.addressee().locale());
        return letters.send(
                "statement",
                letter.key(),
                letter.addressee().recipient(),
                locale,
                letter.addressee().sender(),
                Map.of(
                        "number", letter.number(),
                        "month",
                                DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(letter.month()),
                        "total", letter.total().toString(),
                        "link", letter.link().toASCIIString(),
                        "validUntil", LetterTimes.of(letter.validUntil(), settings.zone(), locale)),
                new Enclosure(letter.number() + ".csv", "text/csv; charset=UTF-8", letter.lines()));
    }
}
