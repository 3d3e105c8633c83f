package io.casewright.caselink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewright.attachment.Attachment;
import io.casewright.attachment.Attachments;
import io.casewright.attachment.HandedFile;
import io.casewright.casefile.application.ReceiveMessage;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.CustomerAnswer;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.caselink.application.CaseLinks;
import io.casewright.customer.CustomerDirectory;
import io.casewright.customer.Requester;
import io.casewright.message.CaseMessage;
import io.casewright.message.Delivery;
import io.casewright.message.Messages;
import io.casewright.participant.Participant;
import io.casewright.participant.Participants;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What lies behind the link of a letter, for whoever holds it. */
@CasewrightTest
class CaseLinkTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    CaseDesk desk;

    @Autowired
    CaseWitness witness;

    @Autowired
    CaseLinks links;

    @Autowired
    CustomerDirectory directory;

    @Autowired
    Participants participants;

    @Autowired
    ReceiveMessage receiveMessage;

    @Autowired
    Messages messages;

    @Autowired
    Attachments attachments;

    @Autowired
    JdbcClient database;

    private CaseNumber number = new CaseNumber("CW-2026-000001");
    private String link = "";

    @BeforeEach
    void aResolvedCase() {
        number = desk.resolved();
        // Each letter that leaves has a link.
        await().until(() ->
                messages.of(number.value()).stream().noneMatch(each -> each.delivery() == Delivery.WAITING));
        link = linkOf(addressOfAsker());
    }

    @Test
    void opensWhatIsPublicAsOftenAsAnybodyLikesAndChangesNothing() {
        receiveMessage.note(number, "The customer is wrong", "nina", "note");
        var before = witness.everythingAbout(number);
        for (var method : List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.GET)) {
            var answer = http.method(method).uri(link).exchange();
            assertThat(answer)
                    .hasStatusOk()
                    .hasHeader("X-Robots-Tag", "noindex, nofollow")
                    .hasHeader("Referrer-Policy", "no-referrer")
                    .doesNotContainHeader("Set-Cookie");
        }
        var page = page(link);
        assertThat(page.select("#standing").text()).isEqualTo("Wir glauben, dass es gelöst ist.");
        assertThat(page.select("article")).hasSizeGreaterThan(1);
        assertThat(page.text())
                .contains(witness.caseOf(number).request().description())
                .doesNotContain("The customer is wrong", "nina");
        assertThat(witness.everythingAbout(number)).isEqualTo(before);
    }

    @Test
    void whatIsWrittenIsAMessageOfItsReaderOnce() {
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            var answer = post("/messages", Map.of("text", "<b>It</b> is\r\nback", "key", key));
            assertThat(answer).hasStatus3xxRedirection();
            assertThat(Objects.requireNonNull(answer.getResponse().getRedirectedUrl()))
                    .endsWith("?language=de&done=written");
        }
        assertThat(replies()).singleElement().satisfies(reply -> {
            assertThat(reply.authorName()).isEqualTo(asker().contactName());
            assertThat(reply.body()).isEqualTo("<b>It</b> is\nback");
        });
        var page = page(link + "&done=written");
        assertThat(page.select("#done").text()).isEqualTo("Vielen Dank. Ihre Nachricht ist bei uns.");
        assertThat(page.select("article b")).isEmpty();
        assertThat(page(link + "&done=%3Cb%3E").select("#done")).isEmpty();
    }

    @Test
    void filesComeAndGoByIt() throws Exception {
        assertThat(post("", "", "trace.txt", "What was traced")).hasStatus3xxRedirection();
        assertThat(replies().getLast().body()).isEqualTo("(Es wurden nur Dateien gesendet.)");
        String address = page(link).select("ul.files a").attr("href");
        var file = http.get().uri(address).exchange();
        assertThat(file).hasStatusOk().hasHeader("X-Content-Type-Options", "nosniff");
        assertThat(file.getResponse().getContentAsString()).isEqualTo("What was traced");
        assertThat(file.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
    }

    @Test
    void noFileOfANoteIsHandedOut() {
        receiveMessage.note(
                number,
                "Ours",
                "nina",
                "note",
                List.of(new HandedFile("ours.txt", 4, new ByteArrayResource(new byte[4]))));
        long file = attachments.of(number.value()).stream()
                .filter(each -> each.name().equals("ours.txt"))
                .map(Attachment::id)
                .findFirst()
                .orElseThrow();
        assertThat(page(link).text()).doesNotContain("ours.txt");
        assertThat(http.get().uri(pathOf(link) + "/files/" + file).exchange()).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void whoAskedConfirms() {
        assertThat(post("/answer", Map.of("solved", "yes", "text", "Thank you!")))
                .hasStatus3xxRedirection();
        assertThat(witness.caseOf(number).customerAnswer()).contains(CustomerAnswer.SOLVED);
        assertThat(replies().getLast().body()).isEqualTo("Thank you!");
        assertThat(page(link).select("#confirm-title")).isEmpty();
        assertThat(post("/answer", Map.of("solved", "no"))).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(witness.caseOf(number).customerAnswer()).contains(CustomerAnswer.SOLVED);
    }

    @Test
    void whoAskedRejectsWithItsWords() {
        assertThat(post("/answer", Map.of("solved", "no", "text", "Still the same")))
                .hasStatus3xxRedirection();
        assertThat(witness.caseOf(number).customerAnswer()).contains(CustomerAnswer.NOT_SOLVED);
        assertThat(witness.latestOf(number).kind()).isEqualTo(TimelineEntry.Kind.REJECTED);
        assertThat(witness.latestOf(number).text()).isEqualTo("Still the same");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "maybe"})
    void wordsWithoutAnAnswerAreNoAnswer(String solved) {
        var before = witness.everythingAbout(number);
        var answer = post("/answer", Map.of("solved", solved, "text", "It is fine now"));
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(read(answer).select("#fault").text()).isEqualTo("Bitte wählen Sie, ob es gelöst ist.");
        assertThat(witness.everythingAbout(number)).isEqualTo(before);
    }

    /** Who owns the case and who asked stay who they are. */
    @Test
    void aColleagueInCopyReadsAndWritesInItsOwnNameAndIsNotAskedWhetherItIsSolved() {
        String colleague = aColleague();
        link = linkOf(colleague);
        assertThat(page(link).select("#confirm-title")).isEmpty();
        assertThat(post("/answer", Map.of("solved", "yes"))).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.RESOLVED);
        assertThat(witness.caseOf(number).customerAnswer()).isEmpty();
        assertThat(post("/messages", Map.of("text", "I see it, too"))).hasStatus3xxRedirection();
        assertThat(replies().getLast().authorName()).isEqualTo("A Colleague");
        var copy = participants.of(number.value()).stream()
                .filter(each -> each.address().equals(colleague))
                .findFirst()
                .orElseThrow();
        participants.change(number.value(), copy.id(), Participant.State.REMOVED, "nina");
        assertThat(get(link)).hasStatus(HttpStatus.GONE);
    }

    @Test
    void nobodyWithoutARightToTheCaseGetsOne() {
        assertThat(links.of(number.value(), "it@fabrikam.example", Locale.GERMAN))
                .isEmpty();
        assertThat(links.of(number.value(), "nobody@elsewhere.example", Locale.GERMAN))
                .isEmpty();
        assertThat(links.of("CW-2026-999999", addressOfAsker(), Locale.GERMAN)).isEmpty();
    }

    @Test
    void aGuessTellsNothing() {
        String guess = "/my-case/" + "x".repeat(43);
        assertThat(get(guess)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(page(guess + "?language=de").text()).contains("Dieser Link führt nirgendwohin");
        assertThat(http.get().uri(guess + "/files/1").exchange()).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void oneThatIsOverSaysSoAndDoesNothing() {
        database.sql("UPDATE case_link SET valid_until = '2020-01-01' WHERE case_number = ?")
                .param(number.value())
                .update();
        isOver();
    }

    @Test
    void oneThatWasWithdrawnIsOverAndTheNextWorks() {
        assertThat(links.workingOf(number).number()).isPositive();
        assertThat(links.withdraw(number, "nina")).isPositive();
        assertThat(links.workingOf(number).number()).isZero();
        isOver();
        assertThat(get(linkOf(addressOfAsker()))).hasStatusOk();
    }

    private void isOver() {
        var before = witness.everythingAbout(number);
        assertThat(get(link)).hasStatus(HttpStatus.GONE);
        assertThat(page(link).text())
                .contains("Dieser Link gilt nicht mehr")
                .doesNotContain(witness.caseOf(number).request().subject());
        assertThat(post("/messages", Map.of("text", "Too late"))).hasStatus(HttpStatus.GONE);
        assertThat(post("/answer", Map.of("solved", "yes"))).hasStatus(HttpStatus.GONE);
        assertThat(witness.everythingAbout(number)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "'', Bitte schreiben Sie etwas",
        "'  ', Bitte schreiben Sie etwas",
        "TOO_LONG, Ihre Nachricht ist zu lang",
        "'a\u0000b', unlesbare Zeichen"
    })
    void whatCannotBeTakenIsToldAndKept(String typed, String told) {
        String text = typed.equals("TOO_LONG") ? "x".repeat(20_001) : typed;
        var before = witness.everythingAbout(number);
        var answer = post("/messages", Map.of("text", text));
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(read(answer).select("#fault").text()).contains(told);
        assertThat(read(answer).select("textarea[name=text]").last().wholeText())
                .hasSameSizeAs(text);
        assertThat(witness.everythingAbout(number)).isEqualTo(before);
    }

    @Test
    void filesBeyondALimitAreToldAndTheTextIsKept() {
        var answer = post("See these", "", Collections.nCopies(21, "a.txt"));
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(read(answer).select("#file-fault").text()).isEqualTo("Eine Nachricht hat höchstens 20 Dateien.");
        assertThat(read(answer).select("#text").text()).isEqualTo("See these");
        assertThat(replies()).isEmpty();
    }

    private List<CaseMessage> replies() {
        return messages.of(number.value()).stream().filter(CaseMessage::isReply).toList();
    }

    private Requester asker() {
        return directory.contact(witness.caseOf(number).contactId());
    }

    private String addressOfAsker() {
        return asker().contactEmail();
    }

    private String aColleague() {
        String address = "colleague-%s@%s".formatted(UUID.randomUUID(), asker().customerDomain());
        database.sql("INSERT INTO contact (customer_id, name, email) VALUES (?, 'A Colleague', ?)")
                .params(asker().customerId(), address)
                .update();
        participants.add(number.value(), asker(), address, "nina");
        return address;
    }

    private String linkOf(String email) {
        String address =
                links.of(number.value(), email, Locale.GERMAN).orElseThrow().address();
        return address.substring(address.indexOf("/my-case/"));
    }

    private static String pathOf(String address) {
        return address.split("\\?")[0];
    }

    private MvcTestResult get(String address) {
        return http.get().uri(address).exchange();
    }

    private Document page(String address) {
        return read(get(address));
    }

    private static Document read(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private MvcTestResult post(String door, Map<String, String> form) {
        var request = http.post().uri(pathOf(link) + door + "?language=de");
        form.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult post(String text, String key, String name, String content) {
        return postFiles(
                text,
                key,
                List.of(new MockMultipartFile("file", name, null, content.getBytes(StandardCharsets.UTF_8))));
    }

    private MvcTestResult post(String text, String key, List<String> names) {
        return postFiles(
                text,
                key,
                names.stream()
                        .map(name -> new MockMultipartFile("file", name, null, new byte[] {1}))
                        .toList());
    }

    private MvcTestResult postFiles(String text, String key, List<MockMultipartFile> files) {
        var request = http.post()
                .uri(pathOf(link) + "/messages?language=de")
                .multipart()
                .contentType("multipart/form-data; boundary=x");
        files.forEach(request::file);
        return request.param("text", text).param("key", key).exchange();
    }
}
