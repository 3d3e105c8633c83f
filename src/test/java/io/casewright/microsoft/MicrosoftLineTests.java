package io.casewright.microsoft;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MicrosoftLineTests {

    private static final String TENANT = "0b7c2f3e-5a41-4d0e-9c55-1f6a3d2b8e01";

    @RegisterExtension
    static final WireMockExtension MICROSOFT = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final MicrosoftLine line =
            Lines.to("http://127.0.0.1:" + MICROSOFT.getPort(), "read-timeout=PT0.5S", "longest-pause=PT2S");

    enum Colour {
        RED,
        BLUE,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    record Thing(String id, Colour colour, Instant changed, Instant never) {}

    @Test
    void readsForgivingly() {
        answers(okJson("""
                {"Id": "x1", "COLOUR": "ReD", "changed": "2026-11-23T07:00:00", "never": "0001-01-01T00:00:00", "more": 1}"""));

        assertThat(line.send(get(), Thing.class).required())
                .isEqualTo(new Thing("x1", Colour.RED, Instant.parse("2026-11-23T07:00:00Z"), null));
    }

    @Test
    void takesAValueThatIsNewAsUnknownAndANumberByItsOrder() {
        answers(okJson("{\"id\": \"x1\", \"colour\": \"violet\"}"));
        assertThat(line.send(get(), Thing.class).required().colour()).isEqualTo(Colour.UNKNOWN);

        answers(okJson("{\"id\": \"x1\", \"colour\": 1}"));
        assertThat(line.send(get(), Thing.class).required().colour()).isEqualTo(Colour.BLUE);
    }

    @Test
    void tellsPartnerCenterWhichWishItIsAndRepeatsItWithTheSameId() {
        var wish = UUID.randomUUID();
        MICROSOFT.stubFor(any(anyUrl())
                .inScenario("lost")
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))
                .willSetStateTo("found"));
        MICROSOFT.stubFor(any(anyUrl())
                .inScenario("lost")
                .whenScenarioStateIs("found")
                .willReturn(okJson("{\"id\": \"626112300000017\"}").withHeader("ETag", "W/\"1\"")));

        var answer = line.send(
                Call.post(Api.PARTNER_CENTER, TENANT, Map.of("Title", "t"), "/v1/servicerequests/{locale}", "en-US")
                        .requestId(wish),
                Thing.class);

        assertThat(answer.required().id()).isEqualTo("626112300000017");
        assertThat(answer.etag()).isEqualTo("W/\"1\"");
        MICROSOFT.verify(
                2,
                postRequestedFor(urlEqualTo("/v1/servicerequests/en-US"))
                        .withHeader("MS-RequestId", equalTo(wish.toString()))
                        .withHeader("MS-Contract-Version", equalTo("v1"))
                        .withHeader("Authorization", equalTo("Bearer token-for-" + TENANT)));
    }

    @Test
    void doesNotRepeatWhatMayActTwice() {
        answers(aResponse().withStatus(503));

        assertThatThrownBy(() -> line.send(Call.post(Api.GRAPH, TENANT, Map.of(), "/v1.0/things"), Thing.class))
                .isInstanceOf(MicrosoftUnavailable.class)
                .hasMessageContaining("Microsoft Graph POST /v1.0/things for tenant " + TENANT + ": it answered 503.");
        MICROSOFT.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void waitsAsLongAsItIsTold() {
        throttledOnce("1");
        long begin = System.nanoTime();

        assertThat(line.send(get(), Thing.class).required().id()).isEqualTo("x1");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(900));
        MICROSOFT.verify(2, getRequestedFor(anyUrl()));
    }

    @Test
    void leavesALongPauseToItsCallerAndAsksNothingMoreForTheTenantUntilThen() {
        throttledOnce("60");

        var first = catchThrowableOfType(MicrosoftUnavailable.class, () -> line.send(get(), Thing.class));
        assertThat(first.retryAfter()).contains(Duration.ofSeconds(60));
        assertThatThrownBy(() -> line.send(get(), Thing.class)).hasMessageContaining("takes no more calls for now");
        MICROSOFT.verify(1, getRequestedFor(anyUrl()));

        String other = "1c8d3a4f-6b52-4e1f-8d66-2a7b4e3c9f02";
        assertThat(line.send(Call.get(Api.GRAPH, other, "/v1.0/things"), Thing.class)
                        .required()
                        .id())
                .isEqualTo("x1");
    }

    @Test
    void saysWhyMicrosoftRefusesAndWhatToDo() {
        answers(aResponse().withStatus(403).withBody("""
                {"code": "900329", "description": "App-only access by ida@contoso.example is not allowed", "data": [], "source": "x"}"""));

        var refused = catchThrowableOfType(
                MicrosoftRefused.class,
                () -> line.send(Call.get(Api.PARTNER_CENTER, TENANT, "/v1/servicerequests/7?secret=1"), Thing.class));

        assertThat(refused.code()).isEqualTo("900329");
        assertThat(refused.reason())
                .startsWith("Partner Center GET /v1/servicerequests/7 for tenant " + TENANT
                        + " was refused (403, code 900329): App-only access by … is not allowed.")
                .contains("set a refresh token")
                .contains(refused.correlationId());
        MICROSOFT.verify(1, getRequestedFor(anyUrl()));
    }

    @Test
    void readsTheDialectOfGraph() {
        answers(aResponse()
                .withStatus(404)
                .withBody("{\"error\": {\"code\": \"ResourceNotFound\", \"message\": \"It is not there\"}}"));

        assertThatThrownBy(() -> line.send(get(), Thing.class))
                .isInstanceOf(MicrosoftRefused.class)
                .hasMessageContaining("(404, code ResourceNotFound): It is not there. It is not there: check");
    }

    @Test
    void takesNonsenseSlownessAndBrokenAnswersAsNoAnswer() {
        answers(aResponse().withHeader("Content-Type", "text/html").withBody("<html>maintenance</html>"));
        assertThatThrownBy(() -> line.send(get(), Thing.class)).hasMessageContaining("something that cannot be read");

        answers(aResponse().withFixedDelay(700));
        assertThatThrownBy(() -> line.send(get(), Thing.class))
                .isInstanceOf(MicrosoftUnavailable.class)
                .hasMessageContaining("no answer within 0 s");

        answers(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        assertThatThrownBy(() -> line.send(get(), Thing.class)).isInstanceOf(MicrosoftUnavailable.class);

        answers(aResponse().withChunkedDribbleDelay(5, 3000).withBody("{\"id\": \"slow, slow, slow\"}"));
        assertThatThrownBy(() -> line.send(get(), Thing.class)).isInstanceOf(MicrosoftUnavailable.class);
    }

    @Test
    void leavesAnInterfaceAloneThatFailsMostOfTheTime() {
        answers(aResponse().withStatus(503));
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> line.send(get(), Thing.class)).isInstanceOf(MicrosoftUnavailable.class);
        }

        assertThatThrownBy(() -> line.send(get(), Thing.class)).hasMessageContaining("failed too often");
        assertThat(MICROSOFT.findAll(getRequestedFor(anyUrl()))).hasSizeLessThan(15);
    }

    @Test
    void givesItsTokenToNobodyElse() {
        var elsewhere = Call.follow(Api.GRAPH, TENANT, URI.create("https://elsewhere.example/v1.0/things?$skip=2"));

        assertThatThrownBy(() -> line.send(elsewhere, Thing.class)).hasMessageContaining("a page outside of itself");
        MICROSOFT.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void encodesWhatStandsInAnAddress() {
        answers(okJson("{\"id\": \"x1\"}"));

        line.send(
                Call.get(Api.GRAPH, TENANT, "/v1.0/users/{user}", "a/b c@contoso.example")
                        .query("$filter", "service eq 'Exchange Online' and isResolved eq false"),
                Thing.class);

        MICROSOFT.verify(
                getRequestedFor(
                        urlEqualTo(
                                "/v1.0/users/a%2Fb%20c%40contoso.example?$filter=service%20eq%20%27Exchange%20Online%27%20and%20isResolved%20eq%20false")));
    }

    private static Call get() {
        return Call.get(Api.GRAPH, TENANT, "/v1.0/things");
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        MICROSOFT.stubFor(any(anyUrl()).willReturn(answer));
    }

    private static void throttledOnce(String seconds) {
        MICROSOFT.stubFor(any(anyUrl())
                .inScenario("throttled")
                .willReturn(aResponse()
                        .withStatus(429)
                        .withHeader("Retry-After", seconds)
                        .withBody("{\"statusCode\": 429, \"message\": \"Rate limit is exceeded.\"}"))
                .willSetStateTo("free"));
        MICROSOFT.stubFor(any(anyUrl())
                .inScenario("throttled")
                .whenScenarioStateIs("free")
                .willReturn(okJson("{\"id\": \"x1\"}")));
    }
}
