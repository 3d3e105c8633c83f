package io.casewright.reseat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.casewright.casefile.application.CaseRequest;
import io.casewright.casefile.application.CaseRequest.ContactPerson;
import io.casewright.casefile.application.ConfirmResolution;
import io.casewright.casefile.application.ReceiveMessage;
import io.casewright.casefile.application.WithdrawCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Category;
import io.casewright.casefile.domain.CustomerAnswer;
import io.casewright.casefile.domain.Severity;
import io.casewright.customer.ContactDetails;
import io.casewright.customer.CustomerDirectory;
import io.casewright.customer.Editor;
import io.casewright.customer.KeepCustomers;
import io.casewright.localstack.LocalStack;
import io.casewright.localstack.StackSettings;
import io.casewright.reseat.LosableEngine.Known;
import io.casewright.retention.EraseContact;
import io.casewright.testkit.AllTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Cases of one person from beginning to end, on a real MySQL and a real engine: the engine knows of the person only what a form shows,
 * no log knows anything, and after the person was erased neither does anybody else.
 */
@ExtendWith(OutputCaptureExtension.class)
class PersonalDataOfARunTests {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Editor MAYA = new Editor("maya", "Maya Ito");

    private static final String NAME = "Zebulonia Quixfeldt";
    private static final String EMAIL = "zequix@contoso.example";
    private static final String PHONE = "3077123489";
    private static final String SECRET = "heliotrope";
    private static final List<String> WORDS = List.of("Zebulonia", "Quixfeldt", "zequix", PHONE, SECRET);

    /** By the variable, with one form that shows it. */
    private static final Map<String, String> SHOWN = Map.ofEntries(
            Map.entry("contactName", "support-case-triage-request"),
            Map.entry("subject", "support-case-triage-request"),
            Map.entry("requestText", "support-case-triage-request"),
            Map.entry("messageText", "customer-message-read-message"),
            Map.entry("messagesBefore", "customer-message-read-message"),
            Map.entry("cameBack", "diagnose-case-diagnose-case"),
            Map.entry("findings", "diagnose-case-diagnose-case"),
            Map.entry("question", "diagnose-case-diagnose-case"),
            Map.entry("resolution", "resolve-case-resolve-technical-case"),
            Map.entry("ticketTitle", "hand-off-case-prepare-hand-off"),
            Map.entry("ticketText", "hand-off-case-prepare-hand-off"),
            Map.entry("ratingComment", "unhappy-customer-call-back-customer"),
            Map.entry("contactEmail", "log-call-call-taken"),
            Map.entry("contactPhone", "log-call-call-taken"),
            Map.entry("description", "log-call-call-taken"));

    /** Of these nothing is left while no form of the case is open. */
    private static final Set<String> WHILE_WORKED_ON = Set.of(
            "contactName",
            "requestText",
            "messageText",
            "messagesBefore",
            "cameBack",
            "findings",
            "question",
            "resolution");

    @TempDir
    private Path folder;

