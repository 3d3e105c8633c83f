package io.casewright.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.casewright.casefile.application.AskCustomer;
import io.casewright.casefile.application.ReceiveMessage;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.NotPossibleNow;
import io.casewright.customer.ContactDetails;
import io.casewright.customer.CustomerNotChanged;
import io.casewright.customer.KeepCustomers;
import io.casewright.customer.ReadCustomers;
import io.casewright.platform.engine.EngineMessage;
import io.casewright.platform.text.SpreadsheetText;
import io.casewright.platform.time.PartnerDays;
import io.casewright.retention.LegalHolds.Wanted;
import io.casewright.testkit.AllTexts;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CasewrightTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CasewrightTest
class EraseContactTests {

    @Autowired
    EraseContact erase;

    @Autowired
    EraseOldCases eraseOld;

    @Autowired
    HandOutContact handOut;

    @Autowired
    LegalHolds holds;

    @Autowired
    Certificates certificates;

    @Autowired
    KeepCustomers keep;

    @Autowired
    ReadCustomers read;

    @Autowired
    ReceiveMessage messages;

    @Autowired
    AskCustomer ask;

    @Autowired
    CaseDesk desk;

    @Autowired
    JdbcClient database;

    @Autowired
    CamundaClient engine;

    @Autowired
    ObjectMapper json;

    @Autowired
    Clock clock;

    @Autowired
    PartnerDays days;

    APerson person;

    @BeforeEach
    void somebody() {
        person = new APerson(keep, read, desk, messages, ask, database);
    }

