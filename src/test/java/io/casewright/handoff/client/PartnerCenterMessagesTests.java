package io.casewright.handoff.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.casewright.handoff.client.Desks.REFERENCE;
import static io.casewright.handoff.client.Desks.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.casewright.casefile.domain.Severity;
import io.casewright.handoff.application.DeskRefused;
import io.casewright.handoff.application.DeskUnavailable;
import io.casewright.handoff.application.VendorDesk.DeskNote;
import io.casewright.handoff.application.VendorDesk.DeskStatus;
import io.casewright.handoff.application.VendorDesk.Glance;
import io.casewright.microsoft.Lines;
import io.casewright.simulator.Contract;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Partner Center's documented messages, and what is wrong with messages in practice. */
class PartnerCenterMessagesTests {

    private static final String NUMBER = "626112300000017";
    private static final String LIST = "/v1/customers/" + TENANT + "/servicerequests";

    @RegisterExtension
    static final WireMockExtension MICROSOFT = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final String address = "http://127.0.0.1:" + MICROSOFT.getPort();
    private final PartnerCenterDesk desk =
            Desks.partnerCenter(Lines.to(address, "read-timeout=PT0.5S", "longest-pause=PT1S"), address);

    @Test
    void createsAsDocumented() {
        answers("GET", LIST, okJson("{\"totalCount\": 0, \"items\": []}"));
        answers("POST", "/v1/servicerequests/en-US", example("service-request-create"));
        var order = Desks.order();

        var ticket = desk.open(order);

        assertThat(ticket.number()).isEqualTo(NUMBER);
        assertThat(ticket.changedAt()).isNull();
        MICROSOFT.verify(
                1,
                postRequestedFor(urlEqualTo("/v1/servicerequests/en-US"))
                        .withHeader("MS-RequestId", equalTo(order.key().toString()))
                        .withRequestBody(equalToJson("""
                                {"Title": "[%s] Calendar items vanish after edit", "Severity": "moderate", "SupportTopicId": "32444667",
                                 "Organization": {"Id": "%s"}, "CountryCode": "DE", "Attributes": {"ObjectType": "ServiceRequest"},
                                 "Description": "${json-unit.any-string}"}""".formatted(REFERENCE, TENANT))));
    }

    @Test
    void readsAsDocumented() {
        answers("GET", "/v1/servicerequests/" + NUMBER, example("service-request-get"));

        var ticket = desk.look(TENANT, NUMBER);

        assertThat(ticket.status()).isEqualTo(DeskStatus.ATTENTION_NEEDED);
        assertThat(ticket.changedAt()).isEqualTo(Instant.parse("2026-11-23T09:15:02.373Z"));
        assertThat(ticket.notes())
                .containsExactly(
                        new DeskNote(
                                null,
                                "Account",
                                Instant.parse("2026-11-23T08:40:00.100Z"),
                                "Reproduced in a second browser, HAR kept with the partner."),
                        new DeskNote(
                                null,
                                "Support engineer",
                                Instant.parse("2026-11-23T09:15:02.373Z"),
                                "Which version of Outlook is it?\nPlease send the build number."));
    }

    @Test
    void changesOnlyWhatChanged() {
        answers("GET", "/v1/servicerequests/" + NUMBER, example("service-request-severity"));
        answers("PATCH", "/v1/servicerequests/" + NUMBER, aResponse().withStatus(204));
        var key = UUID.fromString("7f0c2a11-5b7e-4c0d-9d58-0c8f7a3e2b11");

        desk.changeSeverity(TENANT, NUMBER, key, Severity.CRITICAL);
        desk.addNote(TENANT, NUMBER, UUID.fromString("abcdef01-5b7e-4c0d-9d58-0c8f7a3e2b10"), "Build 16.0.1");
        desk.addNote(TENANT, NUMBER, key, "Reproduced in a second browser, HAR kept with the partner.");
        desk.close(TENANT, NUMBER, key);

        changed("{\"Severity\": \"critical\", \"Attributes\": {\"ObjectType\": \"ServiceRequest\"}}");
        changed(
                "{\"NewNote\": {\"Text\": \"Build 16.0.1\\n\\n(note abcdef01)\"}, \"Attributes\": {\"ObjectType\": \"ServiceRequest\"}}");
        changed("{\"Status\": \"closed\", \"Attributes\": {\"ObjectType\": \"ServiceRequest\"}}");
        MICROSOFT.verify(3, patchRequestedFor(anyUrl()));
    }

    @Test
    void readsNumbersForWordsAndFollowsTheLinks() {
        answers("GET", LIST, example("service-requests-of-customer"));
        answers("GET", LIST + "?size=2&offset=2", example("service-requests-of-customer-last-page"));

        var changed = Instant.parse("2026-11-23T09:15:02.373Z");
        assertThat(desk.glance(TENANT))
                .containsExactly(
                        new Glance(NUMBER, DeskStatus.ATTENTION_NEEDED, changed),
                        new Glance("626112300000016", DeskStatus.OPEN, changed),
                        new Glance("626112300000011", DeskStatus.CLOSED, changed));
        MICROSOFT.verify(getRequestedFor(urlEqualTo(LIST + "?size=2&offset=2"))
                .withHeader("MS-ContinuationToken", equalTo("page-2")));
    }

