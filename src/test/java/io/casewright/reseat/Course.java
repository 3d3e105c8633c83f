package io.casewright.reseat;

import static java.util.Map.entry;

import io.casewright.casefile.application.CaseRequest;
import io.casewright.casefile.application.CaseRequest.ContactPerson;
import io.casewright.casefile.domain.Category;
import io.casewright.casefile.domain.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a case comes to the place where it waits: who completes which task with which answers, one after the other.
 *
 * @param opened what the customer asks
 * @param place where the case waits then, as process and element
 */
record Course(String name, CaseRequest opened, List<Turn> turns, String place) {

    /** An answer that is the first thing that the form offers there. */
    static final String FIRST_OFFERED = "first offered";

    private static final Map<String, Object> EVIDENCE = Map.ofEntries(
            entry("findings", "Reproduced in three tenants"),
            entry("stepsTried", "Other machine, other network"),
            entry("cause", "service-fault"),
            entry("faultKind", "bug"),
            entry("impact", "A department cannot work"),
            entry("affectedScope", "All 40 users, checked with three"),
            entry("reproduction", "Open it, wait, read the error"));

    private static final Map<String, Object> CONTACT = Map.of(
            "roundTheClock", "no",
            "diagnosticsConsent", "yes",
            "partnerContact", "Mikko Salo",
            "partnerContactEmail", "support@partner.example",
            "partnerContactPhone", "+358 9 555 0100",
            "partnerContactHours", "Europe/Helsinki, English");

    record Turn(String elementId, String login, Map<String, Object> answers) {}

    static Course untouched() {
        return new Course(
                "diagnosis", contoso(Category.BILLING, null), List.of(), "diagnose-case userTask_DiagnoseCase");
    }

    static Course asked() {
        return billing(
                "asked",
                "diagnose-case receiveTask_AwaitReply",
                diagnose(Category.BILLING, "unclear", Map.of("question", "Which invoice?")));
    }

    static Course billing() {
        return billing("billing", "resolve-case userTask_ResolveBillingCase", settled(Category.BILLING));
    }

    static Course resolved() {
        return billing(
                "resolved",
                "support-case gateway_AwaitCustomer",
                settled(Category.BILLING),
                turn("userTask_ResolveBillingCase", Map.of("action", "explain-invoice", "resolution", "It is right.")));
    }

    static Course invoiceExpected(String invoice) {
        return billing(
                "invoice expected",
                "resolve-case event_InvoiceExpected",
                settled(Category.BILLING),
                turn("userTask_ResolveBillingCase", Map.of("action", "read-invoice", "invoice", invoice)));
    }

    static Course technical() {
        return new Course(
                "technical",
                contoso(Category.TECHNICAL, null),
                List.of(diagnose(Category.TECHNICAL, "settings", Map.of())),
                "resolve-case userTask_ResolveTechnicalCase");
    }

    static Course subscription() {
        return new Course(
                "subscription",
                adatum(),
                List.of(settled(Category.SUBSCRIPTION)),
                "resolve-case userTask_ResolveSubscriptionCase");
    }

    static Course proposed(String subscription) {
        return new Course(
                "proposed",
                adatum(),
                List.of(settled(Category.SUBSCRIPTION), reduce(subscription)),
                "second-person userTask_ApproveAction");
    }

    static Course approved(String subscription, String place) {
        return new Course(
                "approved",
                adatum(),
                List.of(
                        settled(Category.SUBSCRIPTION),
                        reduce(subscription),
                        new Turn("userTask_ApproveAction", "manager", Map.of("approved", "yes"))),
                place);
    }

    static Course knownIssue(String issue, String product) {
        return new Course(
                "known issue",
                contoso(Category.TECHNICAL, product),
                List.of(diagnose(Category.TECHNICAL, "known-issue", Map.of("knownIssue", issue))),
                "known-issue userTask_WatchKnownIssue");
    }

    static Course evidenceMissing() {
        return new Course(
                "evidence missing",
                contoso(Category.TECHNICAL, null),
                List.of(diagnose(Category.TECHNICAL, "service-fault", Map.of("faultKind", "bug"))),
                "hand-off-case userTask_CompleteEvidence");
    }

    static Course handOff() {
        return handOff("hand-off", "hand-off-case userTask_PrepareHandOff");
    }

    static Course filing() {
        return handOff("filing", "vendor-ticket userTask_FileTicket", turn("userTask_PrepareHandOff", CONTACT));
    }

    static Course following() {
        return handOff(
                "following",
                "vendor-ticket userTask_FollowTicket",
                turn("userTask_PrepareHandOff", CONTACT),
                turn("userTask_FileTicket", Map.of("vendorNumber", "SR-" + UUID.randomUUID())));
    }

