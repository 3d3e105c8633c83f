package io.casewright.solution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.casewright.customer.Requester;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTests {

    private static final Redaction REDACTION = Redaction.of(new Requester(
            1,
            "Tailspin Toys GmbH",
            "tailspin.example",
            "4fb06d7c-9e85-4b4c-9a99-5dae7b6fc205",
            "Wide World IT",
            "INDIRECT_RESELLER",
            "RESOLD",
            6,
            "Lucía Romero",
            "it@tailspin.example",
            "es"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Told it@contoso.example to wait. | Told […] to wait.",
                "Élodie: élodie.marchand@proseware.example | Élodie: […]",
                "メールはida@contoso.exampleへ | メールは[…]へ",
                "Tenant 0b7c2f3e-5a41-4d0e-9c55-1f6a3d2b8e01 moved | Tenant […] moved",
                "Object 0b7c2f3e5a414d0e9c551f6a3d2b8e01 moved | Object […] moved",
                "Domain contoso.onmicrosoft.com was kept | Domain […] was kept",
                "MX is contoso-com.mail.protection.outlook.com. | MX is […].",
                "Site https://contoso.sharepoint.com/sites/hr?x=1 is gone | Site […] is gone",
                "Redirected www.contoso.co.uk/shop to shop.contoso.de, then waited | Redirected […] to […], then waited",
                "See https://admin.microsoft.com/#/users/ida | See admin.microsoft.com",
                "Called +49 30 5550101 twice | Called […] twice",
                "Called (030) 555-0101 twice | Called […] twice",
                "Called 0049 (0)30/555.01.01 twice | Called […] twice",
                "Call 425-555-0100 now | Call […] now",
                "Asked Lucía Romero and then Romero's colleague | Asked […] and then […] colleague",
                "LUCÍA at Tailspin Toys GmbH and tailspin agree | […] at […] and […] agree",
                "Told Ms. Weber and Herrn Karl Huber to sign in | Told […] and […] to sign in",
                "田中様のメールボックス | […]様のメールボックス"
            })
    void hidesWhatNamesSomebody(String text, String shown) {
        assertThat(REDACTION.apply(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Error 0x80070005 since 2026-11-23 09:15",
                "Set the TTL to 3600 and add v=spf1 include:spf.protection.outlook.com -all",
                "Version 16.0.17928.20114, port 25, 10.0.0.1",
                "KB5044284 and AADSTS50011 are known, EX900001 too",
                "120 seats, 2,750 euro",
                "Ran repair.ps1, then closed outlook.exe and report.pbix, e.g. in Excel",
                "The drama stopped; romerolike words stay"
            })
    void leavesTheRest(String text) {
        assertThat(REDACTION.apply(text)).isEqualTo(text);
    }

    @Test
    void leavesOutTheSignature() {
        assertThat(REDACTION.apply("Mail is late.\n\nMit freundlichen Grüßen\nKarl Huber\nHead of IT"))
                .isEqualTo("Mail is late.");
    }

    @Test
    void isDoneWithAnyTextInNoTime() {
        assertTimeout(Duration.ofSeconds(2), () -> {
            for (String piece : List.of("a.", "a@", "0 ", "Mr A", "http://", "漢", "\n-", "-a_")) {
                assertThat(REDACTION.apply(piece.repeat(30_000))).hasSizeLessThanOrEqualTo(50_000);
            }
        });
    }
}