    @Test
    void takesATicketOnceThatMovedToTheNextPageWhileTheListWasRead() {
        answers("GET", LIST, okJson("""
                {"items": [{"id": "2", "status": 1}, {"id": "1", "status": 1}],
                 "links": {"next": {"uri": "/v1/more", "headers": null}}}"""));
        answers("GET", "/v1/more", okJson("""
                {"items": [{"id": "1", "status": 2}, {"title": "without an id"}], "links": {"next": {"uri": "/v1/more"}}}"""));

        assertThat(desk.glance(TENANT))
                .as("each once, and a link that leads back to its own page ends the list")
                .containsExactly(new Glance("2", DeskStatus.OPEN, null), new Glance("1", DeskStatus.CLOSED, null));
    }

    @Test
    void doesNotStumbleOverWhatIsNewOrMissing() {
        answers("GET", "/v1/servicerequests/" + NUMBER, okJson("""
                {"Id": 626112300000017, "STATUS": "on_hold", "severity": "catastrophic", "lastModifiedDate": "0001-01-01T00:00:00",
                 "notes": [{"text": null}, {"createdDate": "yesterday", "text": "Hello \\u202Eolleh"}]}"""));

        var ticket = desk.look(TENANT, NUMBER);

        assertThat(ticket.number()).isEqualTo(NUMBER);
        assertThat(ticket.status()).isEqualTo(DeskStatus.UNKNOWN);
        assertThat(ticket.severity()).isNull();
        assertThat(ticket.changedAt()).isNull();
        assertThat(ticket.notes()).containsExactly(new DeskNote(null, null, null, "Hello olleh"));
    }

    @Test
    void takesAnAnswerWithoutANumberAsNone() {
        answers("GET", LIST, okJson("{\"items\": null}"));
        answers("POST", "/v1/servicerequests/en-US", okJson("{\"title\": \"x\"}"));

        assertThatThrownBy(() -> desk.open(Desks.order()))
                .isInstanceOf(DeskUnavailable.class)
                .hasMessageContaining(TENANT)
                .hasMessageContaining("without the number");
    }

    @Test
    void saysThatAPersonHasToSignIn() {
        answers("GET", LIST, okJson("{}"));
        answers("POST", "/v1/servicerequests/en-US", example("service-request-create-app-only"));

        assertThatThrownBy(() -> desk.open(Desks.order()))
                .isInstanceOf(DeskRefused.class)
                .hasMessageContaining("code 900329")
                .hasMessageContaining("CASEWRIGHT_MICROSOFT_REFRESH_TOKEN");
        MICROSOFT.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void doesNotCreateAgainByItself() {
        answers("GET", LIST, okJson("{}"));
        answers("POST", "/v1/servicerequests/en-US", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        assertThatThrownBy(() -> desk.open(Desks.order())).isInstanceOf(DeskUnavailable.class);
        MICROSOFT.verify(1, postRequestedFor(anyUrl()));
    }

    enum Broken {
        THROTTLED(aResponse()
                .withStatus(429)
                .withHeader("Retry-After", "30")
                .withBody("{\"statusCode\": 429, \"message\": \"Rate limit is exceeded.\"}")),
        DOWN(aResponse().withStatus(503)),
        CUT_OFF(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
        NONSENSE(okJson("<html>").withHeader("Content-Type", "text/html")),
        LIST_FOR_TICKET(okJson("[1, 2]")),
        EMPTY(aResponse().withStatus(200)),
        SLOW(okJson("{\"id\": \"1\"}").withFixedDelay(1500)),
        DRIBBLING(okJson("{\"id\": \"1\", \"title\": \"slow\"}").withChunkedDribbleDelay(5, 4000));

        private final ResponseDefinitionBuilder answer;

        Broken(ResponseDefinitionBuilder answer) {
            this.answer = answer;
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesTroubleAsNoAnswer(Broken trouble) {
        MICROSOFT.stubFor(any(anyUrl()).willReturn(trouble.answer));

        var unavailable = catchThrowableOfType(DeskUnavailable.class, () -> desk.look(TENANT, NUMBER));

        assertThat(unavailable).isNotNull().hasMessageContaining(TENANT);
        assertThat(unavailable.retryAfter().isPresent()).isEqualTo(trouble == Broken.THROTTLED);
        if (trouble == Broken.THROTTLED) {
            assertThat(unavailable.retryAfter()).contains(Duration.ofSeconds(30));
        }
    }

    private static void changed(String body) {
        MICROSOFT.verify(
                1,
                patchRequestedFor(urlEqualTo("/v1/servicerequests/" + NUMBER)).withRequestBody(equalToJson(body)));
    }

    private static void answers(String method, String url, ResponseDefinitionBuilder answer) {
        MICROSOFT.stubFor(com.github.tomakehurst.wiremock.client.WireMock.request(method, urlEqualTo(url))
                .willReturn(answer));
    }

    private static ResponseDefinitionBuilder example(String name) {
        var example = Contract.examples().example(name);
        return aResponse()
                .withStatus(example.status())
                .withHeader("Content-Type", "application/json")
                .withBody(example.response().toString());
    }
}
