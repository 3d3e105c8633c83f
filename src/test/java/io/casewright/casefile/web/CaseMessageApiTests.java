package io.casewright.casefile.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.casewright.attachment.Attachment;
import io.casewright.attachment.Attachments;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.message.Messages;
import io.casewright.message.Visibility;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.RecordingEngine;
import io.casewright.testkit.RecordingEngine.Told;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CasewrightTest
class CaseMessageApiTests {

    private static final String BASIC_DEMO = "Basic ZGVtbzpkZW1v";

    @Autowired
    MockMvcTester http;

    @Autowired
    CaseDesk desk;

    @Autowired
    Messages messages;

    @Autowired
    Attachments attachments;

    @Autowired
    RecordingEngine engine;

    @Test
    void aMessageOfTheCustomerReachesTheProcessOnce() {
        var number = desk.resolving();
        String key = newKey();
        assertThat(post(number + "/messages", key, "{\"text\": \"It is worse now\"}"))
                .hasStatus(HttpStatus.CREATED);
        assertThat(post(number + "/messages", key, "{\"text\": \"It is worse now\"}"))
                .hasStatus(HttpStatus.CREATED);
        assertThat(messages.of(number.value()))
                .filteredOn(message -> message.body().equals("It is worse now"))
                .singleElement()
                .satisfies(message -> {
                    var told = new Told("casefile.customerWrote", number + ":" + message.id());
                    await().until(() -> engine.told().contains(told));
                    assertThat(engine.told()).filteredOn(told::equals).hasSize(1);
                });
    }

    @Test
    void filesComeWithAMessageOnce() {
        var number = desk.resolving();
        String key = newKey();
        for (int i = 0; i < 2; i++) {
            assertThat(postFiles(number, key, "{\"text\": \"See the trace\"}", "trace.txt", "C:\\fakepath\\.."))
                    .hasStatus(HttpStatus.CREATED);
        }
        var message = messages.of(number.value()).stream()
                .filter(each -> each.body().equals("See the trace"))
                .findFirst()
                .orElseThrow();
        assertThat(attachments.of(number.value()))
                .extracting(Attachment::name, Attachment::mediaType, Attachment::messageId)
                .containsExactly(
                        tuple("trace.txt", "text/plain", message.id()), tuple("file.txt", "text/plain", message.id()));
    }

    @Test
    void filesOfANoteStayAmongThePartnersPeople() {
        var number = desk.resolving();
        assertThat(postFiles(number, newKey(), "{\"text\": \"Ours\", \"visibility\": \"internal\"}", "ours.txt"))
                .hasStatus(HttpStatus.CREATED);
        assertThat(attachments.of(number.value())).hasSize(1);
        assertThat(messages.of(number.value()).getLast().visibility()).isEqualTo(Visibility.INTERNAL);
    }

