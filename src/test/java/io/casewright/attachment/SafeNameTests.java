package io.casewright.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeNameTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            trace.etl                     | trace.etl
            ../../etc/passwd              | passwd
            ..\\..\\x.exe                 | x.exe
            C:\\Users\\ida\\bill.pdf      | bill.pdf
            /                             | file.bin
            ..                            | file.bin
            .htaccess                     | htaccess
            con.txt                       | _con.txt
            NUL                           | _NUL
            com1.log                      | _com1.log
            console.log                   | console.log
            bill\u202Efdp.exe             | billfdp.exe
            a\u0000b.txt                  | ab.txt
            a:b?.txt                      | a_b_.txt
            say "hi".txt                  | say _hi_.txt
            Rechnung für März.pdf         | Rechnung für März.pdf
            日本語.txt                     | 日本語.txt
            report.                       | report
            a   b.txt                     | a b.txt
            \u200B                        | file.bin
            """)
    void leadsNowhereAndDeceivesNobody(String said, String safe) {
        assertThat(SafeName.of(said, ".bin")).isEqualTo(safe);
    }

    @Test
    void aLongNameKeepsItsEnding() {
        assertThat(SafeName.of("x".repeat(500) + ".pdf", "")).hasSize(120).endsWith("x.pdf");
        assertThat(SafeName.of("😀".repeat(200), ""))
                .hasSizeLessThanOrEqualTo(120)
                .doesNotContain("\uD83D\uD83D");
    }

    @Test
    void noPathHidesBehindALineBreak() {
        assertThat(SafeName.of("a\nb/../../x.exe", "")).isEqualTo("x.exe");
        assertThat(SafeName.of("a\u2028b\\..\\x.exe", "")).isEqualTo("x.exe");
        assertThat(SafeName.of("x".repeat(119) + " .y" + "z".repeat(50), ""))
                .doesNotEndWith(" ")
                .doesNotEndWith(".");
    }

    @Test
    void aFileWithoutANameIsCalledByWhatItIs() {
        assertThat(SafeName.of("", ".pdf")).isEqualTo("file.pdf");
    }
}
