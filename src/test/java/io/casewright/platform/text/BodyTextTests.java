package io.casewright.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTextTests {

    private static final String OWN = "The invoice for May lists nine seats, we have seven.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kind regards,\nPat Example\nOutage Systems Ltd, 12 Example Road",
                "Mit freundlichen Grüßen\n\ni. A. Petra Beispiel\nGeschäftsführer: Max Beispiel",
                "Cordialement,\nService informatique\n69000 Lyon\nPensez à l'environnement avant d'imprimer ce courriel.",
                "-- \nPat Example",
                "This e-mail is confidential and intended for the addressee only.\nIf it was stolen, tell us immediately.",
                "From: Desk <desk@partner.example>\nSent: Monday\nSubject: Outage\nNobody can work.",
                "Sent from my iPhone"
            })
    void areWithoutWhatStandsUnderEveryLetter(String below) {
        assertThat(BodyText.of(OWN + "\n\n" + below).strip()).isEqualTo(OWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks,\nand one more thing: since this morning nobody can sign in.",
                "Kind regards,\nPat\nPS: Can you also look at the printers?",
                "From: 2026-11-01 10:00\nTo: 2026-11-01 12:00\nall mail was late"
            })
    void keepWhatMayBeNews(String below) {
        assertThat(BodyText.of(OWN + "\n" + below))
                .contains(below.lines().toList().getLast());
    }

    @Test
    void ofAForwardedLetterAreTheLetter() {
        String letter = "Please see below.\n\nFrom: Ida <ida@contoso.example>\nSent: Monday\nNobody can sign in.";
        assertThat(BodyText.of(letter)).contains("Nobody can sign in.");
    }
}