    @Test
    void filesBeyondALimitAreRefusedWithTheirMessage() {
        var number = desk.resolving();
        var answer = postFiles(
                number,
                newKey(),
                "{\"text\": \"All my files\"}",
                Collections.nCopies(21, "a.txt").toArray(String[]::new));
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo("file");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors[0].message")
                .isEqualTo("A message has at most 20 files.");
        assertThat(messages.of(number.value()))
                .noneMatch(message -> message.body().equals("All my files"));
        assertThat(attachments.of(number.value())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"text\": ", "{\"text\": \"\"}", "{\"text\": 7}", "[]"})
    void filesWithoutAReadableMessageAreRefused(String message) {
        var number = desk.resolving();
        assertThat(postFiles(number, newKey(), message, "trace.txt")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(attachments.of(number.value())).isEmpty();
    }

    private MvcTestResult postFiles(CaseNumber number, String key, String message, String... names) {
        var request = http.post()
                .uri("/api/v1/cases/{number}/messages", number.value())
                .header("Authorization", BASIC_DEMO)
                .header("Idempotency-Key", key)
                .multipart()
                .contentType("multipart/form-data; boundary=x")
                .file(new MockMultipartFile(
                        "message", "", MediaType.APPLICATION_JSON_VALUE, message.getBytes(StandardCharsets.UTF_8)));
        for (String name : names) {
            request.file(new MockMultipartFile("file", name, null, "What was traced".getBytes(StandardCharsets.UTF_8)));
        }
        return request.exchange();
    }

    @Test
    void aKeyThatComesWithOtherWordsIsRefusedAndNothingIsLost() {
        var number = desk.resolving();
        String key = newKey();
        assertThat(post(number + "/messages", key, "{\"text\": \"It is worse\"}"))
                .hasStatus(HttpStatus.CREATED);
        for (String other : List.of(
                "{\"text\": \"It is worse still\"}", "{\"text\": \"It is worse\", \"visibility\": \"internal\"}")) {
            assertThat(post(number + "/messages", key, other))
                    .hasStatus(HttpStatus.CONFLICT)
                    .bodyJson()
                    .extractingPath("$.type")
                    .isEqualTo("urn:casewright:problem:idempotency-key-reused");
        }
        assertThat(post(number + "/messages", newKey(), "{\"text\": \"It is worse still\"}"))
                .hasStatus(HttpStatus.CREATED);
    }

    @Test
    void manyAtOnceAreOneMessageAndDifferentOnesAreAllKept() throws Exception {
        var number = desk.resolving();
        String key = newKey();
        var same = Collections.nCopies(12, key).stream();
        var different = IntStream.range(0, 12).mapToObj(i -> "other-" + i + newKey());
        var statuses = atOnce(Stream.concat(same, different)
                .map(each -> (Callable<Integer>) () -> post(number + "/messages", each, "{\"text\": \"At once\"}")
                        .getResponse()
                        .getStatus())
                .toList());
        assertThat(statuses).containsOnly(201);
        assertThat(messages.of(number.value()))
                .filteredOn(message -> message.body().equals("At once"))
                .hasSize(13);
    }

    @Test
    void manyConfirmationsAtOnceAreOne() throws Exception {
        var number = desk.resolved();
        var statuses = atOnce(Collections.nCopies(
                10, (Callable<Integer>) () -> post(number + "/confirmation", newKey(), "{\"resolved\": true}")
                        .getResponse()
                        .getStatus()));
        assertThat(statuses).containsOnly(200);
    }

    private static List<Integer> atOnce(List<Callable<Integer>> requests) throws InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAll(requests).stream().map(Future::resultNow).toList();
        }
    }

    @Test
    void aReplyReachesTheQuestionThatWaitsForIt() {
        var number = desk.waitingForCustomer();
        assertThat(post(number + "/messages", newKey(), "{\"text\": \"All of them\"}"))
                .hasStatus(HttpStatus.CREATED);
        await().until(() -> engine.told().contains(new Told("casefile.customerReplied", number + ":1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u200b", "\\u2028", "\\u3164", "a\\u0000", "a\\ud800", ""})
    void whatNobodyCanReadIsNoMessageAndNoNote(String text) {
        var number = desk.resolving();
        var kept = messages.of(number.value());
        for (String visibility : List.of("public", "internal")) {
            var answer = post(
                    number + "/messages",
                    newKey(),
                    "{\"text\": \"%s\", \"visibility\": \"%s\"}".formatted(text, visibility));
            assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
            assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo("text");
        }
        assertThat(messages.of(number.value())).isEqualTo(kept);
    }

    @Test
    void aNoteReachesNobody() {
        var number = desk.resolving();
        var answer = post(number + "/messages", newKey(), "{\"text\": \"Ask Ida\", \"visibility\": \"internal\"}");
        assertThat(answer).hasStatus(HttpStatus.CREATED);
        assertThat(messages.of(number.value()))
                .filteredOn(message -> message.body().equals("Ask Ida"))
                .hasSize(1);
        assertThat(engine.told())
                .filteredOn(told -> told.correlationKey().startsWith(number.value()))
                .extracting(Told::message)
                .doesNotContain("casefile.customerWrote");
    }

    @Test
    void aMessageReopensACaseThatClosedAShortTimeAgo() {
        var number = desk.closed();
        var answer = post(number + "/messages", newKey(), "{\"text\": \"It is back\"}");
        assertThat(answer).bodyJson().extractingPath("$.number").isEqualTo(number.value());
        assertThat(answer).bodyJson().extractingPath("$.status").isEqualTo("DIAGNOSING");
        await().until(() -> engine.told().contains(new Told("casefile.caseReopened", number + ":1")));
    }

    @Test
    void aNewSeverityReachesTheProcess() {
        var number = desk.resolving();
        var answer = post(number + "/severity", newKey(), "{\"severity\": \"minimal\"}");
        assertThat(answer).bodyJson().extractingPath("$.severity").isEqualTo("minimal");
        await().until(() -> engine.told().contains(new Told("casefile.severityChanged", number.value())));
        assertThat(post(desk.closed() + "/severity", newKey(), "{\"severity\": \"minimal\"}"))
                .hasStatus(HttpStatus.CONFLICT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "messages | {} | text",
                "messages | {\"text\": \" \"} | text",
                "messages | {\"text\": \"x\", \"visibility\": \"secret\"} | visibility",
                "severity | {} | severity",
                "severity | {\"severity\": \"huge\"} | severity"
            })
    void namesTheFieldThatIsWrong(String what, String body, String field) {
        var answer = post(desk.resolving() + "/" + what, newKey(), body);
        assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
    }

    @Test
    void saysThatThereIsNoSuchCase() {
        assertThat(post("CW-1999-000001/messages", newKey(), "{\"text\": \"x\"}"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private MvcTestResult post(String path, String key, String body) {
        return http.post()
                .uri("/api/v1/cases/" + path)
                .header("Authorization", BASIC_DEMO)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
