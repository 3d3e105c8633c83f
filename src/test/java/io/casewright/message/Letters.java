package io.casewright.message;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Letters with sensible defaults. */
final class Letters {

    static final MailSettings SETTINGS = new MailSettings(
            "support@partner.example",
            "",
            "",
            false,
            ZoneId.of("Europe/Berlin"),
            Duration.ofDays(3),
            Duration.ofSeconds(3));

    private static final AtomicInteger CASES = new AtomicInteger();

    private Letters() {}

    static Letter letter(LetterContent content, Locale locale) {
        return letter("CW-2026-000042", "it@contoso.example", content, locale);
    }

    static Letter letter(String caseNumber, String email, LetterContent content, Locale locale) {
        return new Letter(
                caseNumber,
                "Mail bounces",
                new Recipient("Ida Toivonen", email),
                locale,
                content,
                "Northwind Cloud",
                UUID.randomUUID().toString());
    }

    /** A case number no other test has. */
    static String aCase() {
        return "CW-2099-%06d".formatted(CASES.incrementAndGet());
    }
}
