package io.casewright.platform.engine;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.badRequest;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

class UserTasksTests {

    private static final String TASKS = "/v2/user-tasks/search";
    private static final String PROCESSES = "/v2/process-instances/search";

    @RegisterExtension
    static final WireMockExtension ENGINE = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1").http2PlainDisabled(true))
            .build();

    private UserTasks tasks;

    @BeforeEach
    void connect() {
        tasks = new UserTasks(RestClient.builder(), URI.create(ENGINE.baseUrl()));
    }

    @Nested
    class WhoDidIt {

        @ParameterizedTest
        @ValueSource(strings = {"""
                    {"items": [{"key": 7, "state": "CREATED", "assignee": "act"},
                               {"key": 5, "state": "COMPLETED", "assignee": "demo"}]}""", """
                    {"items": [{"userTaskKey": "5", "state": "COMPLETED", "assignee": "demo"},
                               {"userTaskKey": "7", "state": "CREATED", "assignee": "act"}]}"""})
        void isWhoeverHasTheLatestTaskInBothLinesOfTheEngine(String found) {
            engineShows(found);
            assertThat(tasks.assigneeOf(1, "userTask_X")).contains("act");
            assertThatThrownBy(() -> tasks.completerOf(1, "userTask_X")).isInstanceOf(NotSeenYet.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"{\"items\": []}", "{\"items\": [{\"key\": 7, \"state\": \"CREATED\"}]}"})
        void isNotSeenYetWhileTheSearchShowsNobody(String found) {
            engineShows(found);
            assertThatThrownBy(() -> tasks.assigneeOf(1, "userTask_X")).isInstanceOf(NotSeenYet.class);
        }

        @Test
        void isNobodyWhenTheTaskWasDoneWithoutBeingAssigned() {
            engineShows("{\"items\": [{\"key\": 7, \"state\": \"COMPLETED\", \"assignee\": null}]}");
            assertThat(tasks.assigneeOf(1, "userTask_X")).isEmpty();
            assertThat(tasks.completerOf(1, "userTask_X")).isEmpty();
        }

        @Test
        void isLeftOpenWhenTheEngineDoesNotAnswerUnlessARuleHangsOnIt() {
            ENGINE.stubFor(any(anyUrl()).willReturn(serverError()));
            assertThat(tasks.assigneeOf(1, "userTask_X")).isEmpty();
            assertThatThrownBy(() -> tasks.completerOf(1, "userTask_X")).isInstanceOf(RestClientException.class);
        }

        private void engineShows(String found) {
            ENGINE.stubFor(post(urlEqualTo(TASKS))
                    .withRequestBody(
                            equalToJson("{\"filter\": {\"processInstanceKey\": 1, \"elementId\": \"userTask_X\"}}"))
                    .willReturn(okJson(found)));
        }
    }

    @Nested
    class Replanning {

        private static final Instant DUE = Instant.parse("2030-01-02T10:00:00Z");

        @BeforeEach
        void engineShowsOneOpenTaskOfACalledProcess() {
            ENGINE.stubFor(post(urlEqualTo(TASKS)).willReturn(okJson("{\"items\": []}")));
            ENGINE.stubFor(post(urlEqualTo(TASKS))
                    .withRequestBody(equalToJson("{\"filter\": {\"processInstanceKey\": 2, \"state\": \"CREATED\"}}"))
                    .willReturn(okJson("{\"items\": [{\"key\": 9, \"state\": \"CREATED\"}]}")));
            ENGINE.stubFor(post(urlEqualTo(PROCESSES)).willReturn(okJson("{\"items\": [{\"key\": 2}]}")));
            ENGINE.stubFor(put(urlEqualTo("/v2/element-instances/2/variables")).willReturn(noContent()));
            ENGINE.stubFor(patch(urlEqualTo("/v2/user-tasks/9")).willReturn(noContent()));
        }

        @Test
        void reachesTheTasksAndVariablesOfCalledProcesses() {
            tasks.replan(1, DUE, 90, Map.of("priority", 90));
            ENGINE.verify(
                    patchRequestedFor(urlEqualTo("/v2/user-tasks/9"))
                            .withRequestBody(
                                    equalToJson(
                                            "{\"action\": \"replan\", \"changeset\": {\"dueDate\": \"2030-01-02T10:00:00Z\", \"priority\": 90}}")));
            ENGINE.verify(putRequestedFor(urlEqualTo("/v2/element-instances/2/variables"))
                    .withRequestBody(equalToJson("{\"variables\": {\"priority\": 90}}")));
        }

        @Test
        void asksInTheWordsOfTheNewerLineWhenTheOlderOnesAreRefused() {
            ENGINE.stubFor(post(urlEqualTo(PROCESSES))
                    .withRequestBody(matchingJsonPath("$.filter.running"))
                    .willReturn(badRequest()));
            ENGINE.stubFor(post(urlEqualTo(PROCESSES))
                    .withRequestBody(
                            equalToJson("{\"filter\": {\"parentProcessInstanceKey\": 1, \"state\": \"ACTIVE\"}}"))
                    .willReturn(okJson("{\"items\": [{\"processInstanceKey\": \"2\"}]}")));
            tasks.replan(1, DUE, 90, Map.of());
            ENGINE.verify(patchRequestedFor(urlEqualTo("/v2/user-tasks/9")));
        }

        @ParameterizedTest
        @ValueSource(ints = {404, 409})
        void leavesAloneWhatEndedMeanwhile(int answer) {
            ENGINE.stubFor(patch(urlEqualTo("/v2/user-tasks/9")).willReturn(status(answer)));
            tasks.replan(1, DUE, 90, Map.of());
            ENGINE.verify(patchRequestedFor(urlEqualTo("/v2/user-tasks/9")));
        }

        @Test
        void failsWhenTheEngineDoesNotAnswerSoThatItIsTriedAgain() {
            ENGINE.stubFor(post(urlEqualTo(PROCESSES)).willReturn(aResponse().withStatus(503)));
            assertThatThrownBy(() -> tasks.replan(1, DUE, 90, Map.of())).isInstanceOf(RestClientException.class);
        }
    }
}
