package io.casewright.handoff.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.handoff.domain.Wording;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTests {

    private static final Wording OURS = Wording.of("It's build 16 <latest> & fails.\n\n[CW-2026-000041-T1/1]");
    private static final List<String> NAMES = List.of("Mikko Salo", "Northwind Cloud");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IT\u2019S BUILD 16 <LATEST> & FAILS. [cw-2026-000041-t1/1]",
                "<p>It&#39;s build 16 &lt;latest&gt; &amp; fails.</p><br/>[CW-2026-000041-T1/1]",
                "It&amp;#39;s build 16 &amp;lt;latest&amp;gt; &amp;amp; fails. [CW-2026-000041-T1/1]",
                "On 2026-11-20 at 10:00 Northwind Cloud wrote:\n It's build 16 <latest> & fails. [CW-2026-000041-T1/1]",
                "It's build 16 <latest> & fails.\n[CW-2026-000041-T1/1]\n-- \nMikko Salo, Northwind Cloud"
            })
    void whatWentThroughAnotherSystemIsKnownAgain(String text) {
        assertThat(Wording.of(text).repeats(OURS, NAMES)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It's build 17 <latest> & fails. [CW-2026-000041-T1/1]",
                "No. > It's build 16 <latest> & fails. [CW-2026-000041-T1/1]",
                "16 > It's build 16 <latest> & fails. [CW-2026-000041-T1/1]",
                "It's build 16 & fails."
            })
    void anAnswerThatQuotesUsOrSaysSomethingElseIsNews(String text) {
        assertThat(Wording.of(text).repeats(OURS, NAMES)).isFalse();
    }

    @Test
    void signsAloneAreANoteAsWell() {
        assertThat(Wording.of("\uD83D\uDC4D").hash())
                .isEqualTo(Wording.of(" \uD83D\uDC4D ").hash())
                .isNotEqualTo(Wording.of("\uD83D\uDC4E").hash());
        assertThat(Wording.of("<p> </p>").isEmpty()).isTrue();
    }
}
