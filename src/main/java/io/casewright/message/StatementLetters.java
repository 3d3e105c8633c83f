package io.casewright.message;

import io.casewright.message.LetterWithoutCase.Draft;
import io.casewright.message.LetterWithoutCase.Enclosure;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes letters with statements, and has them sent. */
@Component
public class StatementLetters {

    private final LetterTexts texts;
    private final LetterWithoutCase letters;
    private final MailSettings settings;

    StatementLetters(LetterTexts texts, LetterWithoutCase letters, MailSettings settings) {
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
    public Optional<String> send(StatementLetter letter) {
        var locale = LetterTexts.localeFor(letter.locale());
        String text = texts.ofStatement(
                locale,
                Map.of(
                        "name", line(letter.recipient().name()),
                        "number", letter.number(),
                        "month",
                                DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(letter.month()),
                        "total", letter.total().toString(),
                        "link", letter.link().toASCIIString(),
                        "validUntil", LetterTimes.of(letter.validUntil(), settings.zone(), locale),
                        "sender", line(letter.sender())));
        return letters.send(new Draft(
                letter.key(),
                letter.recipient(),
                locale,
                letter.sender(),
                text,
                new Enclosure(letter.number() + ".csv", "text/csv; charset=UTF-8", letter.lines())));
    }

    private static String line(String text) {
        return PlainText.line(text, LetterWithoutCase.LONGEST_LINE);
    }
}
