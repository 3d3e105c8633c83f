package io.casewright.casefile.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.casefile.application.ReceiveMessage;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.localstack.identity.DemoProgram;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CasewrightTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionOperations;

/** A program that keeps a copy of cases and asks again and again what changed. */
@CasewrightTest
class ChangedCasesTests {

    private final RequestPostProcessor house = program(DemoProgram.PARTNER_PORTAL);
    private final RequestPostProcessor contoso = program(DemoProgram.CONTOSO_PORTAL);
    private final RequestPostProcessor fabrikam = program(DemoProgram.FABRIKAM_PORTAL);

    @Autowired
    MockMvcTester http;

    @Autowired
    CaseDesk desk;

    @Autowired
    ReceiveMessage receiveMessage;

    @Autowired
    TransactionOperations transactions;

    private String place = "";

    /** All that is there already has been told. */
    @BeforeEach
    void readToTheEnd() throws Exception {
        readAll(house);
    }

    @Test
    void eachIsToldOnceAtItsLastChangeAndTheEndGoesOn() throws Exception {
        var one = desk.resolving();
        var other = desk.resolving();
        write(one, "Worse");
        assertThat(readAll(house)).containsExactly(other.value(), one.value());
        assertThat(readAll(house)).isEmpty();
        write(other, "Worse, too");
        assertThat(readAll(house)).containsExactly(other.value());
    }

    @Test
    void whatIsSaidAmongThePartnersPeopleIsNoChange() throws Exception {
        var number = desk.resolving();
        readAll(house);
        receiveMessage.note(number, "They never pay", "nina", UUID.randomUUID().toString());
        assertThat(readAll(house)).isEmpty();
    }

    /** It began before what was told, and committed after it. */
    @Test
    void aChangeThatTookLongIsNotMissed() throws Exception {
        var slow = desk.resolving();
        var quick = desk.resolving();
        readAll(house);
        var begun = new CountDownLatch(1);
        var told = new CountDownLatch(1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> change = executor.submit(() -> transactions.executeWithoutResult(status -> {
                write(slow, "Slowly");
                begun.countDown();
                await(told);
            }));
            begun.await();
            write(quick, "Quickly");
            try {
                assertThat(readAll(house)).containsExactly(quick.value());
            } finally {
                told.countDown();
            }
            change.get();
        }
        assertThat(readAll(house)).containsExactly(slow.value());
    }

    @Test
    void nothingIsMissedWhileMuchChanges() throws Exception {
        var numbers = IntStream.range(0, 6).mapToObj(i -> desk.resolving()).toList();
        readAll(house);
        var seen = new LinkedHashMap<String, String>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var changes = numbers.stream()
                    .<Future<?>>map(number -> executor.submit(() -> {
                        for (int i = 0; i < 10; i++) {
                            write(number, "Words " + i);
                        }
                    }))
                    .toList();
            while (!changes.stream().allMatch(Future::isDone)) {
                remember(seen);
            }
            for (var change : changes) {
                change.get();
            }
        }
        remember(seen);
        for (CaseNumber number : numbers) {
            assertThat(seen).containsKey(number.value());
            assertThat(lastWords(number)).isEqualTo(seen.get(number.value()));
        }
    }

    private void remember(LinkedHashMap<String, String> seen) throws Exception {
        for (String number : readAll(house)) {
            seen.put(number, lastWords(new CaseNumber(number)));
        }
    }

    private String lastWords(CaseNumber number) throws Exception {
        var items = json(get("/api/v1/cases/" + number + "/messages?size=100", house))
                .get("items");
        return items.get(items.size() - 1).get("text").asText();
    }

    @Test
    void itEndsAtTheCasesWithinReach() throws Exception {
        String since = Instant.now().minusSeconds(1).toString();
        var number = desk.resolving();
        String customer = json(get("/api/v1/cases/" + number, house))
                .get("customer")
                .get("domain")
                .asText();
        var owner = customer.equals("contoso.example") ? contoso : fabrikam;
        var stranger = customer.equals("contoso.example") ? fabrikam : contoso;
        assertThat(numbers(json(get("/api/v1/cases?size=200&updatedSince=" + since, owner))))
                .contains(number.value());
        assertThat(numbers(json(get("/api/v1/cases?size=200&updatedSince=" + since, stranger))))
                .doesNotContain(number.value());
        assertThat(numbers(
                        json(get("/api/v1/cases?size=200&customer=" + customer + "&updatedSince=" + since, stranger))))
                .isEmpty();
        assertThat(numbers(json(get(
                        "/api/v1/cases?size=200&status=resolving&customer=" + customer + "&updatedSince=" + since,
                        house))))
                .contains(number.value());
        assertThat(numbers(
                        json(get("/api/v1/cases?updatedSince=" + Instant.now().plusSeconds(3600), house))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "updatedSince=yesterday, updatedSince",
        "updatedSince=, updatedSince",
        "updatedSince=2026-12-01T10:00:00, updatedSince",
        "updatedSince=2026-12-01T10:00:00Z&q=x, q",
        "updatedSince=2026-12-01T10:00:00Z&page=1, page",
        "updatedSince=2026-12-01T10:00:00Z&sort=number, sort",
        "updatedSince=2026-12-01T10:00:00Z&size=0, size",
        "updatedSince=2026-12-01T10:00:00Z&size=201, size",
        "updatedSince=2026-12-01T10:00:00Z&status=odd, status",
        "updatedSince=2026-12-01T10:00:00Z&cursor=bWVzc2FnZTox, cursor"
    })
    void anOddQuestionNamesTheParameter(String query, String parameter) {
        var answer = get("/api/v1/cases?" + query, house);
        assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo(parameter);
    }

    private void write(CaseNumber number, String text) {
        receiveMessage.receive(number, text, "portal", UUID.randomUUID().toString());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Goes on where it ended before; numbers in the order in which they were told. */
    private List<String> readAll(RequestPostProcessor who) throws Exception {
        var told = new ArrayList<String>();
        List<String> part;
        do {
            var page = json(get(
                    "/api/v1/cases?size=5&updatedSince=2020-01-01T00:00:00Z"
                            + (place.isEmpty() ? "" : "&cursor=" + place),
                    who));
            part = numbers(page);
            told.addAll(part);
            place = page.get("next").asText();
        } while (!part.isEmpty());
        assertThat(new LinkedHashSet<>(told)).hasSizeLessThanOrEqualTo(told.size());
        return told;
    }

    private static List<String> numbers(JsonNode page) {
        return page.get("items").findValuesAsText("number");
    }

    private JsonNode json(MvcTestResult answer) throws Exception {
        assertThat(answer).hasStatusOk();
        return new ObjectMapper().readTree(answer.getResponse().getContentAsByteArray());
    }

    private MvcTestResult get(String address, RequestPostProcessor who) {
        return http.get().uri(address).with(who).exchange();
    }

    private static RequestPostProcessor program(DemoProgram program) {
        return SecurityMockMvcRequestPostProcessors.jwt()
                .jwt(token -> token.claims(all -> all.putAll(program.claimsWithScopes())));
    }
}
