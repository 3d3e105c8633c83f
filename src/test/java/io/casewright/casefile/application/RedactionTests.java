package io.casewright.casefile.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Told it@contoso.example to wait. | Told […] to wait.",
                "Élodie: élodie.marchand@proseware.example | Élodie: […]",
                "メールはida@contoso.exampleへ | メールは[…]へ",
                "Tenant 0b7c2f3e-5a41-4d0e-9c55-1f6a3d2b8e01 moved | Tenant […] moved",
                "Domain contoso.onmicrosoft.com was kept | Domain […] was kept",
                "Called +49 30 5550101 twice | Called […] twice",
                "Called (030) 555-0101 twice | Called […] twice",
                "Called 0049 (0)30/555.01.01 twice | Called […] twice",
                "Call 425-555-0100 now | Call […] now"
            })
    void hidesWhatNamesSomebody(String text, String shown) {
        assertThat(Redaction.of(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Error 0x80070005 since 2026-11-23 09:15",
                "Set the TTL to 3600 and add v=spf1 include:spf.protection.outlook.com -all",
                "Version 16.0.17928.20114, port 25, 10.0.0.1",
                "KB5044284 and AADSTS50011 are known, EX900001 too",
                "120 seats, 2,750 euro"
            })
    void leavesTheRest(String text) {
        assertThat(Redaction.of(text)).isEqualTo(text);
    }
}
