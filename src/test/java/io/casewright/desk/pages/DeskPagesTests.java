package io.casewright.desk.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.casefile.application.FindCases;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.localstack.identity.DemoPerson;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.DeskTest;
import io.casewright.testkit.LoggedIn;
import io.casewright.testkit.TaskDesk;
import io.casewright.testkit.TaskDesk.Waiting;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@DeskTest
class DeskPagesTests {

    private final String own = UUID.randomUUID().toString().substring(0, 8);
    private final RequestPostProcessor ada = somebody("ada-" + own, "Ada " + own);
    private final RequestPostProcessor bob = somebody("bob-" + own, "Bob " + own);

    @Autowired
    MockMvcTester http;

    @Autowired
    CaseDesk cases;

    @Autowired
    TaskDesk tasks;

    @Autowired
    FindCases findCases;

    @Autowired
    JdbcClient database;

    @Autowired
    ObjectMapper json;

    @AfterEach
    void theEngineIsBack() {
        tasks.isAway(false);
        tasks.isBeingMade(false);
    }

    @Nested
    class TheLists {

        @Test
        void sayWhoseAndWhatInWords() {
            var number = cases.diagnosing();
            tasks.open(Waiting.diagnosisOf(number).of("ada-" + own));
            var row = page("/desk?list=mine", ada).select("#rows tbody tr");
            assertThat(row.text())
                    .contains(number.value(), "Contoso", "Mail to one partner bounces", "Diagnose case", "Critical")
                    .contains("Technical", "Ada " + own + " (you)", "not answered");
            assertThat(row.select("time.due").attr("datetime")).endsWith("Z");
            assertThat(row.text()).doesNotContain("userTask_", "CRITICAL", "technical", "T0");
        }

        @Test
        void rememberForEachPersonWhatWasLookedAtLast() {
            page("/desk?list=all&q=" + own + "&severity=critical", ada);
            assertThat(get("/desk", ada)).hasRedirectedUrl("/desk?list=all&severity=critical&q=" + own);
            assertThat(get("/desk", bob)).hasRedirectedUrl("/desk?list=queues");
        }

        @Test
        void areWhereOneStarts() {
            assertThat(get("/", ada)).hasRedirectedUrl("/desk");
        }

        @Test
        void linkASearchThatFindsNothingHereToAllCases() {
            var page = page("/desk?list=mine&q=" + own, ada);
            assertThat(page.select(".count").text()).contains("Nothing here that fits.");
            assertThat(page.select("#everywhere").attr("href")).isEqualTo("/desk?list=all&q=" + own);
        }

        @ParameterizedTest
        @CsvSource({
            "list=nothing, list",
            "list=all&sort=nothing, sort",
            "list=all&severity=nothing, severity",
            "list=all&page=0, page",
            "list=all&page=x, page"
        })
        void nameTheParameterThatIsWrong(String query, String parameter) {
            var answer = get("/desk?" + query, ada);
            assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
            assertThat(read(answer).select("main").text()).contains("The parameter " + parameter);
        }

        @Test
        void keepTextFromOutsideText() {
            String text = "<script>alert(1)</script> ${7*7} [[${7*7}]] \" onclick=\"x\" " + own;
            var number = cases.diagnosing(ARequest.about("<b>Outlook", text, text));
            long id = tasks.open(Waiting.diagnosisOf(number));
            for (String address : List.of("/desk?list=all&q=" + own, "/desk/tasks/" + id)) {
                var page = page(address, ada);
                assertThat(page.select("bdi").eachText()).contains(text);
                assertThat(page.select("script:not([src]), [onclick], main b, [style]"))
                        .isEmpty();
            }
        }

        @Test
        void letWhoOnlyLooksLook() {
            var page = page("/desk?list=all", LoggedIn.as(DemoPerson.AUDITOR));
            assertThat(page.select("input[type=checkbox], .several")).isEmpty();
        }
    }

    @Nested
    class SeveralTasks {

