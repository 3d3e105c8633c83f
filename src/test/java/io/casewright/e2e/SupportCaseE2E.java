package io.casewright.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SupportCaseE2E {

    private static final String WORDS = "In words for the customer";
    private static final String LONG = "Long as can be. ".repeat(125).strip();

    private final Shop shop = Shop.open();
    private final Portal portal = shop.portal();
    private final Tasklist tasklist = shop.tasklist();

    @Test
    void aBillingCaseIsExplainedConfirmedAndClosed() {
        String subject = "Invoice lists licences twice <b>always</b> ${7*7} {{x}} " + UUID.randomUUID();
        String number = portal.open("contoso.example", subject, "billing", "minimal");
        shop.awaitMail("it@contoso.example", number, "is now case");

        tasklist.claim("Diagnose case", number, subject);
        assertThat(tasklist.field("Subject").locator("input")).hasValue(subject);
        tasklist.fill("Findings", "Two lines for one month")
                .choose("What causes it?", "Our invoice, order or subscription");
        Shop.picture(tasklist.page(), "diagnose-case");
        tasklist.complete();
        portal.awaitStatus(number, "RESOLVING");

        tasklist.claim("Resolve billing case", number, "Two lines for one month")
                .choose("Action", "Explain the invoice")
                .fill(WORDS, "The second line is the month before.");
        Shop.picture(tasklist.page(), "resolve-billing-case");
        tasklist.complete();
        portal.awaitStatus(number, "RESOLVED");
        shop.awaitMail("it@contoso.example", number, "The second line is the month before.");

        portal.answer(number, true);
        portal.awaitStatus(number, "CLOSED");
        shop.awaitMail("it@contoso.example", number, "closed");
        assertThat(portal.timeline(number))
                .containsExactly(
                        "received",
                        "registered",
                        "read",
                        "triaged",
                        "acknowledged",
                        "health_checked",
                        "diagnosed",
                        "resolved",
                        "confirmed",
                        "closed");
        var operate = shop.operate().showCompleted(shop.processOf(number));
        Shop.picture(operate.page(), "operate-completed");
    }

    @Test
    void aSubscriptionChangeNeedsASecondPerson() {
        String number = portal.open("adatum.example", "Reduce seats " + UUID.randomUUID(), "subscription", "minimal");
        diagnose(number, "Our invoice, order or subscription");
        tasklist.claim("Resolve subscription case", number)
                .choose("Action", "Reduce seats")
                .fill("What exactly is to be done", "From 140 to 90 at renewal")
                .fill(WORDS, "We will reduce the seats at renewal.")
                .complete();

        tasklist.claim("Approve action", number, "reduce-seats").pick("Yes").complete();
        tasklist.claim("Approve action", number, "You proposed this action yourself; somebody else has to decide.");
        Shop.picture(tasklist.page(), "approve-action");
        tasklist.release();

        shop.tasklistOf("act")
                .claim("Approve action", number, "reduce-seats")
                .pick("Yes")
                .complete();
        tasklist.claim("Carry out action", number, "From 140 to 90 at renewal")
                .pick("Yes, I read it back")
                .fill(WORDS, "Your seats change from 140 to 90 at renewal.")
                .complete();
        portal.awaitStatus(number, "RESOLVED");
        assertThat(portal.timeline(number)).contains("proposed", "approved", "carried_out", "resolved");
    }

    @Test
    void aTechnicalCaseAsksComesBackAndIsReopened() {
        String number = portal.openAtLength("Calendar entries vanish " + UUID.randomUUID(), "moderate");
        tasklist.awaitPriority("Medium", "Diagnose case", number);
        portal.reassess(number, "critical");
        tasklist.awaitPriority("Critical", "Diagnose case", number);
        tasklist.claim("Diagnose case", number)
                .fill("Findings", "Not clear yet")
                .fill("Steps tried", LONG)
                .choose("What causes it?", "Not clear yet: ask the customer")
                .fill("Question to the customer", "Which users see it?")
                .complete();
        portal.awaitStatus(number, "WAITING_FOR_CUSTOMER");
        shop.awaitMail("it@contoso.example", number, "Which users see it?");
        portal.write(number, "Only the sales team");
        portal.awaitStatus(number, "DIAGNOSING");

        tasklist.goOnWith("Diagnose case", number, "Only the sales team").fill("Findings", LONG);
        staysSmall(number);
        tasklist.choose("What causes it?", "Software, settings or configuration")
                .complete();
        tasklist.claim("Resolve technical case", number, LONG)
                .choose("Action", "Explain what to do")
                .fill(WORDS, LONG);
        staysSmall(number);
        tasklist.complete();
        portal.awaitStatus(number, "RESOLVED");
        staysSmall(number);
        portal.answer(number, false);
        portal.awaitStatus(number, "DIAGNOSING");

        diagnose(number, "Software, settings or configuration");
        tasklist.claim("Resolve technical case", number, "Found out")
                .choose("Action", "Change a setting")
                .fill(WORDS, "We reset the profile.")
                .complete();
        portal.awaitStatus(number, "RESOLVED");
        portal.answer(number, true);
        portal.awaitStatus(number, "CLOSED");

        portal.write(number, "It is back");
        portal.awaitStatus(number, "DIAGNOSING");
        tasklist.claim("Diagnose case", number, "Found out");
    }

    @Test
    void aCaseWaitsWithAKnownIssueAndItsCustomerIsAskedToVerify() {
        String number = portal.open("Outside mail arrives late " + UUID.randomUUID(), "moderate");
        tasklist.claim("Diagnose case", number)
                .fill("Findings", "Mail flow incident of Exchange Online")
                .choose("What causes it?", "A known issue of the service")
                .fill("Id of the known issue", "EX900001")
                .complete();
        portal.awaitStatus(number, "WAITING_FOR_SERVICE_INCIDENT");
        shop.awaitMail("it@contoso.example", number, "EX900001");
        shop.endServiceIssue("EX900001");
        portal.awaitStatus(number, "RESOLVED");
        shop.awaitMail("it@contoso.example", number, "Please check whether everything works");
        portal.answer(number, true);
        portal.awaitStatus(number, "CLOSED");
    }

    @Test
    void aResellersCaseIsHandedToItsProviderWithEvidence() {
        String number = portal.open(
                "fabrikam.example", "List dates shift by a day " + UUID.randomUUID(), "technical", "minimal");
        tasklist.claim("Diagnose case", number)
                .fill("Findings", "Reproduced in three tenants")
                .choose("What causes it?", "A fault of the service without a known issue")
                .choose("What is wrong?", "A bug or other irregularity")
                .complete();
        portal.awaitStatus(number, "HANDED_OFF");
        tasklist.claim("Complete evidence", number)
                .pick("Yes, the evidence is added below")
                .fill("Steps tried", "Other browser, other list")
                .fill("Role used", "SharePoint Administrator")
                .fill("Who is affected, and how it was checked", "All users of three sites")
                .fill("Impact on the business", "Dates must be checked by hand")
                .fill("Steps to reproduce, error texts and ids", "Edit in grid view, save, open the item");
        Shop.picture(tasklist.page(), "complete-evidence");
        tasklist.complete();
        tasklist.claim("Prepare hand-off", number, "PROVIDER")
                .pick("Somebody of us reachable round the clock?", "No")
                .pick("Does the customer agree that diagnostics are read?", "Yes")
                .fill("Name", "Mikko Salo")
                .fill("E-mail address", "support@partner.example")
                .fill("Telephone", "+358 9 555 0100")
                .fill("Time zone and language", "Europe/Helsinki, English");
        Shop.picture(tasklist.page(), "prepare-hand-off");
        tasklist.complete();
        tasklist.claim("File ticket", number)
                .fill("Number of the ticket there", "TD-4711")
                .complete();
        tasklist.claim("Follow vendor ticket", number, "TD-4711")
                .pick("Closed there: it is solved")
                .fill("What the vendor says", "Fixed in build 16.0.99")
                .complete();
        tasklist.claim("Relay to customer", number, "Fixed in build 16.0.99")
                .fill("In our own words for the customer", "The dates are stored correctly again.")
                .complete();
        portal.awaitStatus(number, "RESOLVED");
        shop.awaitMail("it@fabrikam.example", number, "The dates are stored correctly again.");
    }

    @Test
    void aPhoneCallBecomesACaseOnceTheCallerIsKnown() {
        String subject = "Invoice twice " + UUID.randomUUID();
        tasklist.start("Log call")
                .fill("Customer", "fabrikam.example")
                .fill("Caller's e-mail address", "somebody@fabrikam.example")
                .fill("Caller's name", "Sara Lindqvist")
                .fill("Subject", subject)
                .fill("What the caller says", "The November invoice lists every seat twice.")
                .choose("Impact on the customer's business", "Minimal");
        Shop.picture(tasklist.page(), "log-call");
        tasklist.submitStart("Log call");

        tasklist.claim("Correct call", subject);
        assertThat(tasklist.field("Why this is not a case yet").locator("textarea"))
                .hasValue(Pattern.compile("Caller's e-mail address .*"));
        Shop.picture(tasklist.page(), "correct-call");
        tasklist.pick("Yes, it is corrected below")
                .fill("Caller's e-mail address", "it@fabrikam.example")
                .complete();

        String number = portal.awaitCaseAbout(subject);
        portal.awaitStatus(number, "DIAGNOSING");
        assertThat(portal.<String>read(number, "$.channel")).isEqualTo("phone");
    }

    /** What the engine holds of a case that runs, against the limit the models are made for. */
    private void staysSmall(String number) {
        assertThat(shop.variableBytesOf(number)).isBetween(2 * 1024, 16 * 1024);
    }

    private void diagnose(String number, String cause) {
        tasklist.claim("Diagnose case", number)
                .fill("Findings", "Found out")
                .choose("What causes it?", cause)
                .complete();
        portal.awaitStatus(number, "RESOLVING");
    }
}