    @Test
    void nobodyKnowsMoreOfAPersonThanAFormShowsAndNobodyAnythingAfterItWasErased(CapturedOutput log) {
        try (var stack = LocalStack.startDatabase(
                        StackSettings.besideOthers(Path.of("target", "personal-data-database")));
                var engine = new LosableEngine(folder);
                var shift = new Shift(stack.databaseUrl(), engine, "one")) {
            long contoso = shift.get(CustomerDirectory.class)
                    .findCustomer("contoso.example")
                    .orElseThrow();
            long contact = shift.get(KeepCustomers.class)
                    .addContact(contoso, new ContactDetails(NAME, EMAIL, "+49 " + PHONE), MAYA);
            confirmed(shift, engine);
            handedOffAndWithdrawn(shift, engine);
            called(shift);
            String others = othersCaseThatNames(shift);

            assertThat(naming(engine.everKnown()))
                    .as("what is looked for")
                    .contains("requestText", "messageText", "ticketText");
            assertThat(naming(engine.everKnown())).isSubsetOf(SHOWN.keySet());
            SHOWN.forEach((variable, form) -> assertThat(content(form)).contains("\"key\": \"" + variable + "\""));
            assertThat(onlyOfCalls(engine.everKnown())).containsExactly("log-call");
            assertThat(naming(engine.variables()))
                    .as("what is left of what others wrote")
                    .contains("findings");

            var erase = shift.get(EraseContact.class);
            await("the ends of all processes")
                    .atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(erase.preview(contoso, contact).obstacles())
                                    .isEmpty());
            erase.erase(contoso, contact, MAYA);

            await("the engine to forget")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(naming(engine.variables())).isEmpty());
            assertThat(new AllTexts(shift.database()).columnsWith(WORDS)).isEmpty();
            // The work of others goes on.
            assertThat(engine.variables())
                    .anyMatch(known ->
                            known.name().equals("findings") && known.value().contains("printer is new"));
            shift.complete(
                    others,
                    "userTask_ResolveTechnicalCase",
                    "demo",
                    Map.of("action", "instruct", "resolution", "Like this."));
            shift.awaitStatus(others, "RESOLVED");
            assertThat(new AllTexts(shift.database()).columnsWith(WORDS)).isEmpty();
        }
        // The mail server of the tests tells whose mail it takes.
        String ours = log.getAll()
                .lines()
                .filter(line -> !line.contains("c.icegreen.greenmail"))
                .collect(Collectors.joining("\n"));
        assertThat(ours).contains("Started").doesNotContainIgnoringCase(WORDS.toArray(String[]::new));
    }

    /** Asked, answered, resolved and confirmed. */
    private static void confirmed(Shift shift, LosableEngine engine) {
        String number = shift.open(request(Category.TECHNICAL, NAME, EMAIL));
        diagnose(shift, number, "unclear", Map.of("question", "Is " + NAME + " in the office?"));
        shift.awaitStatus(number, "WAITING_FOR_CUSTOMER");
        shift.get(ReceiveMessage.class)
                .receive(new CaseNumber(number), "Yes. Ring 0" + PHONE + ", " + SECRET, "portal", "reply");
        diagnose(shift, number, "settings", Map.of());
        shift.complete(
                number,
                "userTask_ResolveTechnicalCase",
                "demo",
                Map.of("action", "instruct", "resolution", "Dear " + NAME + ", like this."));
        shift.awaitStatus(number, "RESOLVED");
        await("nothing to be read by nobody")
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(naming(engine.variables())).doesNotContainAnyElementsOf(WHILE_WORKED_ON));
        shift.get(ConfirmResolution.class).confirm(new CaseNumber(number), CustomerAnswer.SOLVED, "portal");
        shift.awaitStatus(number, "CLOSED");
    }

    /** A person opens the ticket; the customer writes more and then wants nothing any more. */
    private static void handedOffAndWithdrawn(Shift shift, LosableEngine engine) {
        String number = shift.open(request(Category.TECHNICAL, NAME, EMAIL));
        diagnose(
                shift,
                number,
                "service-fault",
                Map.of(
                        "faultKind", "bug",
                        "stepsTried", "Other machine",
                        "impact", "A department cannot work",
                        "affectedScope", "All 40 users",
                        "reproduction", "Open it, wait",
                        "roleUsed", "Exchange Administrator"));
        shift.complete(
                number,
                "userTask_PrepareHandOff",
                "demo",
                Map.of(
                        "roundTheClock", "no",
                        "diagnosticsConsent", "yes",
                        "partnerContact", "Mikko Salo",
                        "partnerContactEmail", "support@partner.example",
                        "partnerContactPhone", "+358 9 555 0100",
                        "partnerContactHours", "Europe/Helsinki"));
        shift.complete(number, "userTask_FileTicket", "demo", Map.of("vendorNumber", "SR-4711"));
        shift.awaitTask(number, "userTask_FollowTicket");
        await("the text of the ticket to go")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(naming(engine.variables())).doesNotContain("ticketText"));
        shift.get(ReceiveMessage.class).receive(new CaseNumber(number), "I, " + NAME + ", add this", "portal", "more");
        shift.complete(number, "userTask_ReadMessage", "demo", Map.of("readingOutcome", "read"));
        shift.get(WithdrawCase.class).withdraw(new CaseNumber(number), null, "portal");
        shift.complete(number, "userTask_CloseTicket", "demo", Map.of("closedThere", "closed"));
    }

    /** An agent takes a call; first with a mistake. */
    private static void called(Shift shift) {
        shift.get(CamundaClient.class)
                .newCreateInstanceCommand()
                .bpmnProcessId("log-call")
                .latestVersion()
                .variables(Map.of(
                        "customer",
                        "nobody.example",
                        "contactName",
                        NAME,
                        "contactEmail",
                        EMAIL,
                        "contactPhone",
                        "0" + PHONE,
                        "subject",
                        "The " + SECRET + " of " + NAME,
                        "description",
                        "It is gone, says " + NAME,
                        "severity",
                        "minimal"))
                .send()
                .join();
        await("a call to correct")
                .atMost(PATIENCE)
                .until(() -> !shift.openTasks("userTask_CorrectCall").isEmpty());
        shift.completeTask(
                shift.openTasks("userTask_CorrectCall").getFirst(), "demo", Map.of("customer", "contoso.example"));
        String number = await("the case of the call")
                .atMost(PATIENCE)
                .until(
                        () -> shift.database()
                                .sql("SELECT number FROM support_case WHERE subject LIKE ?")
                                .param("The " + SECRET + "%")
                                .query(String.class)
                                .optional()
                                .orElse(""),
                        found -> !found.isEmpty());
        shift.get(WithdrawCase.class).withdraw(new CaseNumber(number), null, "portal");
    }

    private static String othersCaseThatNames(Shift shift) {
        String number = shift.open(request(Category.TECHNICAL, "Ida Toivonen", "it@contoso.example"));
        diagnose(shift, number, "settings", Map.of("findings", NAME + " (" + EMAIL + ") says the printer is new"));
        shift.awaitTask(number, "userTask_ResolveTechnicalCase");
        return number;
    }

    private static void diagnose(Shift shift, String number, String cause, Map<String, Object> more) {
        var answers = new HashMap<String, Object>(Map.of(
                "category", "technical", "severity", "minimal", "findings", "Found with Ms Quixfeldt", "cause", cause));
        answers.putAll(more);
        shift.complete(number, "userTask_DiagnoseCase", "demo", answers);
    }

    private static CaseRequest request(Category category, String name, String email) {
        boolean isOthers = !name.equals(NAME);
        String what = Long.toString(System.nanoTime(), 36);
        return new CaseRequest(
                "contoso.example",
                new ContactPerson(name, email, null),
                isOthers ? "Calendar entries vanish " + what : "Mail of " + NAME + " bounces " + what,
                isOthers
                        ? "Since today they vanish in Outlook " + what
                        : "My colleague cannot reach my address, one mail comes back. " + NAME + ", " + EMAIL + ": "
                                + SECRET + " " + what,
                null,
                null,
                category,
                Severity.MINIMAL,
                null,
                null,
                null,
                null);
    }

    /** Names of variables in which a trace of the person is. */
    private static Set<String> naming(Iterable<Known> variables) {
        var names = new TreeSet<String>();
        for (Known known : variables) {
            if (isTrace(known.value())) {
                names.add(known.name());
            }
        }
        return names;
    }

    /** Processes that ever knew how the person is reached. */
    private static Set<String> onlyOfCalls(Set<Known> variables) {
        return variables.stream()
                .filter(known ->
                        Set.of("contactEmail", "contactPhone", "description").contains(known.name()))
                .filter(known -> isTrace(known.value()))
                .map(Known::processId)
                .collect(Collectors.toSet());
    }

    private static boolean isTrace(@Nullable String value) {
        String text = value == null ? "" : value.toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(word -> text.contains(word.toLowerCase(Locale.ROOT)));
    }

    private static String content(String form) {
        try {
            return Files.readString(Path.of("forms", form + ".form"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