        @Test
        void areClaimedAndWhatWasNotIsSaid() {
            long free = tasks.open(Waiting.diagnosisOf(cases.diagnosing()));
            var taken = cases.diagnosing();
            page("/desk?list=mine", bob);
            long bobs = tasks.open(Waiting.diagnosisOf(taken).of("bob-" + own));
            var answer = several("claim", free, bobs);
            assertThat(answer.select("p").text()).isEqualTo("1 of 2 tasks are claimed.");
            assertThat(answer.select("li").text())
                    .isEqualTo(taken + ", Diagnose case: Bob " + own
                            + " has this task. Ask for it to be handed back, or assign it to yourself.");
            assertThat(tasks.rowOf(free)).containsEntry("assignee", "ada-" + own);
        }

        @Test
        void areHandedToAnotherQueueAndToNobody() {
            long id = tasks.open(Waiting.diagnosisOf(cases.diagnosing()).of("ada-" + own));
            var answer = read(
                    post("/desk/tasks", ada, Map.of("task", "" + id, "action", "queue", "queue", "billing"), true));
            assertThat(answer.body().text()).isEqualTo("1 task is handed over.");
            assertThat(tasks.rowOf(id)).containsEntry("queue", "billing").containsEntry("assignee", null);
        }

        @Test
        void leadBackToTheListWithoutAScript() {
            long id = tasks.open(Waiting.diagnosisOf(cases.diagnosing()));
            assertThat(post(
                            "/desk/tasks",
                            ada,
                            Map.of("task", "" + id, "action", "claim", "from", "list=all&page=2"),
                            false))
                    .hasRedirectedUrl("/desk?list=all&page=2");
            assertThat(post("/desk/tasks", ada, Map.of("action", "claim", "from", "//evil.example"), false))
                    .hasRedirectedUrl("/desk?list=mine");
        }

        private Document several(String action, long... ids) {
            return read(http.post()
                    .uri("/desk/tasks")
                    .with(ada)
                    .with(csrf())
                    .header("Desk-Part", "summary")
                    .param("action", action)
                    .param(
                            "task",
                            java.util.Arrays.stream(ids)
                                    .mapToObj(Long::toString)
                                    .toArray(String[]::new))
                    .exchange());
        }
    }

    @Nested
    class OneTask {

        private final CaseNumber number = cases.waitingForCustomer();
        private final long id = tasks.open(Waiting.diagnosisOf(number));

        @Test
        void showsWhatTheAgentMustKnow() {
            var other = cases.received();
            var page = page("/desk/tasks/" + id, ada);
            assertThat(page.select("h1").text()).isEqualTo("Diagnose case: Mail to one partner bounces");
            assertThat(page.select(".facts").text())
                    .contains(
                            "Contoso",
                            "Enterprise, support is included",
                            "every day, all day",
                            "Ida Toivonen",
                            "English")
                    .contains("+49 30 5550101", "Exchange Online", "Technical", "Affected users");
            assertThat(page.select("a[href^=tel:]").attr("href")).isEqualTo("tel:+49305550101");
            assertThat(page.text()).contains("every mail to our tax adviser", "Which users?", "To the customer");
            assertThat(page.select("section[aria-labelledby=others-title]").text())
                    .contains(other.value());
            assertThat(page.select("a[href=/cases/" + number + "]")).isNotEmpty();
        }

        @Test
        void isLinkedFromItsCase() {
            var page = page("/cases/" + number, ada);
            var link = page.select(".open-tasks a");
            assertThat(link.attr("href")).isEqualTo("/desk/tasks/" + id);
            assertThat(page.select(".open-tasks").text()).contains("Diagnose case", "Technical", "nobody has it");
        }

        @Test
        void canBeTakenHandedBackAssignedAndHandedOver() {
            page("/desk?list=mine", bob);
            act("claim", Map.of());
            assertThat(tasks.rowOf(id)).containsEntry("assignee", "ada-" + own);
            act("hand-back", Map.of());
            assertThat(tasks.rowOf(id)).containsEntry("assignee", null);
            act("assign", Map.of("login", "bob-" + own));
            assertThat(tasks.rowOf(id)).containsEntry("assignee", "bob-" + own);
            act("queue", Map.of("queue", "first-line"));
            assertThat(tasks.rowOf(id)).containsEntry("queue", "first-line").containsEntry("assignee", null);
        }

