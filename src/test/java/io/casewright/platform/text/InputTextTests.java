package io.casewright.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It is slow",
                "é",
                "語",
                "مرحبا",
                "שלום",
                "हिन्दी",
                "👩‍💻",
                "!",
                "0",
                "\u200fشكرا",
                "one line\nand\tanother",
                "e\u0301"
            })
    void whatCanBeReadIsTaken(String text) {
        assertThat(InputText.isVisible(text)).isTrue();
        assertThat(InputText.problemWith(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200b",
                "\u2060\ufeff",
                "\u00a0\u200b",
                "\u3164",
                "\u115f\u1160",
                "\u2800",
                "\u00ad",
                "\u202e\u202c",
                "\ufe0f",
                "\u0301",
                "\u034f",
                "\ue000",
                "\ud83a\udfff",
                "\udb40\udc41"
            })
    void whatIsDrawnAsNothingIsNothing(String text) {
        assertThat(InputText.isVisible(text)).isFalse();
        assertThat(InputText.problemWith(text)).contains(InputText.VISIBLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000", "a\u0007b", "\u001b[31mred", "a\u0085b", "a\ud800", "\udc00b", "a\u007f"})
    void controlCharactersAndHalvesOfCharactersAreNot(String text) {
        assertThat(InputText.problemWith(text)).contains(InputText.NO_CONTROL_CHARACTERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "\u2028"})
    void anEmptyTextIsAnothersMatter(String text) {
        assertThat(InputText.isVisible(text)).isFalse();
        assertThat(InputText.problemWith(text)).isEmpty();
    }
}
