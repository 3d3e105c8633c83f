package io.casewright.casefile.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.casefile.application.ReceiveMessage;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.customer.ContactDetails;
import io.casewright.customer.CustomerDetails;
import io.casewright.customer.Editor;
import io.casewright.customer.KeepCustomers;
import io.casewright.customer.ReadCustomers;
import io.casewright.localstack.identity.DemoPerson;
import io.casewright.localstack.identity.DemoProgram;
import io.casewright.message.InboundMessage;
import io.casewright.message.Messages;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What a customer's own program sees and may do. */
@CasewrightTest
class CustomersViewTests {

    private final RequestPostProcessor portal = program(DemoProgram.FABRIKAM_PORTAL);
    private final RequestPostProcessor stranger = program(DemoProgram.CONTOSO_PORTAL);
    private final RequestPostProcessor agent = token(DemoPerson.DEMO.claims());

    @Autowired
    MockMvcTester http;

    @Autowired
    CaseDesk cases;

    @Autowired
    CaseWitness witness;

    @Autowired
    ReceiveMessage receiveMessage;

    @Autowired
    Messages messages;

    @Test
    void leavesOutWhatIsSaidAmongThePartnersPeople() throws Exception {
        var number = resolved();
        assertThat(get("/api/v1/cases/" + number, agent).getResponse().getContentAsString())
                .contains("\"findings\"", "\"queue\"");
        var seen = get("/api/v1/cases/" + number, portal);
        assertThat(seen).bodyJson().extractingPath("$.resolution").isNotNull();
        assertThat(seen.getResponse().getContentAsString()).doesNotContain("findings", "queue");
        assertThat(get("/api/v1/cases?size=200", portal).getResponse().getContentAsString())
                .contains(number.value())
                .doesNotContain("findings");
    }

    @Test
    void tellsOfItsCourseWithoutWhoWorkedOnItAndWhere() throws Exception {
        var number = resolved();
        assertThat(get("/api/v1/cases/" + number + "/timeline", agent)
                        .getResponse()
                        .getContentAsString())
                .contains("\"diagnosed\"", "serviceTask_", "\"agent\"");
        String seen = get("/api/v1/cases/" + number + "/timeline", portal)
                .getResponse()
                .getContentAsString();
        assertThat(seen).contains("\"received\"", "\"resolved\"");
        assertThat(seen).doesNotContain("diagnosed", "triaged", "element", "serviceTask_", "actorName\":\"agent");
    }

    @Test
    void endsAtTheCustomersOwnCases() throws Exception {
        var number = resolved();
        assertThat(get("/api/v1/cases?size=200", stranger).getResponse().getContentAsString())
                .doesNotContain(number.value());
        assertThat(get("/api/v1/cases?customer=fabrikam.example", stranger))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
        assertThat(get("/api/v1/cases?q=" + number, stranger))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
        var unknown = get("/api/v1/cases/CW-1999-000001", stranger);
        assertThat(get("/api/v1/cases/" + number, stranger).getResponse().getContentAsString())
                .isEqualTo(unknown.getResponse().getContentAsString().replace("CW-1999-000001", number.value()));
    }

    @Test
    void aCaseForSomebodyElseIsRefusedAsForACustomerThatIsNotKnown() {
        String body = """
                {"customer": "%s", "contact": {"name": "Sara Lindqvist", "email": "it@fabrikam.example"},
                 "subject": "Mail bounces", "description": "Every mail comes back."}""";
        var foreign = post("/api/v1/cases", body.formatted("fabrikam.example"), stranger);
        var unknown = post("/api/v1/cases", body.formatted("nobody.example"), stranger);
        assertThat(foreign).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(foreign).bodyJson().extractingPath("$.errors[0].field").isEqualTo("customer");
        assertThat(unknown).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    }

    /** Not even what it opened before is handed out again. */
    @Test
    void whoLeftIsRefusedAsForACustomerThatIsNotKnown(@Autowired KeepCustomers keep, @Autowired ReadCustomers read) {
        var maya = new Editor("maya", "Maya Ito");
        String domain = "left" + UUID.randomUUID().toString().substring(0, 8) + ".example";
        long id = keep.add(
                new CustomerDetails(
                        UUID.randomUUID().toString(),
                        domain,
                        domain,
                        List.of(),
                        "Northwind Cloud",
                        "Business",
                        "OWN",
                        "en"),
                maya);
        keep.addContact(id, new ContactDetails("Nora Vestergaard", "nora@" + domain, ""), maya);
        var program = token(Map.of("sub", domain, "reach", "customer:" + domain, "scope", List.of("cases:open")));
        String body = """
                {"customer": "%1$s", "contact": {"name": "Nora Vestergaard", "email": "nora@%1$s"},
                 "subject": "Mail bounces", "description": "Every mail comes back."}""".formatted(domain);
        String key = UUID.randomUUID().toString();
        assertThat(post("/api/v1/cases", body, program, key)).hasStatus(HttpStatus.CREATED);
        assertThat(post("/api/v1/cases", body, program, key)).hasStatusOk();

        keep.close(id, read.find(id).orElseThrow().version(), maya);

        var again = post("/api/v1/cases", body, program, key);
        assertThat(again).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(again).bodyJson().extractingPath("$.errors[0].field").isEqualTo("customer");
    }