        @Test
        void saysWhyItCannotBeTaken() {
            page("/desk?list=mine", bob);
            tasks.open(Waiting.diagnosisOf(number));
            post("/desk/tasks/" + id, bob, Map.of("action", "claim"), false);
            assertThat(problemOf(post("/desk/tasks/" + id, ada, Map.of("action", "claim"), false)))
                    .startsWith("Bob " + own + " has this task.");
            assertThat(problemOf(post("/desk/tasks/" + id, ada, Map.of("action", "assign", "login", "nobody"), false)))
                    .contains("Nobody who has been at the Desk has the login nobody.");
            assertThat(problemOf(post("/desk/tasks/" + id, ada, Map.of("action", "queue", "queue", "x"), false)))
                    .isEqualTo("There is no queue x. Choose one from the list.");
            assertThat(problemOf(post(
                            "/desk/tasks/" + id, LoggedIn.as(DemoPerson.AUDITOR), Map.of("action", "claim"), false)))
                    .startsWith("Your login lets you look, not act.");
            long foreign = tasks.open(Waiting.diagnosisOf(number).in("duty-manager"));
            assertThat(problemOf(post("/desk/tasks/" + foreign, ada, Map.of("action", "claim"), false)))
                    .contains("in the queue Duty manager, which is not one of yours");
        }

        @Test
        void isAFriendlyPageWhenThereIsNone() {
            var answer = get("/desk/tasks/999999999", ada);
            assertThat(answer).hasStatus(HttpStatus.NOT_FOUND).hasContentTypeCompatibleWith(MediaType.TEXT_HTML);
            assertThat(read(answer).select("main").text()).contains("There is no task 999999999");
            assertThat(get("/desk/tasks/x", ada)).hasStatus(HttpStatus.BAD_REQUEST);
        }

        @Test
        void ofNoSingleCaseIsShownToo() {
            long major = tasks.open(new Waiting(
                    "major-case",
                    "userTask_ConfirmMajorCase",
                    null,
                    "MC-000001",
                    "technical",
                    null,
                    95,
                    null,
                    Map.of()));
            var page = page("/desk/tasks/" + major, ada);
            assertThat(page.select("h1").text()).isNotBlank();
            assertThat(page.text()).contains("MC-000001");
        }

        private void act(String action, Map<String, String> more) {
            var parameters = new java.util.HashMap<>(more);
            parameters.put("action", action);
            assertThat(problemOf(post("/desk/tasks/" + id, ada, parameters, false)))
                    .isNull();
        }

        private static String problemOf(MvcTestResult answer) {
            assertThat(answer).hasStatus(HttpStatus.FOUND);
            return (String) answer.getMvcResult().getFlashMap().get("problem");
        }
    }

    @Nested
    class TheForm {

        private final CaseNumber number = cases.diagnosing();
        private final long id = tasks.open(
                Waiting.diagnosisOf(number).showing(Map.of("caseNumber", number.value(), "product", "Outlook")));

        @Test
        void showsWhatTheTaskHadAndWhatHasChangedSince() {
            tasks.variables(id, Map.of("product", "Exchange Online"));
            var form = form();
            assertThat(form.at("/schema/components").size()).isPositive();
            assertThat(form.at("/data/caseNumber").asText()).isEqualTo(number.value());
            assertThat(form.at("/data/product").asText()).isEqualTo("Exchange Online");
            assertThat(form.has("draft")).isFalse();
        }

