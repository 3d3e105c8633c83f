package io.casewright.platform.engine;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserTasksTests {

    @RegisterExtension
    static final WireMockExtension ENGINE = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1").http2PlainDisabled(true))
            .build();

    private CamundaClient client;
    private UserTasks tasks;

    @BeforeEach
    void connect() {
        client = CamundaClient.newClientBuilder()
                .restAddress(URI.create(ENGINE.baseUrl()))
                .defaultRequestTimeout(Duration.ofSeconds(5))
                .build();
        tasks = new UserTasks(client, new ObjectMapper());
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Nested
    class WhatAPersonDoes {

        @Test
        void isToldInTheWordsOfTheInterface() {
            ENGINE.stubFor(post(urlEqualTo("/v2/user-tasks/7/assignment"))
                    .withRequestBody(
                            equalToJson("{\"assignee\": \"demo\", \"allowOverride\": true, \"action\": \"assign\"}"))
                    .willReturn(noContent()));
            ENGINE.stubFor(post(urlEqualTo("/v2/user-tasks/8/assignment"))
                    .withRequestBody(
                            equalToJson("{\"assignee\": \"demo\", \"allowOverride\": false, \"action\": \"claim\"}"))
                    .willReturn(noContent()));
            ENGINE.stubFor(delete(urlEqualTo("/v2/user-tasks/7/assignee")).willReturn(noContent()));
            ENGINE.stubFor(patch(urlEqualTo("/v2/user-tasks/7"))
                    .withRequestBody(equalToJson(
                            "{\"action\": \"handOver\", \"changeset\": {\"candidateGroups\": [\"billing\"]}}"))
                    .willReturn(noContent()));
            ENGINE.stubFor(post(urlEqualTo("/v2/user-tasks/7/completion"))
                    .withRequestBody(equalToJson("{\"variables\": {\"cause\": \"ask\"}}"))
                    .willReturn(noContent()));
            tasks.assign(7, "demo");
            tasks.claim(8, "demo");
            tasks.unassign(7);
            tasks.handOver(7, "billing");
            tasks.complete(7, Map.of("cause", "ask"));
            assertThat(ENGINE.findAllUnmatchedRequests()).isEmpty();
        }

        @Test
        void isRefusedWithTheReasonOfTheListenerThatDenied() {
            engineAnswers(problem(
                    409,
                    "Command 'COMPLETE' rejected with code 'INVALID_STATE': Completion of the User Task with key '7' was"
                            + " denied by Task Listener. Reason to deny: 'Please say what you found. It's empty.'"));
            assertThatThrownBy(() -> tasks.complete(7, Map.of()))
                    .isInstanceOf(TaskRefused.class)
                    .hasMessage("Please say what you found. It's empty.");
        }

        @Test
        void isTooLateForATaskThatIsGone() {
            engineAnswers(problem(404, "Command 'COMPLETE' rejected with code 'NOT_FOUND'"));
            assertThatThrownBy(() -> tasks.complete(7, Map.of()))
                    .isInstanceOf(TaskGone.class)
                    .hasMessage("This task does not exist any more.");
        }

        @Test
        void isTooLateForATaskThatAnotherChanges() {
            engineAnswers(problem(
                    409,
                    "Command 'COMPLETE' rejected with code 'INVALID_STATE': Expected to complete user task with key"
                            + " '7', but it is in state 'COMPLETING'"));
            assertThatThrownBy(() -> tasks.complete(7, Map.of()))
                    .isInstanceOf(TaskGone.class)
                    .hasMessage("This task is not open any more, or somebody else is just changing it. Load it again.");
        }

        @ParameterizedTest
        @ValueSource(ints = {500, 503, 504})
        void mayStillBeDoneWhenTheEngineDoesNotAnswerInTime(int status) {
            engineAnswers(problem(status, "Expected to handle the request, but there was no answer in time"));
            assertThatThrownBy(() -> tasks.complete(7, Map.of())).isInstanceOf(TaskUnanswered.class);
        }
    }

    @Test
    void aClaimWaitsUntilTheTaskHasItsOtherDueDate() {
        String address = "/v2/user-tasks/7/assignment";
        ENGINE.stubFor(post(urlEqualTo(address))
                .inScenario("replanned")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(problem(409, "Expected to claim user task with key '7', but it is in state 'UPDATING'"))
                .willSetStateTo("done"));
        ENGINE.stubFor(post(urlEqualTo(address))
                .inScenario("replanned")
                .whenScenarioStateIs("done")
                .willReturn(noContent()));
        tasks.claim(7, "ada");
        ENGINE.verify(2, postRequestedFor(urlEqualTo(address)));
    }

    @Nested
    class WhatIsShown {

        @Test
        void isTheFormThatWasDeployed() {
            ENGINE.stubFor(get(urlEqualTo("/v2/user-tasks/7/form"))
                    .willReturn(okJson("{\"formId\": \"f\", \"formKey\": \"1\", \"version\": 1,"
                            + " \"schema\": \"{\\\"components\\\": []}\"}")));
            assertThat(tasks.form(7)).isEqualTo("{\"components\": []}");
        }

        @Test
        void areTheVariablesWithThoseOfTheTaskBeforeThoseOfItsProcess() {
            ENGINE.stubFor(
                    post(urlPathEqualTo("/v2/user-tasks/7/variables/search")).willReturn(okJson("""
                            {"page": {"totalItems": 3}, "items": [
                              {"name": "severity", "value": "\\"critical\\"", "scopeKey": "9"},
                              {"name": "severity", "value": "\\"low\\"", "scopeKey": "2"},
                              {"name": "amount", "value": "12.5", "scopeKey": "2"}]}""")));
            assertThat(tasks.variables(7)).isEqualTo(Map.of("severity", "critical", "amount", 12.5));
        }

        @Test
        void isNothingWhileTheSearchDoesNotAnswer() {
            engineAnswers(problem(503, "The search is away"));
            assertThat(tasks.variables(7)).isEmpty();
        }
    }

    @Nested
    class Planning {

        private static final Instant DUE = Instant.parse("2030-01-02T10:00:00Z");

        @Test
        void changesTheTaskAndWhatTheProcessKnows() {
            ENGINE.stubFor(patch(urlEqualTo("/v2/user-tasks/9")).willReturn(noContent()));
            ENGINE.stubFor(put(urlEqualTo("/v2/element-instances/2/variables")).willReturn(noContent()));
            tasks.plan(9, DUE, 90);
            tasks.tell(2, Map.of("priority", 90));
            ENGINE.verify(
                    patchRequestedFor(urlEqualTo("/v2/user-tasks/9"))
                            .withRequestBody(
                                    equalToJson(
                                            "{\"action\": \"replan\", \"changeset\": {\"dueDate\": \"2030-01-02T10:00:00Z\", \"priority\": 90}}")));
            ENGINE.verify(putRequestedFor(urlEqualTo("/v2/element-instances/2/variables"))
                    .withRequestBody(equalToJson("{\"variables\": {\"priority\": 90}}", true, true)));
        }

        @Test
        void leavesAloneWhatEndedMeanwhile() {
            engineAnswers(problem(404, "Command rejected with code 'NOT_FOUND'"));
            tasks.plan(9, DUE, 90);
            tasks.tell(2, Map.of());
            ENGINE.verify(patchRequestedFor(urlEqualTo("/v2/user-tasks/9")));
            ENGINE.verify(putRequestedFor(urlEqualTo("/v2/element-instances/2/variables")));
        }

        @ParameterizedTest
        @ValueSource(ints = {409, 503})
        void failsWhenTheEngineDoesNotTakeItSoThatItIsTriedAgain(int status) {
            engineAnswers(problem(status, "Not now"));
            assertThatThrownBy(() -> tasks.plan(9, DUE, 90)).isInstanceOf(ClientException.class);
        }
    }

    private static void engineAnswers(ResponseDefinitionBuilder answer) {
        ENGINE.stubFor(any(anyUrl()).willReturn(answer));
    }

    private static ResponseDefinitionBuilder problem(int status, String detail) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("{\"type\": \"about:blank\", \"title\": \"PROBLEM\", \"status\": %d, \"detail\": \"%s\"}"
                        .formatted(status, detail));
    }
}
