package io.casewright.desk.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeskWordsTests {

    @Test
    void writesWordsWithoutAccentsInLowerCaseAndEachOnce() {
        assertThat(DeskWords.of(List.of("Élodie Müller, ELODIE", "Straße")))
                .containsExactly("elodie", "muller", "strasse");
    }

    @Test
    void keepsShortNamesAndNumbers() {
        assertThat(DeskWords.of(List.of("BP and E5: 42"))).containsExactly("bp", "and", "e5", "42");
    }

    @Test
    void takesNeighboursWhereAScriptHasNoBlanks() {
        assertThat(DeskWords.of(List.of("共有予定表"))).containsExactly("共有", "有予", "予定", "定表");
        assertThat(DeskWords.of(List.of("表"))).containsExactly("表");
    }

    @Test
    void cutsWhatIsTooLongAndStopsAtSixty() {
        assertThat(DeskWords.of(List.of("x".repeat(90)))).containsExactly("x".repeat(40));
        assertThat(DeskWords.of(List.of("😀".repeat(3) + " 𝒳".repeat(50)))).allMatch(word -> word.length() <= 80);
        assertThat(DeskWords.of(List.of(String.join(
                        " ",
                        java.util.stream.IntStream.range(0, 90)
                                .mapToObj(i -> "w" + i)
                                .toList()))))
                .hasSize(60);
    }
}
