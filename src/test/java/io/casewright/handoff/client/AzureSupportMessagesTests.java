package io.casewright.handoff.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.casewright.handoff.client.Desks.NO_SSH;
import static io.casewright.handoff.client.Desks.REFERENCE;
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
import io.casewright.microsoft.Lines;
import io.casewright.simulator.Contract;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The documented messages of Azure support, and what is wrong with messages in practice. */
class AzureSupportMessagesTests {

    private static final String ALL =
            "/subscriptions/a5bc2f3e-5a41-4d0e-9c55-1f6a3d2b8e01/providers/Microsoft.Support/supportTickets";
    private static final String ONE = ALL + "/" + REFERENCE;
    private static final String NUMBER = "256110000000001";
    private static final String KEY = "7f0c2a11-5b7e-4c0d-9d58-0c8f7a3e2b10";

    @RegisterExtension
    static final WireMockExtension AZURE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final String address = "http://127.0.0.1:" + AZURE.getPort();
    private final AzureSupportDesk desk = Desks.azure(Lines.to(address, "read-timeout=PT0.5S", "longest-pause=PT1S"));

    @Test
    void createsAsDocumentedAndAsksUntilItIsThere() {
        answers("GET", "/subscriptions", example("azure-subscriptions"));
        answers("GET", ONE, aResponse().withStatus(404));
        String operation = "/subscriptions/a5b/providers/Microsoft.Support/operationResults/op-1";
        AZURE.stubFor(request("PUT", urlPathEqualTo(ONE))
                .willReturn(aResponse().withStatus(202).withHeader("Location", address + operation)));
        AZURE.stubFor(request("GET", urlEqualTo(operation))
                .inScenario("work")
                .willReturn(aResponse().withStatus(202).withHeader("Location", address + operation))
                .willSetStateTo("done"));
        AZURE.stubFor(request("GET", urlEqualTo(operation))
                .inScenario("work")
                .whenScenarioStateIs("done")
                .willReturn(example("azure-operation-ticket")));
        answers("GET", ONE + "/communications", okJson("{\"value\": null}"));

        assertThat(desk.open(Desks.order(UUID.randomUUID(), NO_SSH)).number()).isEqualTo(NUMBER);

        AZURE.verify(
                1,
                putRequestedFor(urlEqualTo(ONE + "?api-version=2024-04-01"))
                        .withHeader("Authorization", equalTo("Bearer token-for-" + TENANT))
                        .withRequestBody(
                                equalToJson("""
                                {"properties": {"serviceId": "%s", "problemClassificationId": "%s", "title": "[%s] Calendar items vanish after edit",
                                 "description": "${json-unit.any-string}", "severity": "moderate", "require24X7Response": false,
                                 "advancedDiagnosticConsent": "Yes",
                                 "contactDetails": {"firstName": "Noor", "lastName": "Dahl", "primaryEmailAddress": "support@northwind.example",
                                  "phoneNumber": "+49 30 5550100", "preferredContactMethod": "email", "preferredTimeZone": "W. Europe Standard Time",
                                  "preferredSupportLanguage": "en-US", "country": "DEU"}}}""".formatted(NO_SSH.replaceAll("/problem.*", ""), NO_SSH, REFERENCE))));
    }

    @Test
    void saysWhyWorkThatWentOnThereFailed() {
        answers("GET", "/subscriptions", example("azure-subscriptions"));
        answers("GET", ONE, aResponse().withStatus(404));
        answers("PUT", ONE, aResponse().withStatus(202).withHeader("Location", address + "/subscriptions/op-1"));
        answers("GET", "/subscriptions/op-1", aResponse().withStatus(400).withBody("""
                {"error": {"code": "InvalidSupportPlan", "message": "The support plan does not allow severity critical."}}"""));

        assertThatThrownBy(() -> desk.open(Desks.order(UUID.randomUUID(), NO_SSH)))
                .isInstanceOf(DeskRefused.class)
                .hasMessageContaining("InvalidSupportPlan")
                .hasMessageContaining("choose a lower severity");
    }

    @Test
    void readsAsDocumented() {
        known();
        answers("GET", ONE, example("azure-ticket-get"));
        answers("GET", ONE + "/communications", example("azure-communications"));

        var ticket = desk.look(TENANT, NUMBER);

        assertThat(ticket.status()).as("they wrote last").isEqualTo(DeskStatus.ATTENTION_NEEDED);
        assertThat(ticket.changedAt()).isEqualTo(Instant.parse("2026-11-23T09:15:02Z"));
        assertThat(ticket.notes())
                .containsExactly(
                        new DeskNote(
                                KEY,
                                "support@northwind.example",
                                Instant.parse("2026-11-23T08:40:00Z"),
                                "Reproduced from a second network."),
                        new DeskNote(
                                "m-2",
                                "engineer@microsoft.example",
                                Instant.parse("2026-11-23T09:15:02Z"),
                                "Please send the serial console log."));
    }

