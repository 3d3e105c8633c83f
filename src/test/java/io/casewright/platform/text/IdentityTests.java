package io.casewright.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTests {

    @ParameterizedTest
    @CsvSource({
        "IT@Contoso.Example, it@contoso.example",
        "' it@contoso.example ', it@contoso.example",
        "it@xn--mller-kva.example, it@müller.example",
        "it@MÜLLER.example, it@müller.example"
    })
    void oneIsWrittenInSeveralWays(String one, String other) {
        assertThat(Identity.ofAddress(one)).isEqualTo(Identity.ofAddress(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mu\u0308ller.example", "m\u00fcller.example", "M\u00dcLLER.example"})
    void anAccentIsWrittenInSeveralWays(String domain) {
        assertThat(Identity.ofDomain(domain)).isEqualTo("m\u00fcller.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it@cöntoso.example",
                "ít@contoso.example",
                "ｉｔ@contoso.example",
                "it@ｃontoso.example",
                "it@contoso.example\u200b",
                "it\u00ad@contoso.example",
                "it@contoso。example",
                "\u0456t@contoso.example",
                "it@xn--contoso-.example",
                "it@contoso.example.",
                "it@contoso.example\u0000",
                "\u0131t@contoso.example",
                "it@conto\u017fo.example"
            })
    void whatLooksLikeSomebodyIsNotThem(String lookAlike) {
        assertThat(Identity.ofAddress(lookAlike)).isNotEqualTo("it@contoso.example");
    }

    @ParameterizedTest
    @CsvSource({"müller.example, mueller.example", "müller.example, muller.example", "straße.example, strasse.example"})
    void twoWhoDifferByAnAccentAreTwo(String one, String other) {
        assertThat(Identity.ofDomain(one)).isNotEqualTo(Identity.ofDomain(other));
    }
}