        @Test
        void isSentAndLeadsToTheNextTaskOfTheList() {
            long next = tasks.open(Waiting.diagnosisOf(cases.diagnosing()).of("ada-" + own));
            tasks.open(Waiting.diagnosisOf(number));
            var answer = send(Map.of("findings", "It loops"), ada);
            assertThat(answer).hasStatusOk();
            assertThat(content(answer).get("next").asText()).isEqualTo("/desk/tasks/" + next + "?from=list%3Dmine");
            assertThat(tasks.answersTo(id)).isEqualTo(Map.of("findings", "It loops"));
            assertThat(tasks.rowOf(id)).containsEntry("completed_by", "ada-" + own);
        }

        @Test
        void saysAtOnceWhyItIsRefusedAndKeepsTheDraft() {
            keep(Map.of("findings", "It loops"), form(), ada);
            tasks.refuse(id, "Findings are needed.");
            var answer = send(Map.of("findings", "x"), ada);
            assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            assertThat(content(answer).get("reason").asText()).isEqualTo("Findings are needed.");
            assertThat(form().at("/draft/answers/findings").asText()).isEqualTo("It loops");
            tasks.refuse(id, null);
            assertThat(send(Map.of("findings", "x"), ada)).hasStatusOk();
        }

        @Test
        void ofATaskThatEndedMeanwhileSaysWhoDidItAndShowsWhatWasTyped() {
            keep(Map.of("findingsText", "It loops"), form(), ada);
            page("/desk?list=mine", bob);
            tasks.end(id, "COMPLETED", "bob-" + own);
            var answer = send(Map.of("findings", "x"), ada);
            assertThat(answer).hasStatus(HttpStatus.GONE);
            assertThat(content(answer).get("reason").asText())
                    .isEqualTo("This task is done already: Bob " + own
                            + " completed it. What you typed is kept as your draft.");
            var page = page("/desk/tasks/" + id, ada);
            assertThat(page.select("#end").text()).contains("Bob " + own + " completed it");
            assertThat(page.select("section.form dl").text()).isEqualTo("Findings text It loops");
            assertThat(page.select("script[src*=form-js]")).isEmpty();
        }

        @Test
        void ofATaskThatSomebodyElseHasSaysWho() {
            page("/desk?list=mine", bob);
            post("/desk/tasks/" + id, bob, Map.of("action", "claim"), false);
            var answer = send(Map.of("findings", "x"), ada);
            assertThat(answer).hasStatus(HttpStatus.CONFLICT);
            assertThat(content(answer).get("reason").asText()).startsWith("Bob " + own + " has this task.");
        }

