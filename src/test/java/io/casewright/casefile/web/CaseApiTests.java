package io.casewright.casefile.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.RecordingEngine;
import io.casewright.testkit.RecordingEngine.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CasewrightTest
class CaseApiTests {

    private static final String BASIC_DEMO = "Basic ZGVtbzpkZW1v";
    private static final String REQUEST = """
            {"customer": "contoso.example",
             "contact": {"name": "Ida Toivonen", "email": "it@contoso.example"},
             "subject": "Mail to one partner bounces",
             "description": "Every mail to our tax adviser comes back.",
             "severity": "critical"}""";

    @Autowired
    MockMvcTester http;

    @Autowired
    CaseDesk desk;

    @Autowired
    RecordingEngine engine;

    @Autowired
    JdbcClient database;

    @Nested
    class Opening {

        @Test
        void answersWithTheNewCaseAndItsPlace() {
            var answer = post(newKey(), REQUEST);
            assertThat(answer).hasStatus(HttpStatus.CREATED);
            String number = numberIn(answer);
            assertThat(number).matches("CW-\\d{4}-\\d{6}");
            assertThat(answer).headers().hasValue(HttpHeaders.LOCATION, "/api/v1/cases/" + number);
            assertThat(answer).bodyJson().extractingPath("$.status").isEqualTo("RECEIVED");
            assertThat(get("/" + number)).hasStatusOk().bodyJson().isEqualTo(bodyOf(answer));
        }

        @Test
        void tellsTheEngineOnceAfterTheCommit() {
            String number = numberIn(post(newKey(), REQUEST));
            awaitTold(new Told("casefile.requestReceived", number));
        }

        @Test
        void tellsTheEngineAgainUntilItListens() {
            engine.failNext(1);
            String number = numberIn(post(newKey(), REQUEST));
            awaitTold(new Told("casefile.requestReceived", number));
            Awaitility.await()
                    .untilAsserted(() -> assertThat(
                                    database.sql("SELECT COUNT(*) FROM scheduled_tasks WHERE task_instance LIKE ?")
                                            .param("%" + number)
                                            .query(Integer.class)
                                            .single())
                            .isZero());
        }

        @Test
        void theSameKeyAndBodyIsTheSameCase() {
            String key = newKey();
            var first = post(key, REQUEST);
            var second = post(key, REQUEST);
            assertThat(second).hasStatusOk();
            assertThat(numberIn(second)).isEqualTo(numberIn(first));
        }

        @Test
        void theSameKeyWithAnotherBodyIsRefused() {
            String key = newKey();
            String number = numberIn(post(key, REQUEST));
            var second = post(key, REQUEST.replace("tax adviser", "auditor"));
            assertThat(second).hasStatus(HttpStatus.CONFLICT);
            assertThat(second).bodyJson().extractingPath("$.detail").asString().contains(number);
        }

        @Test
        void manyOfTheSameAtOnceAreOneCase() throws Exception {
            String key = newKey();
            Callable<String> repetition = () -> numberIn(post(key, REQUEST));
            try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
                var numbers = executor.invokeAll(
                        IntStream.range(0, 8).mapToObj(i -> repetition).toList());
                assertThat(numbers)
                        .extracting(future -> future.get())
                        .containsOnly(numbers.getFirst().get());
            }
        }

        @Test
        void keepsMarkupAndTemplatesAsText() {
            String text = "<script>alert(1)</script> ${7*7} {{x}} [a](javascript:b)";
            var answer = post(newKey(), REQUEST.replace("Mail to one partner bounces", text));
            assertThat(answer).hasStatus(HttpStatus.CREATED);
            assertThat(answer).bodyJson().extractingPath("$.subject").isEqualTo(text);
        }