    @Test
    void writesInTheNameOfTheTicketsContactAndOnlyOnce() {
        known();
        answers("GET", ONE, example("azure-ticket-get"));
        answers("GET", ONE + "/communications", example("azure-communications"));
        String other = "8f0c2a11-5b7e-4c0d-9d58-0c8f7a3e2b10";
        answers("PUT", ONE + "/communications/" + other, example("azure-communication-create-done"));

        desk.addNote(TENANT, NUMBER, UUID.fromString(KEY), "Reproduced from a second network.");
        desk.addNote(TENANT, NUMBER, UUID.fromString(other), "Reproduced from a second network.");

        AZURE.verify(
                1,
                putRequestedFor(urlPathEqualTo(ONE + "/communications/" + other))
                        .withRequestBody(equalToJson(Contract.examples()
                                .example("azure-communication-create")
                                .request()
                                .toString())));
        AZURE.verify(1, putRequestedFor(anyUrl()));
    }

    @Test
    void followsThePages() {
        known();

        assertThat(desk.glance(TENANT))
                .containsExactly(
                        new Glance(NUMBER, DeskStatus.OPEN, Instant.parse("2026-11-23T09:15:02Z")),
                        new Glance("256110000000000", DeskStatus.OPEN, Instant.parse("2026-11-23T09:15:02Z")));
    }

    @Test
    void doesNotStumbleOverWhatIsNewOrMissing() {
        known();
        answers("GET", ONE, okJson("""
                {"Name": "CW-2026-000007-T1", "properties": {"supportTicketId": 256110000000001, "status": "Parked", "severity": "catastrophic",
                 "createdDate": "0001-01-01T00:00:00"}}"""));
        answers("GET", ONE + "/communications", okJson("""
                {"value": [{"name": "m-1"}, {"name": "m-2", "properties": {"body": "Hello"}}]}"""));

        var ticket = desk.look(TENANT, NUMBER);

        assertThat(ticket.status()).isEqualTo(DeskStatus.UNKNOWN);
        assertThat(ticket.severity()).isNull();
        assertThat(ticket.changedAt()).isNull();
        assertThat(ticket.notes()).containsExactly(new DeskNote("m-2", null, null, "Hello"));
    }

    enum Broken {
        THROTTLED(aResponse().withStatus(429).withHeader("Retry-After", "30")),
        DOWN(aResponse().withStatus(503)),
        CUT_OFF(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
        NONSENSE(aResponse().withHeader("Content-Type", "text/html").withBody("<html>")),
        WITHOUT_PROPERTIES(okJson("{\"name\": \"CW-2026-000007-T1\"}")),
        EMPTY(aResponse().withStatus(200)),
        SLOW(okJson("{}").withFixedDelay(1500));

        private final ResponseDefinitionBuilder answer;

        Broken(ResponseDefinitionBuilder answer) {
            this.answer = answer;
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesTroubleAsNoAnswer(Broken trouble) {
        AZURE.stubFor(any(anyUrl()).willReturn(okJson("{\"value\": []}")));
        known();
        desk.glance(TENANT);
        answers("GET", ONE, trouble.answer);

        var unavailable = catchThrowableOfType(DeskUnavailable.class, () -> desk.look(TENANT, NUMBER));

        assertThat(unavailable).isNotNull().hasMessageContaining(TENANT);
        assertThat(unavailable.retryAfter().isPresent()).isEqualTo(trouble == Broken.THROTTLED);
    }

    /** The list that tells under which name a number is known. */
    private void known() {
        answers("GET", "/subscriptions", example("azure-subscriptions"));
        AZURE.stubFor(request("GET", urlPathEqualTo(ALL))
                .withQueryParam("$filter", matching("CreatedDate ge .*T00:00:00Z"))
                .willReturn(aResponse()
                        .withBody(Contract.examples()
                                .example("azure-tickets")
                                .response()
                                .toString()
                                .replace("https://management.azure.com", address))));
        AZURE.stubFor(request("GET", urlPathEqualTo(ALL))
                .withQueryParam("$skiptoken", equalTo("1"))
                .willReturn(example("azure-tickets-last-page")));
    }

    private static void answers(String method, String path, ResponseDefinitionBuilder answer) {
        AZURE.stubFor(request(method, urlPathEqualTo(path)).willReturn(answer));
    }

    private static ResponseDefinitionBuilder example(String name) {
        var example = Contract.examples().example(name);
        return aResponse()
                .withStatus(example.status())
                .withHeader("Content-Type", "application/json")
                .withBody(example.response().toString());
    }
}