    static Course atProvidersDesk() {
        return new Course(
                "at a desk",
                new CaseRequest(
                        "fabrikam.example",
                        new ContactPerson("Sara Lindqvist", "it@fabrikam.example", null),
                        "List dates shift by a day " + UUID.randomUUID(),
                        "In SharePoint all dates of a list are wrong " + UUID.randomUUID(),
                        null,
                        null,
                        Category.TECHNICAL,
                        Severity.MINIMAL,
                        null,
                        null,
                        null,
                        null),
                List.of(
                        diagnose(
                                Category.TECHNICAL,
                                "service-fault",
                                with("faultKind", "unavailable", "roleUsed", "Service Support Administrator")),
                        turn("userTask_PrepareHandOff", CONTACT)),
                "vendor-ticket event_TicketChanged");
    }

    static Course accessRequested() {
        return access("access requested", "request-access userTask_RequestDelegatedAccess");
    }

    static Course approvalAwaited() {
        return access(
                "approval awaited",
                "request-access userTask_AwaitApproval",
                turn("userTask_RequestDelegatedAccess", Map.of("invitation", "send")));
    }

    /** The same words as another open case, so that a person looks whether it is the same. */
    Course inTheSameWords() {
        return new Course("same words", opened, List.of(), "support-case userTask_TriageRequest");
    }

    private static Course billing(String name, String place, Turn... turns) {
        return new Course(name, contoso(Category.BILLING, null), List.of(turns), place);
    }

    private static Course handOff(String name, String place, Turn... turns) {
        var evidence = with("roleUsed", "Exchange Administrator");
        var all = new java.util.ArrayList<>(List.of(diagnose(Category.TECHNICAL, "service-fault", evidence)));
        all.addAll(List.of(turns));
        return new Course(name, contoso(Category.TECHNICAL, null), all, place);
    }

    private static Map<String, Object> with(String... namesAndValues) {
        var evidence = new HashMap<>(EVIDENCE);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            evidence.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return evidence;
    }

    private static Course access(String name, String place, Turn... turns) {
        var all = new java.util.ArrayList<>(List.of(diagnose(
                Category.TECHNICAL, null, Map.of("findings", "We have to look", "requestAccess", "look-into"))));
        all.addAll(List.of(turns));
        return new Course(
                name,
                new CaseRequest(
                        "proseware.example",
                        new ContactPerson("Élodie Marchand", "it@proseware.example", null),
                        "Mails arrive late " + UUID.randomUUID(),
                        "Outlook shows them an hour late " + UUID.randomUUID(),
                        null,
                        null,
                        Category.TECHNICAL,
                        Severity.MODERATE,
                        null,
                        null,
                        null,
                        null),
                all,
                place);
    }

    private static Turn settled(Category category) {
        return diagnose(category, "our-delivery", Map.of());
    }

    private static Turn reduce(String subscription) {
        return new Turn(
                "userTask_ResolveSubscriptionCase",
                "act",
                Map.of(
                        "action", "reduce-seats",
                        "subscription", subscription,
                        "newQuantity", "10",
                        "actionDetail", "Within the window",
                        "resolution", "We will reduce the seats."));
    }

    private static Turn diagnose(Category category, @Nullable String cause, Map<String, Object> more) {
        var answers = new HashMap<String, Object>(Map.of(
                "category",
                category.name().toLowerCase(java.util.Locale.ROOT),
                "severity",
                "minimal",
                "findings",
                "Found out"));
        answers.put("cause", cause);
        answers.putAll(more);
        return turn("userTask_DiagnoseCase", answers);
    }

    private static Turn turn(String elementId, Map<String, Object> answers) {
        return new Turn(elementId, "demo", answers);
    }

    private static CaseRequest contoso(Category category, @Nullable String product) {
        return new CaseRequest(
                "contoso.example",
                new ContactPerson("Ida Toivonen", "it@contoso.example", null),
                (category == Category.BILLING ? "Invoice lists licences twice " : "Calendar entries vanish ")
                        + UUID.randomUUID(),
                (category == Category.BILLING ? "Two lines for one month " : "Since today they vanish in Outlook ")
                        + UUID.randomUUID(),
                product,
                null,
                category,
                Severity.MINIMAL,
                null,
                null,
                null,
                null);
    }

    private static CaseRequest adatum() {
        return new CaseRequest(
                "adatum.example",
                new ContactPerson("Greta Baumann", "it@adatum.example", null),
                "Reduce seats " + UUID.randomUUID(),
                "Please reduce the number of our licences " + UUID.randomUUID(),
                null,
                null,
                Category.SUBSCRIPTION,
                Severity.MINIMAL,
                null,
                null,
                null,
                null);
    }
}
