package io.casewright.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.mail.AuthenticationResults.Result;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationResultsTests {

    private static final String SERVER = "mx.partner.example";

    @Test
    void readsWhatTheServerFound() {
        assertThat(
                        read(
                                SERVER
                                        + "; spf=pass smtp.mailfrom=desk.example; dkim=fail reason=\"bad signature\" header.d=desk.example"))
                .containsExactly(
                        new Result("spf", "pass", Map.of("smtp.mailfrom", "desk.example")),
                        new Result("dkim", "fail", Map.of("reason", "bad signature", "header.d", "desk.example")));
    }

    @Test
    void overlooksCommentsFoldingLettersAndVersions() {
        assertThat(
                        read(
                                "(of (the) \\) house) MX.Partner.Example (it; dmarc=fail) 1 ;\r\n\tDMARC / 1 = (now) PASS\r\n (p=none; sp=none) Header . From = \"Desk.example\" ;"))
                .containsExactly(new Result("dmarc", "pass", Map.of("header.from", "Desk.example")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"; none", " 1; (nothing) NONE", ";", ""})
    void knowsThatNothingWasFound(String rest) {
        assertThat(read(SERVER + rest)).isEmpty();
    }

    @Test
    void keepsTheWholeOfAnAddress() {
        assertThat(read(SERVER + "; spf=pass smtp.mailfrom=\"desk.example\"@evil.example"))
                .containsExactly(new Result("spf", "pass", Map.of("smtp.mailfrom", "desk.example@evil.example")));
    }

    @Test
    void believesNothingThatIsSaidTwiceOfOneFinding() {
        assertThat(read(SERVER + "; dmarc=pass header.from=evil.example header.from=desk.example"))
                .singleElement()
                .satisfies(result -> assertThat(result.property("header.from")).isEqualTo("evil.example desk.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "; dmarc=pass header.from=desk.example (never closed",
                "; dmarc=pass header.from=\"never closed",
                "; dmarc=pass header.from=",
                "; dmarc=pass header.from=desk.example stray",
                "; =pass",
                "; dmarc=pass \"stray\" header.from=desk.example",
                "; dmarc==pass header.from=desk.example",
                "; smtp.mailfrom=desk.example\"@evil.example\"",
                " 2; dmarc=pass header.from=desk.example",
                " stray; dmarc=pass header.from=desk.example",
                "; none; none stray",
                "; dmarc=pass\u0000 header.from=desk.example",
                "; dmarc=pass \u017feader.from=desk.example"
            })
    void believesNothingOfAHeaderItDoesNotUnderstand(String rest) {
        assertThat(read(SERVER + rest)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example; dmarc=pass",
                "mx.partner.example.evil.example; dmarc=pass",
                "(mx.partner.example) evil.example; dmarc=pass",
                "; dmarc=pass",
                "dmarc=pass header.from=desk.example",
                "\"mx.partner.example",
                ""
            })
    void overlooksWhatOthersFound(String theirs) {
        assertThat(read(theirs)).isEmpty();
        assertThat(read(theirs, SERVER + "; dmarc=fail"))
                .extracting(Result::value)
                .containsExactly("fail");
    }

    @Test
    void believesTheTopmostOfTheServerOnly() {
        assertThat(read(SERVER + "; none", SERVER + "; dmarc=pass header.from=desk.example"))
                .isEmpty();
        assertThat(read(SERVER + "; (broken", SERVER + "; dmarc=pass header.from=desk.example"))
                .isEmpty();
    }

    private static List<Result> read(String... headers) {
        return AuthenticationResults.of(SERVER, List.of(headers)).results();
    }
}
