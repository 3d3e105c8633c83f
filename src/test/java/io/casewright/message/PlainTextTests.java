package io.casewright.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTests {

    @Test
    void aLineHasNoLineBreaksWhateverTheyAreCalled() {
        assertThat(PlainText.line("a\r\nBcc: b\u0085c\u2028d\u000Be\tf\u0000g", 99))
                .isEqualTo("a Bcc: b c d e f g");
    }

    @Test
    void nothingTurnsTheReadingDirection() {
        assertThat(PlainText.line("invoice\u202Efdp.exe", 99)).isEqualTo("invoice fdp.exe");
        assertThat(PlainText.lines("x\u202Ey\u2066z")).isEqualTo("xyz");
    }

    @Test
    void linesStayLines() {
        assertThat(PlainText.lines("a\r\n\r\nb\rc\u0007\n")).isEqualTo("a\n\nb\nc");
    }

    @Test
    void whatIsTooLongEndsWithAnEllipsisAndNoHalfCharacter() {
        assertThat(PlainText.line("abcdef", 6)).isEqualTo("abcdef");
        assertThat(PlainText.line("abcdefg", 6)).isEqualTo("abcde…");
        assertThat(PlainText.line("abcd😀fg", 6)).isEqualTo("abcd…");
    }
}
