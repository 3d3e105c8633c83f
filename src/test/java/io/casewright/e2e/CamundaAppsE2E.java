package io.casewright.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;

/** What only Tasklist and Operate show, with a Camunda that somebody brings: see docs/operating.md. */
@ExtendWith(EndsSessions.class)
@EnabledIfEnvironmentVariable(
        named = Shop.TASKLIST_URL,
        matches = ".+",
        disabledReason = "no Camunda with Tasklist and Operate was named by " + Shop.TASKLIST_URL)
class CamundaAppsE2E {

    private final Shop shop = Shop.open();
    private final Portal portal = shop.portal();

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
                .hasValue(Pattern.compile("Caller's e-mail address .*"));
        Shop.picture(tasklist.page(), "correct-call");
        tasklist.pick("Yes, it is corrected below")
                .fill("Caller's e-mail address", "it@fabrikam.example")
                .complete();

        String number = portal.awaitCaseAbout(subject);
        portal.awaitStatus(number, "DIAGNOSING");
        assertThat(portal.<String>read(number, "$.channel")).isEqualTo("phone");
    }

    @Test
    void operateShowsTheProcessOfACase() {
        String number = portal.open("Mail bounces " + UUID.randomUUID(), "minimal");
        portal.awaitStatus(number, "DIAGNOSING");
        var operate = shop.operate().show(shop.processOf(number));
        Shop.picture(operate.page(), "operate");
    }
}