        @Test
        void saysWhenTheEngineIsAway() {
            tasks.isAway(true);
            assertThat(send(Map.of(), ada)).hasStatus(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(call(HttpMethod.GET, "/form", null, ada)).hasStatus(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(page("/desk/tasks/" + id, ada).select(".facts").text()).contains("Contoso");
        }

        @Test
        void ofATaskThatTheEngineIsStillMakingIsForLater() {
            tasks.isBeingMade(true);
            var answer = send(Map.of(), ada);
            assertThat(answer).hasStatus(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(content(answer).get("reason").asText())
                    .isEqualTo("The engine has not finished making this task. Try again in a moment."
                            + " What you typed is kept as your draft.");
            assertThat(call(HttpMethod.GET, "/form", null, ada)).hasStatus(HttpStatus.SERVICE_UNAVAILABLE);
        }

        @Test
        void keepsADraftForEachPerson() {
            keep(Map.of("findings", "It loops"), form(), ada);
            assertThat(form().at("/draft/answers/findings").asText()).isEqualTo("It loops");
            assertThat(form().at("/draft/stale").isMissingNode()).isTrue();
            assertThat(content(call(HttpMethod.GET, "/form", null, bob)).has("draft"))
                    .isFalse();
            assertThat(call(HttpMethod.DELETE, "/draft", null, ada)).hasStatus(HttpStatus.NO_CONTENT);
            assertThat(form().has("draft")).isFalse();
        }

        @Test
        void saysWhatMakesADraftStale() {
            keep(Map.of("findings", "It loops"), form(), ada);
            tasks.variables(id, Map.of("product", "Teams"));
            assertThat(form().at("/draft/stale").asText()).isEqualTo("What the form shows has changed since.");
            tasks.variables(id, Map.of("priority", 12));
            assertThat(form().at("/draft/stale").isMissingNode()).isTrue();
            database.sql("UPDATE desk_draft SET form = 'another' WHERE task_id = ?")
                    .param(id)
                    .update();
            assertThat(form().at("/draft/stale").asText()).isEqualTo("The form has been changed since.");
        }

        @Test
        void tellsWhoElseHasItOpenUntilTheyLeave() {
            page("/desk?list=mine", ada);
            page("/desk?list=mine", bob);
            assertThat(others(ada)).isEmpty();
            assertThat(others(bob)).containsExactly("Ada " + own);
            assertThat(others(ada)).containsExactly("Bob " + own);
            call(HttpMethod.DELETE, "/presence", null, bob);
            assertThat(others(ada)).isEmpty();
            others(bob);
            database.sql("UPDATE desk_presence SET seen_at = seen_at - INTERVAL 26 SECOND WHERE login = ?")
                    .param("bob-" + own)
                    .update();
            assertThat(others(ada)).isEmpty();
        }

        @Test
        void takesNothingWithoutItsToken() {
            assertThat(http.post()
                            .uri("/desk/tasks/" + id + "/completion")
                            .with(ada)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"answers\": {}}")
                            .exchange())
                    .hasStatus(HttpStatus.FORBIDDEN);
            assertThat(tasks.answersTo(id)).isNull();
        }

        private List<String> others(RequestPostProcessor person) {
            return json.convertValue(
                    content(call(HttpMethod.POST, "/presence", null, person)).get("others"), new TypeReference<>() {});
        }

        private JsonNode form() {
            return content(call(HttpMethod.GET, "/form", null, ada));
        }

        private void keep(Map<String, Object> answers, JsonNode form, RequestPostProcessor person) {
            assertThat(call(
                            HttpMethod.PUT,
                            "/draft",
                            Map.of(
                                    "answers",
                                    answers,
                                    "form",
                                    form.get("form").asText(),
                                    "shown",
                                    form.get("shown").asText()),
                            person))
                    .hasStatusOk();
        }

        private MvcTestResult send(Map<String, Object> answers, RequestPostProcessor person) {
            return call(HttpMethod.POST, "/completion", Map.of("answers", answers, "from", "list=mine"), person);
        }

        private MvcTestResult call(HttpMethod method, String part, Object body, RequestPostProcessor person) {
            try {
                var request = http.method(method)
                        .uri("/desk/tasks/" + id + part)
                        .with(person)
                        .with(csrf());
                return body == null
                        ? request.exchange()
                        : request.contentType(MediaType.APPLICATION_JSON)
                                .content(json.writeValueAsString(body))
                                .exchange();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Nested
    class ACall {

        @Test
        void becomesACaseAtOnceAndSaysItsNumber() {
            var page = page("/desk/calls/new", ada);
            var answer = post("/desk/calls", ada, call(page.select("[name=key]").attr("value")), false);
            String address = answer.getResponse().getRedirectedUrl();
            assertThat(address).matches("/desk/calls/CW-\\d{4}-\\d{6}");
            var number = new CaseNumber(address.substring(address.lastIndexOf('/') + 1));
            assertThat(findCases.byNumber(number).orElseThrow().request().subject())
                    .isEqualTo("Printer " + own);
            var said = http.get()
                    .uri(address)
                    .with(ada)
                    .flashAttr("taken", number.value())
                    .exchange();
            assertThat(read(said).select("h1").text()).isEqualTo("The call is case " + number);
            assertThat(get(address, ada)).hasRedirectedUrl("/cases/" + number);
        }

        @Test
        void sentTwiceIsOneCase() {
            var call = call(UUID.randomUUID().toString());
            assertThat(post("/desk/calls", ada, call, false).getResponse().getRedirectedUrl())
                    .isEqualTo(
                            post("/desk/calls", ada, call, false).getResponse().getRedirectedUrl());
        }

        @ParameterizedTest
        @CsvSource({
            "customer, nobody.example, customer-fault, Customer is not the tenant id or domain",
            "contactEmail, nobody@contoso.example, contactEmail-fault, E-mail address of the caller is not a known contact",
            "contactEmail, x, contactEmail-fault, must be an e-mail address",
            "subject, '', subject-fault, Subject is required.",
            "description, '', description-fault, What the caller says is required.",
            "affectedUsers, many, affectedUsers-fault, must be a whole number"
        })
        void saysAtTheFieldWhatIsWrongAndKeepsTheRest(String field, String value, String fault, String said) {
            var call = call(UUID.randomUUID().toString());
            call.put(field, value);
            var answer = post("/desk/calls", ada, call, false);
            assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            var page = read(answer);
            assertThat(page.getElementById(fault).text()).contains(said);
            assertThat(page.select("[name=" + field + "]").attr("aria-describedby"))
                    .isEqualTo(fault);
            assertThat(page.select("[name=contactName]").attr("value")).isEqualTo("Ida Toivonen");
        }

        @Test
        void findsTheCallerByWhatIsSaid() {
            for (String said : List.of("conto ida", "it@contoso", "5550101", "TOIVONEN")) {
                var found = content(get("/desk/contacts?q=" + said.replace(" ", "%20"), ada));
                assertThat(found.findValuesAsText("email")).as(said).contains("it@contoso.example");
            }
            assertThat(content(get("/desk/contacts?q=%25", ada)).size()).isZero();
            assertThat(content(get("/desk/contacts?q=", ada)).size()).isZero();
        }

        private Map<String, String> call(String key) {
            return new java.util.HashMap<>(Map.of(
                    "key", key,
                    "customer", "contoso.example",
                    "contactName", "Ida Toivonen",
                    "contactEmail", "it@contoso.example",
                    "subject", "Printer " + own,
                    "description", "It is silent.",
                    "severity", "moderate",
                    "affectedUsers", "3"));
        }
    }

    @Nested
    class Protection {

        @ParameterizedTest
        @ValueSource(strings = {"/desk?list=all", "/desk/calls/new", "/desk/task.js"})
        void letsAPageUseNothingButThisApplication(String address) {
            assertThat(get(address, ada).getResponse().getHeader("Content-Security-Policy"))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'");
        }

        @Test
        void servesWhatThePagesNeed() {
            long id = tasks.open(Waiting.diagnosisOf(cases.diagnosing()));
            for (String address : List.of("/desk?list=all", "/desk/tasks/" + id, "/desk/calls/new")) {
                var page = page(address, ada);
                page.select("script[src]")
                        .eachAttr("src")
                        .forEach(file -> assertThat(get(file, ada)).hasStatusOk());
                page.select("link[href]")
                        .eachAttr("href")
                        .forEach(file -> assertThat(get(file, ada)).hasStatusOk());
            }
        }
    }

    private static RequestPostProcessor somebody(String login, String name) {
        return LoggedIn.withClaims(Map.of(
                "preferred_username",
                login,
                "name",
                name,
                "roles",
                List.of("agent"),
                "queues",
                List.of("technical", "billing", "first-line")));
    }

    private MvcTestResult post(
            String address, RequestPostProcessor person, Map<String, String> parameters, boolean asPart) {
        var request = http.post().uri(address).with(person).with(csrf());
        parameters.forEach(request::param);
        if (asPart) {
            request.header("Desk-Part", "summary");
        }
        return request.exchange();
    }

    private Document page(String address, RequestPostProcessor person) {
        var answer = get(address, person);
        assertThat(answer).hasStatusOk();
        return read(answer);
    }

    private static Document read(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode content(MvcTestResult answer) {
        try {
            return json.readTree(answer.getResponse().getContentAsByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private MvcTestResult get(String address, RequestPostProcessor person) {
        return http.get().uri(URI.create(address)).with(person).exchange();
    }
}
