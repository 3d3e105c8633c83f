package io.casewright.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonTracesTests {

    private static final Pseudonym NOBODY = new Pseudonym("Erased contact 7f3a", "erased-7f3a@erased.invalid");
    private static final PersonTraces.Known KNOWN = new PersonTraces.Known(
            List.of("Zoë Mark Quixfeldt"),
            List.of("zoe.quixfeldt@cöntoso.example"),
            List.of("+49 30 5550199"),
            List.of("Mails to\n Litware bounce"));

    private final PersonTraces own = PersonTraces.inOwn(KNOWN, NOBODY);
    private final PersonTraces others = PersonTraces.inOthers(KNOWN, NOBODY);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoë Mark Quixfeldt called",
                "ZOË MARK  QUIXFELDT called",
                "Zoë\nMark Quixfeldt's mailbox",
                "Quixfeldt, Zoë Mark",
                "an mailto:zoe.quixfeldt@cöntoso.example",
                "ZOE.QUIXFELDT@CÖNTOSO.EXAMPLE",
                "zoe.quixfeldt@xn--cntoso-wxa.example",
                "/desk?q=Zo%C3%AB+Mark+Quixfeldt&page=2",
                "ring +49 30 5550199",
                "ring +49 (30) 555-01-99",
                "ring 0049305550199",
                "ring 030 5550199",
                "ring +49 (0)30 5550199",
                "ring 030/555 01 99",
            })
    void nothingIsLeftHoweverItIsWritten(String text) {
        for (PersonTraces traces : List.of(own, others)) {
            assertThat(traces.takenOutOf(text)).doesNotContainPattern("(?iu)quixf|@c|@xn|555");
        }
    }

    @Test
    void anAccentMayBeWrittenInTwoWays() {
        assertThat(others.takenOutOf(Normalizer.normalize("Zoë Mark Quixfeldt", Normalizer.Form.NFD)))
                .isEqualTo("Erased contact 7f3a");
    }

    @Test
    void aPartOfTheNameCountsInThePersonsOwnOnly() {
        assertThat(own.takenOutOf("Zoë says: mark it as read. QUIXFELDT"))
                .isEqualTo("[erased] says: mark it as read. [erased]");
        assertThat(others.takenOutOf("Zoë of Fabrikam says so")).isEqualTo("Zoë of Fabrikam says so");
    }

    @Test
    void whatIsQuotedGoes() {
        assertThat(own.takenOutOf("She wrote \"mails to Litware bounce\".")).isEqualTo("She wrote \"Text erased\".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Case CW-2026-055501",
                "at 5550 to 1995",
                "Zoëtrope",
                "amazoe.quixfeldtx",
                "e\u0301 stays as it is written",
                ""
            })
    void whatIsNoTraceStays(String text) {
        assertThat(own.takenOutOf(text)).isEqualTo(text);
    }

    @Test
    void aTextIsNoPattern() {
        var odd = PersonTraces.inOwn(
                new PersonTraces.Known(List.of("A.*$1 (B"), List.of("a+b@c.example"), List.of("12"), List.of()),
                NOBODY);
        assertThat(odd.takenOutOf("A.*$1 (B, a+b@c.example, aab@c.example, 12"))
                .isEqualTo("Erased contact 7f3a, erased-7f3a@erased.invalid, aab@c.example, 12");
    }
}