        @Test
        void findsTheCustomerByTenantIdAndWhateverTheCase() {
            assertThat(post(newKey(), REQUEST.replace("contoso.example\",", "0B7C2F3E-5A41-4D0E-9C55-1F6A3D2B8E01\",")))
                    .hasStatus(HttpStatus.CREATED);
            assertThat(post(newKey(), REQUEST.replace("it@contoso", "IT@Contoso")))
                    .hasStatus(HttpStatus.CREATED);
        }
    }

    @Nested
    class BadInput {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                        "contoso.example"                  | "nobody.example"    | 422 | customer
                        "it@contoso.example"               | "x@contoso.example" | 422 | contact.email
                        "it@contoso.example"               | "it@fabrikam.example" | 422 | contact.email
                        "contoso.example"                  | "cöntoso.example"   | 422 | customer
                        "contoso.example"                  | "ｃontoso.example"  | 422 | customer
                        "contoso.example"                  | "contoso.example\\u200b" | 422 | customer
                        "it@contoso.example"               | "it@cöntoso.example" | 422 | contact.email
                        "it@contoso.example"               | "ít@contoso.example" | 422 | contact.email
                        "it@contoso.example"               | "ｉｔ@contoso.example" | 422 | contact.email
                        "Mail to one partner bounces"      | "\\u200b"          | 400 | subject
                        "Mail to one partner bounces"      | "\\u3164"          | 400 | subject
                        "Ida Toivonen"                     | "\\u2060"          | 400 | contact.name
                        "it@contoso.example"               | "no address"        | 400 | contact.email
                        "Ida Toivonen"                     | " "                 | 400 | contact.name
                        "Mail to one partner bounces"      | ""                  | 400 | subject
                        "Mail to one partner bounces"      | null                | 400 | subject
                        "Mail to one partner bounces"      | "a\\u0000b"         | 400 | subject
                        "Mail to one partner bounces"      | ["a"]               | 400 | subject
                        "critical"                         | "A"                 | 400 | severity
                        "critical"                         | 3                   | 400 | severity
                        "critical"                         | 0                   | 400 | severity
                        "critical"                         | "critical","affectedUsers":"7" | 400 | affectedUsers
                        "Mail to one partner bounces"      | true                | 400 | subject
                        "Mail to one partner bounces"      | 7                   | 400 | subject
                        "critical"                         | "critical","severity":"minimal" | 400 | body
                        "critical"                         | "critical","priority":1 | 400 | priority
                        "critical"                         | "critical","affectedUsers":-1 | 400 | affectedUsers
                        "critical"                         | "critical","affectedUsers":"many" | 400 | affectedUsers
                        "critical"                         | "critical","affectedUsers":1.5 | 400 | affectedUsers
                        "critical"                         | "critical","locale":"en_US" | 400 | locale
                        "critical"                         | "critical","category":"refund" | 400 | category
                        "critical"                         | "critical               | 400 | body
                        """)
        void namesTheFieldAndStoresNothing(String right, String wrong, int status, String field) {
            long before = caseCount();
            var answer = post(newKey(), REQUEST.replace(right, wrong));
            assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
            assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
            assertThat(answer).bodyJson().extractingPath("$.detail").asString().isNotBlank();
            assertThat(bodyOf(answer)).doesNotContain("io.casewright", "Exception");
            assertThat(caseCount()).isEqualTo(before);
        }

        @ParameterizedTest
        @CsvSource({"subject, 200", "description, 8000", "product, 120", "region, 80", "externalReference, 120"})
        void allowsTheLastCharacterAndNotOneMore(String field, int most) {
            String withField = field.equals("subject") || field.equals("description")
                    ? REQUEST.replaceAll("\"" + field + "\": \"[^\"]*\"", "\"" + field + "\": \"%s\"")
                    : REQUEST.replace("\"critical\"", "\"critical\", \"" + field + "\": \"%s\"");
            assertThat(post(newKey(), withField.formatted("é".repeat(most)))).hasStatus(HttpStatus.CREATED);
            var answer = post(newKey(), withField.formatted("é".repeat(most + 1)));
            assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
            assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
            assertThat(answer)
                    .bodyJson()
                    .extractingPath("$.errors[0].message")
                    .asString()
                    .contains("" + most);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "*/*",
                    "application/*",
                    "multipart/form-data",
                    "text/plain",
                    "nonsense",
                    "application/json;charset=no"
                })
        void anotherContentTypeIsRefusedAndStoresNothing(String type) {
            long before = caseCount();
            var answer = http.post()
                    .uri("/api/v1/cases")
                    .header(HttpHeaders.AUTHORIZATION, BASIC_DEMO)
                    .header("Idempotency-Key", newKey())
                    .header(HttpHeaders.CONTENT_TYPE, type)
                    .content(REQUEST)
                    .exchange();
            assertThat(answer).hasStatus4xxClientError().hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
            assertThat(caseCount()).isEqualTo(before);
        }

        @Test
        void whoCannotReadTheAnswerStoresNothing() {
            long before = caseCount();
            var answer = http.post()
                    .uri("/api/v1/cases")
                    .header(HttpHeaders.AUTHORIZATION, BASIC_DEMO)
                    .header("Idempotency-Key", newKey())
                    .header(HttpHeaders.ACCEPT, "image/png")
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(REQUEST)
                    .exchange();
            assertThat(answer).hasStatus(HttpStatus.NOT_ACCEPTABLE);
            assertThat(caseCount()).isEqualTo(before);
        }

        @ParameterizedTest
        @CsvSource({"page=107374183", "page=2147483647&size=200", "page=-1", "page=501&size=200"})
        void aPageFarAwayIsRefused(String query) {
            var answer = http.get()
                    .uri("/api/v1/cases?" + query)
                    .header(HttpHeaders.AUTHORIZATION, BASIC_DEMO)
                    .exchange();
            assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
            assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo("page");
        }

        @Test
        void aMissingKeyIsNamed() {
            var answer = http.post()
                    .uri("/api/v1/cases")
                    .header(HttpHeaders.AUTHORIZATION, BASIC_DEMO)
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(REQUEST)
                    .exchange();
            assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
            assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo("Idempotency-Key");
        }

        @Test
        void anotherContentTypeIsRefused() {
            var answer = http.post()
                    .uri("/api/v1/cases")
                    .header(HttpHeaders.AUTHORIZATION, BASIC_DEMO)
                    .header("Idempotency-Key", newKey())
                    .contentType(MediaType.TEXT_PLAIN)
                    .content("hello")
                    .exchange();
            assertThat(answer)
                    .hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        }

        @Test
        void aBodyOverOneMegabyteIsRefused() {
            String large = REQUEST.replace("Every mail", "x".repeat(1_048_577));
            assertThat(post(newKey(), large))
                    .hasStatus(HttpStatus.PAYLOAD_TOO_LARGE)
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        }

        @Test
        void nobodyGetsInWithoutLogin() {
            var answer = http.get().uri("/api/v1/cases").exchange();
            assertThat(answer).hasStatus(HttpStatus.UNAUTHORIZED).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
    }

    @Nested
    class Searching {

        @ParameterizedTest
        @ValueSource(strings = {"receivedAt,desc", "number,asc", "severity,desc", "status,asc", "subject,asc"})
        void readsOnByCursorWithoutMissingOrRepeatingACaseWhileMoreComeIn(String sort) throws Exception {
            String word = "L" + UUID.randomUUID().toString().replace("-", "");
            var opened = new TreeSet<String>();
            for (int i = 0; i < 5; i++) {
                opened.add(
                        numberIn(post(newKey(), REQUEST.replace("Mail to one partner bounces", word + " " + i % 2))));
            }
            var read = new ArrayList<String>();
            String query = "?size=2&sort=" + sort + "&q=" + word;
            String page = get(query).getResponse().getContentAsString();
            for (int pages = 1; ; pages++) {
                read.addAll(JsonPath.<List<String>>read(page, "$.items[*].number"));
                var next = JsonPath.<List<String>>read(page, "$..next");
                if (next.isEmpty()) {
                    break;
                }
                assertThat(pages).isLessThan(10);
                // It comes before what is read on with, or behind it, but never moves what was there.
                post(newKey(), REQUEST.replace("Mail to one partner bounces", word + " 0"));
                page = get(query + "&cursor=" + next.getFirst()).getResponse().getContentAsString();
            }
            assertThat(read).doesNotHaveDuplicates().containsAll(opened);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"nonsense", "", "!!!", "cmVjZWl2ZWRBdCxkZXNjCnh5ego3", "c2V2ZXJpdHksYXNjCjcKTUlOSU1BTA"})
        void aCursorThatIsNoneOfThisListIsRefused(String cursor) {
            var answer = get("?cursor=" + cursor);
            assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
            assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo("cursor");
        }

        @Test
        void findsByCustomerStatusAndWords() {
            String subject = "Licences of " + UUID.randomUUID();
            String number = numberIn(post(newKey(), REQUEST.replace("Mail to one partner bounces", subject)));
            var answer = get("?customer=contoso.example&status=RECEIVED&q=" + subject.substring(12));
            assertThat(answer).bodyJson().extractingPath("$.total").isEqualTo(1);
            assertThat(answer).bodyJson().extractingPath("$.items[0].number").isEqualTo(number);
            assertThat(get("?customer=fabrikam.example&q=" + subject.substring(12)))
                    .bodyJson()
                    .extractingPath("$.total")
                    .isEqualTo(0);
        }

        /** As refusals and answers write it. */
        @Test
        void takesAStatusInSmallLettersToo() {
            String word = "S" + UUID.randomUUID().toString().replace("-", "");
            post(newKey(), REQUEST.replace("Mail to one partner bounces", word));
            for (String status : List.of("received", "RECEIVED")) {
                assertThat(get("?status=" + status + "&q=" + word))
                        .bodyJson()
                        .extractingPath("$.total")
                        .isEqualTo(1);
            }
        }

        @Test
        void findsByTheBeginningOfAWordOfTheDescription() {
            String code = "0x8" + UUID.randomUUID().toString().substring(0, 7);
            String number = numberIn(post(
                    newKey(),
                    REQUEST.replace("Mail to one partner bounces", "It fails")
                            .replace("\"description\": \"", "\"description\": \"It says " + code + " since today. ")));
            assertThat(get("?q=" + code.substring(0, 8)))
                    .bodyJson()
                    .extractingPath("$.items[*].number")
                    .asArray()
                    .containsExactly(number);
        }

        @Test
        void saysWhetherThereAreMoreThanWereCounted() {
            assertThat(get("?size=1"))
                    .bodyJson()
                    .extractingPath("$.totalIsMore")
                    .isEqualTo(false);
        }

        @Test
        void takesWildcardsAsText() {
            assertThat(get("?q=%25%25%5F")).bodyJson().extractingPath("$.total").isEqualTo(0);
        }

        @ParameterizedTest
        @CsvSource({"?status=OPEN, status", "?page=-1, page", "?size=0, size", "?size=201, size", "?sort=password, sort"
        })
        void namesAWrongParameter(String query, String field) {
            var answer = get(query);
            assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
            assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
        }

        @Test
        void saysThatThereIsNoSuchCase() {
            assertThat(get("/CW-1999-000001")).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(get("/nonsense/timeline")).hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    @Nested
    class Ending {

        @Test
        void aCustomersAnswerReachesTheProcessOnce() {
            var number = desk.resolved();
            assertThat(change(number + "/confirmation", "{\"resolved\": true}")).hasStatusOk();
            assertThat(change(number + "/confirmation", "{\"resolved\": true}")).hasStatusOk();
            awaitTold(new Told("casefile.customerAnswered", number + ":1"));
            assertThat(engine.told())
                    .filteredOn(told -> told.equals(new Told("casefile.customerAnswered", number + ":1")))
                    .hasSize(1);
            assertThat(change(number + "/confirmation", "{\"resolved\": false}"))
                    .hasStatus(HttpStatus.CONFLICT);
        }

        @Test
        void aCaseThatIsNotResolvedCannotBeConfirmed() {
            var answer = change(desk.diagnosing() + "/confirmation", "{\"resolved\": true}");
            assertThat(answer).hasStatus(HttpStatus.CONFLICT);
            assertThat(answer).bodyJson().extractingPath("$.detail").asString().contains("DIAGNOSING");
        }

        @Test
        void aConfirmationSaysYesOrNo() {
            var answer = change(desk.resolved() + "/confirmation", "{}");
            assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
            assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo("resolved");
        }

        @Test
        void aWithdrawalEndsTheCaseAndReachesTheProcess() {
            var number = desk.resolving();
            var answer = change(number + "/withdrawal", "{\"reason\": \"Solved it ourselves\"}");
            assertThat(answer).bodyJson().extractingPath("$.status").isEqualTo("WITHDRAWN");
            awaitTold(new Told("casefile.requestWithdrawn", number.value()));
            assertThat(get("/" + number + "/timeline"))
                    .bodyJson()
                    .extractingPath("$[-1].text")
                    .isEqualTo("Solved it ourselves");
            assertThat(change(number + "/withdrawal", "{}")).hasStatusOk();
            assertThat(change(number + "/confirmation", "{\"resolved\": true}")).hasStatus(HttpStatus.CONFLICT);
        }
    }

    private void awaitTold(Told expected) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(engine.told()).contains(expected));
    }

    private long caseCount() {
        return database.sql("SELECT COUNT(*) FROM support_case")
                .query(Long.class)
                .single();
    }

    private MvcTestResult post(String key, String body) {
        return http.post()
                .uri("/api/v1/cases")
                .header(HttpHeaders.AUTHORIZATION, BASIC_DEMO)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult change(String path, String body) {
        return http.post()
                .uri("/api/v1/cases/" + path)
                .header(HttpHeaders.AUTHORIZATION, BASIC_DEMO)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult get(String path) {
        return http.get()
                .uri(java.net.URI.create("/api/v1/cases" + path))
                .header(HttpHeaders.AUTHORIZATION, BASIC_DEMO)
                .exchange();
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static String numberIn(MvcTestResult answer) {
        return com.jayway.jsonpath.JsonPath.read(bodyOf(answer), "$.number");
    }

    private static String bodyOf(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
