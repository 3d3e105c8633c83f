package io.casewright.handoff.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.handoff.domain.NoteWords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteWordsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Which build?",
                "We are investigating. Please send the trace.",
                "Thank you for contacting us. Could you tell us the region",
                "Wir untersuchen das. Bitte senden Sie uns das Protokoll.",
                "Nous travaillons dessus. Veuillez confirmer."
            })
    void whatWantsSomethingAsks(String text) {
        assertThat(NoteWords.of(text)).isEqualTo(NoteWords.ASKS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thank you for contacting Microsoft Support. Your request has been assigned to an engineer.",
                "Hello Mikko,\nWe are looking into it.\nKind regards\nAda Jones",
                "Wir haben Ihre Anfrage erhalten. Wir melden uns.",
                "We are working on it! No action is required."
            })
    void whatOnlyTellsHowFarItIsTells(String text) {
        assertThat(NoteWords.of(text)).isEqualTo(NoteWords.TELLS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Fixed in build 17.",
                "We are investigating. The trace of the customer is missing.",
                "Hello Mikko"
            })
    void inDoubtItIsAPersonsToRead(String text) {
        assertThat(NoteWords.of(text)).isEqualTo(NoteWords.UNCLEAR);
    }
}
