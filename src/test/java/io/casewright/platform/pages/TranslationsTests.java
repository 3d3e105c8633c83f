package io.casewright.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranslationsTests {

    private final Translations german = Translations.of(List.of(
            List.of("Open", "Offen"),
            List.of("Technical", "Technik"),
            List.of("This task is done already.", "Diese Aufgabe ist schon erledigt."),
            List.of("There is no task {0}.", "Es gibt keine Aufgabe {0}."),
            List.of("{0} has this task. {1}.", "{0} hat diese Aufgabe. {1}."),
            List.of(
                    "The task is in the queue {0*}, not yours.",
                    "Die Aufgabe liegt in der Warteschlange {0*}, nicht in Ihrer."),
            List.of("{1} before {0}.", "{0} nach {1}."),
            List.of("What you typed is kept.", "Ihre Eingaben bleiben.")));

    @Test
    void knowATextByItsWords() {
        assertThat(german.of("Open")).isEqualTo("Offen");
        assertThat(german.of("There is no task 5.")).isEqualTo("Es gibt keine Aufgabe 5.");
        assertThat(german.of("a before b.")).isEqualTo("b nach a.");
    }

    @Test
    void leaveWhatIsSaidInAGapAsItIs() {
        assertThat(german.of("Open has this task. Ask $1 \\ (x).")).isEqualTo("Open hat diese Aufgabe. Ask $1 \\ (x).");
        assertThat(german.of("There is no task Open.")).isEqualTo("Es gibt keine Aufgabe Open.");
    }

    @Test
    void translateAGapOfWords() {
        assertThat(german.of("The task is in the queue Technical, not yours."))
                .isEqualTo("Die Aufgabe liegt in der Warteschlange Technik, nicht in Ihrer.");
    }

    @Test
    void takeSentencesOneByOne() {
        assertThat(german.of("There is no task 5. What you typed is kept."))
                .isEqualTo("Es gibt keine Aufgabe 5. Ihre Eingaben bleiben.");
        assertThat(german.of("This task is done already. What you typed is kept."))
                .isEqualTo("Diese Aufgabe ist schon erledigt. Ihre Eingaben bleiben.");
    }

    @Test
    void takeLinesOneByOne() {
        assertThat(german.of("Open\nSomething else\nTechnical")).isEqualTo("Offen\nSomething else\nTechnik");
    }

    @Test
    void leaveInEnglishWhatIsNotKnownWhole() {
        assertThat(german.of("This task is done already. Nobody knows why."))
                .isEqualTo("This task is done already. Nobody knows why.");
        assertThat(german.of("")).isEmpty();
    }

    /** What a customer wrote may stand in a text of ours; nothing in it keeps the page waiting. */
    @ParameterizedTest
    @ValueSource(strings = {": ", ". ", ", ", " · ", " (", ": at most , these are "})
    void aTextThatIsMadeToKeepThePatternsBusyStaysAsItIs(String piece) {
        var german = Translations.read("de");
        String evil = piece.repeat(4_000 / piece.length());
        assertThat(german.of(evil)).isEqualTo(evil);
        String shorter = piece.repeat(690 / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> german.of(shorter));
    }
}
