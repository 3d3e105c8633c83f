package io.casewright.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class PublicAddressTests {

    private final PublicAddress address =
            new PublicAddress(URI.create("https://desk.example"), URI.create("https://support.example"));

    @Test
    void whatQuotesALetterTellsNobodyItsLinks() {
        String token = LinkToken.random();
        assertThat(address.withoutTokens("> Answer here:\n> " + address.ofCaseLink(token, "de") + "\nor <"
                        + address.ofRating(token) + ">, " + address.ofStatement(token, "en") + "."))
                .isEqualTo("> Answer here:\n> https://support.example/my-case/…\nor <https://support.example/rate/…>,"
                        + " https://support.example/statements/….");
    }

    @Test
    void otherLinksStayAsTheyAre() {
        String text = "https://elsewhere.example/my-case/abc https://support.example/plans/2?version=1";
        assertThat(address.withoutTokens(text)).isEqualTo(text);
    }
}
