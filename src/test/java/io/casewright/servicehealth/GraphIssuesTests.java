package io.casewright.servicehealth;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.casewright.microsoft.Lines;
import io.casewright.microsoft.MicrosoftRefused;
import io.casewright.microsoft.MicrosoftUnavailable;
import io.casewright.simulator.Contract;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphIssuesTests {

    private static final String TENANT = "0b7c2f3e-5a41-4d0e-9c55-1f6a3d2b8e01";
    private static final String ISSUES = "/v1.0/admin/serviceAnnouncement/issues";
    private static final String SECOND_PAGE = ISSUES + "?$skip=100";

    @RegisterExtension
    static WireMockExtension graph = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    @Test
    void readsPageByPage() {
        var first = (ObjectNode) example("health-issues-first-page");
        first.put("@odata.nextLink", address() + SECOND_PAGE);
        answers(ISSUES, first);
        answers(SECOND_PAGE, example("health-issues-changed"));
        assertThat(issues().all(TENANT)).extracting(ServiceIssue::id).containsExactly("EX900011", "EX900001");
        graph.verify(getRequestedFor(urlEqualTo(ISSUES)).withHeader("Prefer", equalTo("odata.maxpagesize=500")));
        graph.verify(getRequestedFor(urlEqualTo(SECOND_PAGE))
                .withHeader("Authorization", equalTo("Bearer token-for-" + TENANT)));
    }

    @Test
    void readsTheDocumentedCasing() {
        var page = (ObjectNode) example("health-issues-first-page");
        page.remove("@odata.nextLink");
        answers(ISSUES, page);
        assertThat(issues().all(TENANT)).singleElement().satisfies(issue -> {
            assertThat(issue.status()).isEqualTo(ServiceIssue.Status.SERVICE_RESTORED);
            assertThat(issue.classification()).isEqualTo(ServiceIssue.Classification.INCIDENT);
            assertThat(issue.modifiedAt()).isEqualTo(Instant.parse("2026-11-14T18:20:24.767Z"));
            assertThat(issue.posts())
                    .singleElement()
                    .satisfies(post -> assertThat(post.text()).startsWith("Title: Users cannot send mail"));
        });
    }

    @Test
    void anIssueThatMovedToTheNextPageWhileReadingCountsOnceWithItsNewestState() {
        var first = (ObjectNode) example("health-issues-changed");
        first.put("@odata.nextLink", address() + SECOND_PAGE);
        var second = (ObjectNode) example("health-issues-changed");
        ((ObjectNode) second.at("/value/0")).put("title", "Newer").put("lastModifiedDateTime", "2026-11-23T08:00:00Z");
        answers(ISSUES, first);
        answers(SECOND_PAGE, second);
        assertThat(issues().all(TENANT)).extracting(ServiceIssue::title).containsExactly("Newer");

        first.put("@odata.nextLink", address() + SECOND_PAGE);
        ((ObjectNode) first.at("/value/0")).put("title", "Newest").put("lastModifiedDateTime", "2026-11-23T09:00:00Z");
        answers(ISSUES, first);
        assertThat(issues().all(TENANT)).extracting(ServiceIssue::title).containsExactly("Newest");
    }

    @Test
    void asksForWhatChangedAndForWhatIsOpen() {
        graph.stubFor(get(urlPathEqualTo(ISSUES))
                .withQueryParam(
                        "$filter", equalTo("lastModifiedDateTime ge 2026-11-23T06:00:00Z or isResolved eq false"))
                .willReturn(okJson(example("health-issues-changed").toString())));
        assertThat(issues().openOrChangedSince(TENANT, Instant.parse("2026-11-23T06:00:00.7Z")))
                .extracting(ServiceIssue::id)
                .containsExactly("EX900001");
    }

    @Test
    void takesNewWordsAndMissingTimesAsUnknown() {
        var page = example("health-issues-changed");
        ((ObjectNode) page.at("/value/0"))
                .put("status", "somethingNobodyKnows")
                .put("classification", "catastrophe")
                .put("startDateTime", "0001-01-01T00:00:00Z")
                .put("lastModifiedDateTime", "0001-01-01T00:00:00");
        answers(ISSUES, page);
        assertThat(issues().all(TENANT)).singleElement().satisfies(issue -> {
            assertThat(issue.status()).isEqualTo(ServiceIssue.Status.UNKNOWN);
            assertThat(issue.classification()).isEqualTo(ServiceIssue.Classification.UNKNOWN);
            assertThat(issue.startedAt()).isNull();
            assertThat(issue.modifiedAt()).isNull();
            assertThat(issue.isActive()).isTrue();
        });
    }

    @Test
    void looksUpOneIssue() {
        answers(ISSUES + "/EX900001", example("health-issue"));
        graph.stubFor(get(urlEqualTo(ISSUES + "/EX999999"))
                .willReturn(aResponse()
                        .withStatus(404)
                        .withBody(example("health-issue-unknown").toString())));
        assertThat(issues().one(TENANT, "EX900001")).hasValueSatisfying(issue -> {
            assertThat(issue.status()).isEqualTo(ServiceIssue.Status.INVESTIGATION_SUSPENDED);
            assertThat(issue.isActive()).isTrue();
        });
        assertThat(issues().one(TENANT, "EX999999")).isEmpty();
    }

    @Test
    void readsHowTheServicesStand() {
        var page = (ObjectNode) example("health-overviews");
        page.remove("@odata.nextLink");
        answers("/v1.0/admin/serviceAnnouncement/healthOverviews", page);
        assertThat(issues().statuses(TENANT))
                .extracting(ServiceStatus::words, ServiceStatus::isWorking)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Exchange Online: service degradation", false),
                        org.assertj.core.groups.Tuple.tuple("Identity Service: service restored", true),
                        org.assertj.core.groups.Tuple.tuple("Microsoft 365 suite: service operational", true));
    }

    @Test
    void aRefusalNamesTenantAndCall() {
        graph.stubFor(get(urlEqualTo(ISSUES))
                .willReturn(aResponse()
                        .withStatus(403)
                        .withBody(example("health-issues-forbidden").toString())));
        assertThatThrownBy(() -> issues().all(TENANT))
                .isInstanceOf(MicrosoftRefused.class)
                .hasMessageContaining(TENANT)
                .hasMessageContaining(ISSUES);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void cannotReadWhileMicrosoftIsBusyOrDown(int status) {
        graph.stubFor(get(urlEqualTo(ISSUES))
                .willReturn(aResponse().withStatus(status).withHeader("Retry-After", "60")));
        assertThatThrownBy(() -> issues().all(TENANT)).isInstanceOf(MicrosoftUnavailable.class);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void cannotReadABrokenAnswer(Fault fault) {
        graph.stubFor(get(urlEqualTo(ISSUES)).willReturn(aResponse().withFault(fault)));
        assertThatThrownBy(() -> issues().all(TENANT)).isInstanceOf(MicrosoftUnavailable.class);
    }

    @Test
    void doesNotWaitForASlowAnswer() {
        graph.stubFor(get(urlEqualTo(ISSUES))
                .willReturn(okJson(example("health-issues-changed").toString()).withFixedDelay(2000)));
        assertThatThrownBy(() -> issues("read-timeout=PT0.2S", "attempts=1").all(TENANT))
                .isInstanceOf(MicrosoftUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"value\": null}", ""})
    void anAnswerWithoutAListIsNone(String body) {
        graph.stubFor(get(urlEqualTo(ISSUES)).willReturn(okJson(body)));
        assertThatThrownBy(() -> issues().all(TENANT)).isInstanceOf(ServiceHealthUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>busy</html>", "{\"value\": [", "{\"value\": 5}", "[]"})
    void nonsenseIsNoAnswer(String body) {
        graph.stubFor(get(urlEqualTo(ISSUES)).willReturn(okJson(body)));
        assertThatThrownBy(() -> issues().all(TENANT)).isInstanceOf(MicrosoftUnavailable.class);
    }

    @Test
    void pagesThatLeadInACircleEnd() {
        var page = (ObjectNode) example("health-issues-changed");
        page.put("@odata.nextLink", address() + ISSUES);
        answers(ISSUES, page);
        assertThatThrownBy(() -> issues().all(TENANT))
                .isInstanceOf(ServiceHealthUnavailable.class)
                .hasMessageContaining("does not end");
    }

    private static GraphIssues issues(String... more) {
        return new GraphIssues(Lines.to(address(), more));
    }

    private static JsonNode example(String name) {
        return Contract.examples().example(name).response().deepCopy();
    }

    private static void answers(String url, JsonNode content) {
        graph.stubFor(get(urlEqualTo(url)).willReturn(okJson(content.toString())));
    }

    private static String address() {
        return "http://127.0.0.1:" + graph.getPort();
    }
}
