package io.casewright.message;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Hands letters about prepaid hours to the mail server. */
@Component
public class BalanceLetters {

    private static final int MINUTES_OF_AN_HOUR = 60;

    private final CustomerLetters letters;
    private final MailSettings settings;

    BalanceLetters(CustomerLetters letters, MailSettings settings) {
        this.letters = letters;
        this.settings = settings;
    }

    /**
     * Sends the letter now.
     *
     * @return why trying again would be of no use; empty when it left
     * @throws RuntimeException when it may leave later
     */
    public Optional<String> send(BalanceLetter letter) {
        var locale = LetterTexts.localeFor(letter.addressee().locale());
        return letters.send(
                "prepaid_low",
                letter.key(),
                letter.addressee().recipient(),
                locale,
                letter.addressee().sender(),
                Map.of(
                        "held", time(letter.held()),
                        "free", time(letter.free()),
                        "at", LetterTimes.of(letter.at(), settings.zone(), locale),
                        "link", letter.link().toASCIIString()),
                null);
    }

    private static String time(int minutes) {
        return "%d h %d min".formatted(minutes / MINUTES_OF_AN_HOUR, minutes % MINUTES_OF_AN_HOUR);
    }
}
