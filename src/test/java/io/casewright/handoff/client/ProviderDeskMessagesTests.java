package io.casewright.handoff.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.casewright.handoff.client.Desks.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.casewright.handoff.application.DeskRefused;
import io.casewright.handoff.application.DeskUnavailable;
import io.casewright.handoff.application.VendorDesk.DeskNote;
import io.casewright.handoff.application.VendorDesk.DeskStatus;
import io.casewright.handoff.application.VendorDesk.Glance;
import io.casewright.simulator.Contract;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The messages of the desk API as its page describes them, and what is wrong with messages in practice. */
class ProviderDeskMessagesTests {

    private static final String KEY = "7f0c2a11-5b7e-4c0d-9d58-0c8f7a3e2b10";

    @RegisterExtension
    static final WireMockExtension DESK = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final ProviderDesk desk = Desks.provider("http://127.0.0.1:" + DESK.getPort());

    @Test
    void createsAsDocumented() {
        answers("POST", "/desk/tickets", example("desk-ticket-create"));
        var order = Desks.order();

        assertThat(desk.open(order).number()).isEqualTo("TD-1042");

        DESK.verify(postRequestedFor(urlEqualTo("/desk/tickets"))
                .withHeader("Idempotency-Key", equalTo(order.key().toString()))
                .withHeader("Authorization", equalTo("Bearer simulated-desk-token"))
                .withRequestBody(equalToJson("""
                        {"reference": "CW-2026-000007-T1", "tenant": "%s", "title": "Calendar items vanish after edit",
                         "text": "Impact: 40 users. Started 2026-11-20T07:10Z. Health checked, no issue.", "severity": "moderate",
                         "roundTheClock": false, "diagnosticsConsent": true, "locale": "en", "country": "DE",
                         "contact": {"name": "Noor Dahl", "email": "support@northwind.example", "phone": "+49 30 5550100",
                                     "hours": "Europe/Berlin, English"}}""".formatted(TENANT))));
    }

    @Test
    void readsAsDocumented() {
        answers("GET", "/desk/tickets/TD-1042", example("desk-ticket-get"));

        var ticket = desk.look(TENANT, "TD-1042");

        assertThat(ticket.status()).isEqualTo(DeskStatus.ATTENTION_NEEDED);
        assertThat(ticket.changedAt()).isEqualTo(Instant.parse("2026-11-23T09:15:02Z"));
        assertThat(ticket.notes())
                .containsExactly(
                        new DeskNote(
                                KEY,
                                "Wide World IT",
                                Instant.parse("2026-11-23T08:40:00Z"),
                                "Reproduced in a second browser."),
                        new DeskNote(
                                "n-2",
                                "Trey desk",
                                Instant.parse("2026-11-23T09:15:02Z"),
                                "Which version of Outlook is it?"));
    }

    @Test
    void addsNotesAsDocumented() {
        answers("POST", "/desk/tickets/TD%2F7/notes", example("desk-ticket-note"));

        desk.addNote(TENANT, "TD/7", UUID.fromString(KEY), "Reproduced in a second browser.");

        DESK.verify(postRequestedFor(urlEqualTo("/desk/tickets/TD%2F7/notes"))
                .withHeader("Idempotency-Key", equalTo(KEY))
                .withRequestBody(equalToJson(Contract.examples()
                        .example("desk-ticket-note")
                        .request()
                        .toString())));
    }

    @Test
    void followsThePagesAndTakesATicketOnceThatMovedMeanwhile() {
        answers("GET", "/desk/tickets?tenant=" + TENANT, example("desk-tickets-of-customer"));
        answers("GET", "/desk/tickets?tenant=3eaf5c6b-8d74-4a3b-8f88-4c9d6a5eb104&after=1", okJson("""
                {"tickets": [{"number": "TD-1042", "status": "closed"}, {"status": "open"}], "next": "tickets?tenant=%s"}""".formatted(
                        TENANT)));

        assertThat(desk.glance(TENANT)).containsExactly(new Glance("TD-1042", DeskStatus.CLOSED, null));
    }

    @Test
    void givesItsTokenToNobodyElse() {
        answers("GET", "/desk/tickets?tenant=" + TENANT, okJson("""
                {"tickets": [], "next": "https://elsewhere.example/desk/tickets"}"""));

        assertThatThrownBy(() -> desk.glance(TENANT))
                .isInstanceOf(DeskRefused.class)
                .hasMessageContaining("a page outside of itself");
    }

    @Test
    void doesNotStumbleOverWhatIsNewOrMissing() {
        answers("GET", "/desk/tickets/TD-1", okJson("""
                {"NUMBER": "TD-1", "status": "parked", "severity": 17, "changedAt": "0001-01-01T00:00:00",
                 "notes": [{"text": "<b>Hello</b>"}, {"text": " "}], "colour": "red"}"""));

        assertThat(desk.look(TENANT, "TD-1"))
                .isEqualTo(new io.casewright.handoff.application.VendorDesk.DeskTicket(
                        "TD-1",
                        DeskStatus.UNKNOWN,
                        null,
                        null,
                        java.util.List.of(new DeskNote(null, null, null, "Hello")),
                        null));
    }

    @Test
    void readsThePauseAsADateToo() {
        DESK.stubFor(any(anyUrl())
                .willReturn(aResponse().withStatus(503).withHeader("Retry-After", "Fri, 31 Dec 2100 23:59:59 GMT")));

        var unavailable = catchThrowableOfType(DeskUnavailable.class, () -> desk.glance(TENANT));

        assertThat(unavailable.retryAfter().orElseThrow()).isGreaterThan(Duration.ofDays(365));
    }

    enum Broken {
        THROTTLED(aResponse().withStatus(429).withHeader("Retry-After", "30")),
        DOWN(aResponse().withStatus(502).withBody("<html>bad gateway</html>")),
        CUT_OFF(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
        RESET(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
        NONSENSE(aResponse().withHeader("Content-Type", "text/html").withBody("<html>")),
        LIST_FOR_TICKET(okJson("[1, 2]")),
        NULL(okJson("null")),
        WITHOUT_NUMBER(okJson("{}")),
        EMPTY(aResponse().withStatus(200)),
        SLOW(okJson("{\"number\": \"1\"}").withFixedDelay(1500)),
        DRIBBLING(okJson("{\"number\": \"1\", \"title\": \"slow\"}").withChunkedDribbleDelay(5, 4000));

        private final ResponseDefinitionBuilder answer;

        Broken(ResponseDefinitionBuilder answer) {
            this.answer = answer;
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesTroubleAsNoAnswer(Broken trouble) {
        DESK.stubFor(any(anyUrl()).willReturn(trouble.answer));

        var unavailable = catchThrowableOfType(DeskUnavailable.class, () -> desk.look(TENANT, "TD-1"));

        assertThat(unavailable).isNotNull().hasMessageContaining("tried again by itself");
        assertThat(unavailable.retryAfter().isPresent()).isEqualTo(trouble == Broken.THROTTLED);
    }

    private static void answers(String method, String url, ResponseDefinitionBuilder answer) {
        DESK.stubFor(request(method, urlEqualTo(url)).willReturn(answer));
    }

    private static ResponseDefinitionBuilder example(String name) {
        var example = Contract.examples().example(name);
        return aResponse()
                .withStatus(example.status())
                .withHeader("Content-Type", "application/json")
                .withBody(example.response().toString());
    }
}