    @Test
    void theConversationIsReadToItsEndWithoutAnyWordOfThePartnersPeople() throws Exception {
        var number = resolved();
        for (int i = 0; i < 3; i++) {
            receiveMessage.receive(number, "Words " + i, "portal", "words-" + i);
            receiveMessage.note(number, "Among us " + i, "nina", "note-" + i);
        }
        var seen = new ArrayList<String>();
        String next = "";
        do {
            var page = json(get("/api/v1/cases/" + number + "/messages?size=2" + next, portal));
            page.get("items").forEach(each -> seen.add(each.get("text").asText()));
            next = page.hasNonNull("next") ? "&cursor=" + page.get("next").asText() : "";
        } while (!next.isEmpty());
        assertThat(seen).contains("Words 0", "Words 1", "Words 2").doesNotHaveDuplicates();
        assertThat(seen).noneMatch(text -> text.contains("Among us"));
        var all = json(get("/api/v1/cases/" + number + "/messages?size=100", agent))
                .get("items");
        assertThat(all.findValuesAsText("text")).containsAll(seen).contains("Among us 0", "Among us 2");
        long note = all.get(all.size() - 1).get("id").asLong();
        assertThat(get("/api/v1/cases/" + number + "/messages/" + note, agent)).hasStatusOk();
        assertThat(get("/api/v1/cases/" + number + "/messages/" + note, portal)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/api/v1/cases/" + number + "/messages", portal)
                        .getResponse()
                        .getContentAsString())
                .doesNotContain("delivery", "nina", "internal");
    }

    @Test
    void aLongTextIsCutInTheListAndWholeByItself() throws Exception {
        var number = resolved();
        String text = "é".repeat(30_000);
        messages.receive(InboundMessage.fromPortal(number.value(), "Sara Lindqvist", text, false, "long"));
        var items = json(get("/api/v1/cases/" + number + "/messages?size=100", portal))
                .get("items");
        var last = items.get(items.size() - 1);
        assertThat(last.get("truncated").asBoolean()).isTrue();
        assertThat(last.get("text").asText()).hasSizeLessThanOrEqualTo(20_000).startsWith("ééé");
        assertThat(last.get("author").asText()).isEqualTo("Sara Lindqvist");
        var whole = json(get("/api/v1/cases/" + number + "/messages/" + last.get("id"), portal));
        assertThat(whole.get("text").asText()).isEqualTo(text);
        assertThat(whole.hasNonNull("truncated")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=0", "size=101", "size=many", "cursor=x", "cursor=", "cursor=bWVzc2FnZTo"})
    void anOddQuestionAboutMessagesNamesTheParameter(String query) {
        var answer = get("/api/v1/cases/" + resolved() + "/messages?" + query, portal);
        assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    private JsonNode json(MvcTestResult answer) throws Exception {
        assertThat(answer).hasStatusOk();
        return new ObjectMapper().readTree(answer.getResponse().getContentAsByteArray());
    }

    @Test
    void notesAreNotForIt() {
        var number = resolved();
        String note = "{\"text\": \"They never pay.\", \"visibility\": \"internal\"}";
        assertThat(post("/api/v1/cases/" + number + "/messages", note, portal)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post("/api/v1/cases/" + number + "/messages", note, agent)).hasStatus(HttpStatus.CREATED);
    }

    @Test
    void theTimelineNamesTheProgram() {
        var number = resolved();
        assertThat(post("/api/v1/cases/" + number + "/confirmation", "{\"resolved\": true}", portal))
                .hasStatusOk();
        assertThat(witness.latestOf(number).actor().name()).isEqualTo("fabrikam-portal");
    }

    private CaseNumber resolved() {
        return cases.resolved(
                cases.resolving(cases.diagnosing(ARequest.from("fabrikam.example", "it@fabrikam.example"))));
    }

    private MvcTestResult get(String address, RequestPostProcessor caller) {
        return http.get().uri(address).with(caller).exchange();
    }

    private MvcTestResult post(String address, String body, RequestPostProcessor caller) {
        return post(address, body, caller, UUID.randomUUID().toString());
    }

    private MvcTestResult post(String address, String body, RequestPostProcessor caller, String key) {
        return http.post()
                .uri(address)
                .with(caller)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static RequestPostProcessor program(DemoProgram program) {
        return token(program.claimsWithScopes());
    }

    private static RequestPostProcessor token(Map<String, Object> claims) {
        return jwt().jwt(token -> token.claims(all -> all.putAll(claims)));
    }
}
