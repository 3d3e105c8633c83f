package io.casewright.subscription;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.casewright.microsoft.Lines;
import io.casewright.microsoft.MicrosoftUnavailable;
import io.casewright.simulator.Contract;
import io.casewright.subscription.Subscription.Status;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reads subscriptions as Partner Center writes them, and forgives what varies. */
class SubscriptionsTests {

    private static final String TENANT = "1c8d3a4f-6b52-4e1f-8d66-2a7b4e3c9f02";

    @RegisterExtension
    static final WireMockExtension PARTNER_CENTER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final Subscriptions subscriptions = new Subscriptions(Lines.to(PARTNER_CENTER.baseUrl()));

    @Test
    void readsTheExample() {
        answers(Contract.examples().example("subscriptions-list").response().toString());
        assertThat(subscriptions.of(TENANT)).singleElement().satisfies(read -> {
            assertThat(read.name()).isEqualTo("Business Premium Munich");
            assertThat(read.quantity()).isEqualTo(140);
            assertThat(read.status()).isEqualTo(Status.ACTIVE);
            assertThat(read.cancellationAllowedUntil()).isEqualTo(Instant.parse("2026-11-28T00:00:00Z"));
            assertThat(read.refundableQuantity()).isEqualTo(50);
            assertThat(read.nextTermQuantity()).isEqualTo(90);
            assertThat(SubscriptionWords.line(read))
                    .isEqualTo("Business Premium Munich: 140 seats, active (customerCancellation), P1Y monthly, renews"
                            + " itself, term ends on 2027-11-20, may be cancelled until 2026-11-28 00:00 UTC, 90"
                            + " seats from the next term");
        });
    }

    @Test
    void forgivesCapitalsNewWordsUnsetTimesAndMarkup() {
        answers("""
                {"Items":[{"Id":"a","FriendlyName":"","OfferName":"<b>Visio</b><script>x()</script>","Quantity":3,"Status":"Frozen",
                "CancellationAllowedUntilDate":"0001-01-01T00:00:00","CommitmentEndDate":"2027-01-31T00:00:00","BrandNew":{"x":1}},
                {"id":"b"},{"offerName":"without an id"}]}
                """);
        var read = subscriptions.of(TENANT);
        assertThat(read).extracting(Subscription::id).containsExactly("a", "b");
        assertThat(read.getFirst().name()).isEqualTo("Visio");
        assertThat(read.getFirst().status()).isEqualTo(Status.UNKNOWN);
        assertThat(read.getFirst().cancellationAllowedUntil()).isNull();
        assertThat(read.getFirst().commitmentEnd()).isEqualTo(Instant.parse("2027-01-31T00:00:00Z"));
        assertThat(read.getLast().name()).isEqualTo("Without a name");
    }

    @Test
    void anEmptyListIsNone() {
        answers("{\"totalCount\":0,\"items\":[]}");
        assertThat(subscriptions.of(TENANT)).isEmpty();
    }

    @Test
    void nonsenseIsNoAnswer() {
        answers("<html>We are working on it</html>");
        assertThatThrownBy(() -> subscriptions.of(TENANT))
                .isInstanceOf(MicrosoftUnavailable.class)
                .hasMessageContaining(TENANT);
    }

    private static void answers(String body) {
        PARTNER_CENTER.stubFor(get(urlPathEqualTo("/v1/customers/" + TENANT + "/subscriptions"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(body)));
    }
}
