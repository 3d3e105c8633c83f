package io.casewright.handoff.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskTextTests {

    private static final int LARGEST = 2 << 20;

    @Test
    void keepsLinesAndTakesMarkupOff() {
        assertThat(DeskText.plain("""
                        <html><head><title>Re</title><style>p { color: red }</style></head><body><p>One<br>two</p>
                        <ul><li>three</li><li>four</li></ul><script>alert(1)</script><template>hidden</template></body></html>""")).isEqualTo("Re\nOne\ntwo\nthree\nfour");
        assertThat(DeskText.plain("a \t\n\n\n\nb  c \r\nd")).isEqualTo("a\n\nb  c\nd");
    }

    /** Each as long as the text of a mail may be. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "<p ",
                "<p> \f",
                "<br>",
                "<div>",
                "<script></script>",
                "<p>x\u00a0\t",
                "\n ",
                "</p",
                "-",
                "> "
            })
    void isNotHeldUpByWhatIsRepeated(String row) {
        String text = "x" + row.repeat(LARGEST / row.length()) + "x";

        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> DeskText.plain(text));
    }
}