    @Test
    void noTraceIsLeftInAnyColumnOfAnyTable() {
        var number = person.endedCase();
        var others = person.openCaseOfTheOther();
        leaveTracesOfTheEngine(number, others);
        var all = new AllTexts(database);
        // That it looks where something was.
        assertThat(all.columnsWith(List.of(person.last)))
                .extracting(found -> found.replaceFirst(" has .*", ""))
                .contains(
                        "contact.name",
                        "customer_change.after_value",
                        "customer_import.content",
                        "support_case.subject",
                        "support_case.description",
                        "support_case.resolution",
                        "message.body",
                        "message.recipient_name",
                        "timeline_entry.text",
                        "desk_case.subject",
                        "desk_word.word",
                        "desk_draft.answers",
                        "desk_person.last_view",
                        "user_task.shown",
                        "user_task.sent",
                        "signed_answer.answers",
                        "process_place.variables",
                        "engine_message.message",
                        "hand_off.text",
                        "vendor_ticket_note.text");
        var statistics = statistics(number);

        long certificate = erase.erase(person.customer, person.contact, APerson.MAYA);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(all.columnsWith(person.words())).isEmpty());
        assertThat(statistics(number)).isEqualTo(statistics);
        assertThat(noteOf(others)).contains("the printer is new.").contains("Erased contact ");
        assertThat(subjectOf(others)).isEqualTo("Nora cannot print");
        assertThat(certificates.find(certificate).orElseThrow()).satisfies(kept -> {
            assertThat(kept.person()).isEqualTo("Maya Ito");
            assertThat(kept.pseudonym()).matches("Erased contact [0-9a-f]{8}");
            assertThat(kept.counts())
                    .containsEntry("contacts", 1)
                    .containsEntry("cases", 1)
                    .containsEntry("messages of the contact", 1)
                    .containsEntry("hand-offs", 1)
                    .containsEntry("running processes", 1);
        });
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> verify(engine).newSetVariablesCommand(person.contact * 1_000 + 7));
    }

    @Test
    void itCanBeDoneAgainAndDoesNothing() {
        person.endedCase();
        long first = erase.erase(person.customer, person.contact, APerson.MAYA);
        var named = contact();
        assertThat(erase.erase(person.customer, person.contact, APerson.MAYA)).isEqualTo(first);
        assertThat(contact()).isEqualTo(named);
    }

    @Test
    void whoWasErasedAsksForNothingAndDoesNotComeBack() {
        var number = person.endedCase();
        erase.erase(person.customer, person.contact, APerson.MAYA);
        var kept =
                read.find(person.customer).orElseThrow().contact(person.contact).orElseThrow();
        assertThat(kept.isClosed()).isTrue();
        assertThatThrownBy(() -> keep.reopenContact(person.customer, person.contact, kept.version(), APerson.MAYA))
                .isInstanceOf(CustomerNotChanged.class)
                .hasMessageContaining("Add a new contact");
        assertThatThrownBy(() -> messages.receive(number, "It is back", "portal", "again"))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("Open a new case");
        assertThatThrownBy(() -> messages.note(number, person.name() + " called", "agent", "again"))
                .isInstanceOf(NotPossibleNow.class);
        // The address is free for whoever comes next.
        keep.addContact(person.customer, new ContactDetails(person.name(), person.email(), ""), APerson.MAYA);
    }

    @Test
    void aLetterThatWaitsIsNotSentAnyMoreAndNobodyHasToDecideAboutIt() {
        var number = person.endedCase();
        awaitLettersOf(number);
        database.sql(
                        "UPDATE message SET delivery = 'WAITING', sent_at = NULL WHERE case_number = ? AND direction = 'OUTBOUND'")
                .param(number.value())
                .update();
        erase.erase(person.customer, person.contact, APerson.MAYA);
        assertThat(database.sql(
                                "SELECT DISTINCT CONCAT(delivery, ' ', failure, ' ', failure_settled_at IS NULL) FROM message"
                                        + " WHERE case_number = ? AND direction = 'OUTBOUND'")
                        .param(number.value())
                        .query(String.class)
                        .list())
                .containsExactly("FAILED The contact was erased before it was sent. 0");
    }

    private void awaitLettersOf(CaseNumber number) {
        await().until(() -> database.sql("SELECT COUNT(*) FROM message WHERE case_number = ? AND delivery = 'WAITING'")
                        .param(number.value())
                        .query(Long.class)
                        .single()
                == 0);
    }

    @Test
    void whoHasTheNameOfAnotherContactLeavesTheOthersNameAlone() {
        keep.addContact(person.customer, new ContactDetails(person.name(), "same@" + person.domain, ""), APerson.MAYA);
        var others = person.openCaseOfTheOther();
        erase.erase(person.customer, person.contact, APerson.MAYA);
        assertThat(noteOf(others)).contains(person.name()).doesNotContain(person.email());
    }

    @Test
    void anOpenCaseIsToldAndNothingIsErased() {
        var number = person.openCase();
        person.endedCase();
        assertThat(erase.preview(person.customer, person.contact).obstacles())
                .singleElement()
                .asString()
                .contains(number.value(), "Close or withdraw");
        assertThatThrownBy(() -> erase.erase(person.customer, person.contact, APerson.MAYA))
                .isInstanceOf(ErasureRefused.class)
                .hasMessageContaining(number.value());
        assertThat(contact()).contains(person.name());
    }

    @Test
    void aHoldIsRespectedUntilItIsLifted() {
        var number = person.endedCase();
        holds.place(
                person.customer,
                person.contact,
                new Wanted("Dispute about an invoice", number.value(), ""),
                APerson.MAYA);
        assertThatThrownBy(() -> erase.erase(person.customer, person.contact, APerson.MAYA))
                .isInstanceOf(ErasureRefused.class)
                .hasMessageContaining("Case " + number + " is held")
                .hasMessageContaining("Maya Ito")
                .hasMessageContaining("Dispute about an invoice");
        assertThat(contact()).contains(person.name());
        endedYearsAgo(number);
        eraseOld.erase(Period.ofYears(6), 1_000);
        assertThat(subjectOf(number)).contains(person.secret);
        holds.lift(person.contact, holds.of(person.contact).getFirst().id(), APerson.MAYA);
        erase.erase(person.customer, person.contact, APerson.MAYA);
        assertThat(contact()).doesNotContain(person.name());
    }

    @Test
    void aHoldEndsAfterItsLastDay() {
        person.endedCase();
        holds.place(person.customer, person.contact, new Wanted("Audit", "", "2099-01-01"), APerson.MAYA);
        assertThat(erase.preview(person.customer, person.contact).obstacles()).hasSize(1);
        database.sql("UPDATE legal_hold SET until_day = ? WHERE contact_id = ?")
                .params(days.today().minusDays(1), person.contact)
                .update();
        assertThat(erase.preview(person.customer, person.contact).obstacles()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, -, Reason",
                "'\u200B', -, -, Reason",
                "Why, CW-2026-999999, -, Case",
                "Why, -, 2020-01-01, Until",
                "Why, -, tomorrow, Until"
            })
    void aHoldThatCannotBeIsToldWhy(String reason, String number, String until, String told) {
        assertThatThrownBy(() ->
                        holds.place(person.customer, person.contact, new Wanted(reason, number, until), APerson.MAYA))
                .isInstanceOf(ErasureRefused.class)
                .hasMessageStartingWith(told + ": ");
        assertThat(holds.of(person.contact)).isEmpty();
    }

    @Test
    void byAgeOnlyWhatIsOldGoesAndTheContactStays() {
        var old = person.endedCase();
        var young = person.endedCase();
        var open = person.openCase();
        endedYearsAgo(old);
        eraseOld.erase(Period.ofYears(6), 1_000);
        assertThat(subjectOf(old)).isEqualTo("Text erased");
        assertThat(contactOf(old)).isNotEqualTo(person.contact);
        assertThat(List.of(subjectOf(young), subjectOf(open))).allMatch(subject -> subject.contains(person.secret));
        assertThat(contact()).contains(person.name());
        assertThat(bodies(old)).noneMatch(body -> person.words().stream().anyMatch(body::contains));
        assertThat(bodies(young)).anyMatch(body -> body.contains(person.secret));
        assertThat(database.sql("SELECT contact_name FROM desk_case WHERE number = ?")
                        .param(old.value())
                        .query(String.class)
                        .single())
                .startsWith("Erased contact ");
        assertThat(eraseOld.erase(Period.ofYears(6), 1_000)).isZero();
    }

    @Test
    void allThatIsKeptIsHandedOut() throws IOException {
        var number = person.endedCase();
        var document = new String(handOut.json(person.customer, person.contact), StandardCharsets.UTF_8);
        assertThat(json.readTree(document).properties())
                .extracting(Map.Entry::getKey)
                .contains("contacts", "cases", "notes");
        assertThat(document).contains(number.value(), person.email(), person.last + " is not amused");
        for (String word : person.words()) {
            assertThat(document).contains(word);
        }
        var files = unzipped(handOut.csv(person.customer, person.contact));
        assertThat(files.get("contacts.csv")).contains(person.email()).contains("'+49 " + person.digits);
        assertThat(files.get("cases.csv")).contains(number.value(), person.secret);
    }

    @ParameterizedTest
    @CsvSource({
        "=1+1, '''=1+1'",
        "+49 30, '''+49 30'",
        "-1, '''-1'",
        "@SUM(A1), '''@SUM(A1)'",
        "'\t=1', '''\t=1'",
        "\uFF1D1, '''\uFF1D1'",
        "a=b, a=b",
        "'', ''"
    })
    void aCellIsNeverAFormula(String value, String cell) {
        assertThat(SpreadsheetText.cell(value)).isEqualTo(cell);
    }

    /** What only an engine brings, put where it would. */
    private void leaveTracesOfTheEngine(CaseNumber number, CaseNumber others) {
        String named = "{\"words\": \"" + person.name() + "\", \"who\": [\"" + person.email() + "\"], \"n\": 3}";
        long key = person.contact * 1_000;
        for (String owner : new String[] {number.value(), null}) {
            key++;
            database.sql("INSERT INTO user_task (generation, task_key, process_id, element_id, process_instance_key,"
                            + " element_instance_key, case_number, priority, state, shown, sent, created_at) VALUES"
                            + " (1, ?, 'p', 'e', 1, 1, ?, 50, 'COMPLETED', ?, ?, ?)")
                    .params(key, owner, named, named, now())
                    .update();
        }
        long task = database.sql("SELECT MIN(id) FROM user_task WHERE case_number = ?")
                .param(number.value())
                .query(Long.class)
                .single();
        database.sql("INSERT INTO signed_answer (task_id, person, answers, signed_at) VALUES (?, 'maya', ?, ?)")
                .params(task, named, now())
                .update();
        database.sql(
                        "INSERT INTO desk_draft (task_id, login, answers, form, shown, saved_at) VALUES (?, 'a', ?, '', '', ?)")
                .params(task, named, now())
                .update();
        database.sql(
                        "INSERT INTO desk_person (login, name, queues, acts, last_view, seen_at) VALUES (?, 'A', '[]', TRUE, ?, ?)")
                .params("looks" + person.contact, "q=" + person.first + "+" + person.last, now())
                .update();
        database.sql("INSERT INTO customer_import (name, login, created_at, content) VALUES ('l.csv', 'a', ?, ?)")
                .params(now(), "tenant_id,contact_name,contact_email\nx," + person.name() + "," + person.email())
                .update();
        database.sql("INSERT INTO process_place (generation, process_id, process_instance_key, element_id,"
                        + " element_instance_key, step_key, case_number, variables, entered_at) VALUES"
                        + " ((SELECT MAX(id) FROM engine_generation), 'support-case', ?, 'e', ?, ?, ?, ?, ?)")
                .params(person.contact * 1_000 + 7, person.contact * 1_000 + 8, "s" + key, others.value(), named, now())
                .update();
        for (String owner : List.of(number.value(), others.value())) {
            database.sql("INSERT INTO engine_message (id, name, correlation_key, message, sent_at, kept_until)"
                            + " VALUES (?, 'm', ?, ?, ?, ?)")
                    .params("m" + owner, owner + ":1", messageNaming(owner), now(), now().plusDays(1))
                    .update();
        }
        database.sql("INSERT INTO hand_off (case_number, reference, step_key, target, channel, title, text, severity,"
                        + " round_the_clock, diagnostics_consent, contact_name, contact_email, contact_phone,"
                        + " contact_hours, prepared_at) VALUES (?, ?, ?, 'MICROSOFT', 'ADMIN_CENTER', 't', ?, 'CRITICAL',"
                        + " FALSE, FALSE, ?, ?, '1', '9-17', ?)")
                .params(
                        number.value(),
                        "R" + person.contact,
                        "h" + key,
                        "Tenant: " + person.name(),
                        person.name(),
                        person.email(),
                        now())
                .update();
        database.sql(
                        "INSERT INTO vendor_ticket (version, hand_off_id, target, channel, state) SELECT 0, id, target, channel,"
                                + " 'CLOSED' FROM hand_off WHERE case_number = ?")
                .param(number.value())
                .update();
        database.sql(
                        "INSERT INTO vendor_ticket_note (ticket_id, kind, text, recorded_at, step_key) SELECT t.id, 'NEWS', ?, ?,"
                                + " ? FROM vendor_ticket t JOIN hand_off h ON h.id = t.hand_off_id WHERE h.case_number = ?")
                .params("We rang " + person.name(), now(), "n" + key, number.value())
                .update();
    }

    /** As the application writes it: tests that come after this one read all of them. */
    private String messageNaming(String owner) {
        var words = Map.<String, Object>of("words", person.name(), "who", List.of(person.email()), "n", 3);
        try {
            return json.writeValueAsString(
                    new EngineMessage("m" + owner, "m", owner + ":1", Duration.ofDays(1), words, false));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void endedYearsAgo(CaseNumber number) {
        database.sql("UPDATE support_case SET ended_at = '2019-01-01' WHERE number = ?")
                .param(number.value())
                .update();
    }

    private Map<String, Object> statistics(CaseNumber number) {
        return database.sql("SELECT status, severity, category, queue, channel, affected_users, received_at, ended_at,"
                        + " customer_id, contact_id, (SELECT COUNT(*) FROM timeline_entry t WHERE t.case_id = c.id) AS entries,"
                        + " (SELECT COUNT(*) FROM message m WHERE m.case_number = c.number) AS messages,"
                        + " (SELECT COUNT(*) FROM user_task u WHERE u.case_number = c.number) AS tasks"
                        + " FROM support_case c WHERE number = ?")
                .param(number.value())
                .query()
                .singleRow();
    }

    private String contact() {
        return database.sql("SELECT CONCAT_WS('|', name, email, phone) FROM contact WHERE id = ?")
                .param(person.contact)
                .query(String.class)
                .single();
    }

    private long contactOf(CaseNumber number) {
        return database.sql("SELECT contact_id FROM support_case WHERE number = ?")
                .param(number.value())
                .query(Long.class)
                .single();
    }

    private String subjectOf(CaseNumber number) {
        return database.sql("SELECT subject FROM support_case WHERE number = ?")
                .param(number.value())
                .query(String.class)
                .single();
    }

    private String noteOf(CaseNumber number) {
        return database.sql("SELECT body FROM message WHERE case_number = ? AND kind = 'NOTE'")
                .param(number.value())
                .query(String.class)
                .single();
    }

    private List<String> bodies(CaseNumber number) {
        return database.sql("SELECT body FROM message WHERE case_number = ?")
                .param(number.value())
                .query(String.class)
                .list();
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Map<String, String> unzipped(byte[] zip) throws IOException {
        var files = new HashMap<String, String>();
        try (var stream = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (var entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                files.put(entry.getName(), new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
