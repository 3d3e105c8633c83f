package io.casewright.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class SupportCaseE2E {

    private final Shop shop = Shop.open();
    private final Portal portal = shop.portal();

    @Test
    void aRequestIsDiagnosedResolvedConfirmedAndClosed() {
        String subject = "Mail bounces <b>always</b> ${7*7} {{x}} " + UUID.randomUUID();
        String number = portal.open(subject, "critical");
        var tasklist = shop.tasklist();

        tasklist.claim("Diagnose case", number, subject);
        assertThat(tasklist.field("Subject").locator("input")).hasValue(subject);
        tasklist.choose("Category", "Technical").fill("Findings", "A transport rule loops");
        Shop.picture(tasklist.page(), "diagnose-case");
        tasklist.complete();
        portal.awaitStatus(number, "RESOLVING");

        tasklist.claim("Resolve case", number, "A transport rule loops");
        assertThat(tasklist.field("Findings").locator("textarea")).hasValue("A transport rule loops");
        tasklist.fill("What was done, in words for the customer", "We switched the rule off; mail arrives again.");
        Shop.picture(tasklist.page(), "resolve-case");
        tasklist.complete();
        portal.awaitStatus(number, "RESOLVED");

        portal.answer(number, true);
        portal.awaitStatus(number, "CLOSED");
        assertThat(portal.timeline(number))
                .containsExactly("received", "registered", "diagnosed", "resolved", "confirmed", "closed");

        var operate = shop.operate().showCompleted(shop.processOf(number));
        Shop.picture(operate.page(), "operate-completed");
    }

    @Test
    void aResolutionThatDidNotHelpBringsTheCaseBack() {
        String number = portal.open("Calendar entries vanish " + UUID.randomUUID(), "moderate");
        var tasklist = shop.tasklist();
        tasklist.claim("Diagnose case", number)
                .choose("Category", "Technical")
                .fill("Findings", "A stale client")
                .complete();
        tasklist.claim("Resolve case", number)
                .fill("What was done, in words for the customer", "Please update Outlook.")
                .complete();
        portal.awaitStatus(number, "RESOLVED");
        portal.answer(number, false);
        portal.awaitStatus(number, "DIAGNOSING");
        tasklist.claim("Diagnose case", number, "A stale client");
        assertThat(tasklist.field("Findings").locator("textarea")).hasValue("A stale client");
    }

    @Test
    void aPhoneCallBecomesACaseOnceTheCallerIsKnown() {
        String subject = "Invoice twice " + UUID.randomUUID();
        var tasklist = shop.tasklist();
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
                .hasValue(java.util.regex.Pattern.compile("Caller's e-mail address .*"));
        Shop.picture(tasklist.page(), "correct-call");
        tasklist.pick("Yes, it is corrected below")
                .fill("Caller's e-mail address", "it@fabrikam.example")
                .complete();

        String number = portal.awaitCaseAbout(subject);
        portal.awaitStatus(number, "DIAGNOSING");
        assertThat(portal.<String>read(number, "$.channel")).isEqualTo("phone");
    }
}
