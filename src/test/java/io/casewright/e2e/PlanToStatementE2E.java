package io.casewright.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a plan promises is told, watched, charged, stated and rated, each by whom it concerns. */
@ExtendWith(EndsSessions.class)
class PlanToStatementE2E {

    /** What leads to the application from outside is a matter of settings; here it is where the test reaches it. */
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/(?:statements|rate)/\\S+)");

    private final Shop shop = Shop.open();
    private final Portal portal = shop.portal();
    private final Desk owner = (Desk) shop.agent("owner");
    private final Desk manager = (Desk) shop.agent("manager");
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String domain = "c" + mark + ".example";
    private final String contact = "it@" + domain;

    @Test
    void whatAPlanPromisesIsToldWatchedChargedStatedAndRated() {
        String plan = "By the hour " + mark;
        write(plan);
        manager.claimWithoutCase("Approve plan", plan, "owner").pick("Yes");
        Shop.picture(manager.page(), "approve-plan");
        manager.complete();
        addCustomer(plan);

        String number = portal.open(domain, "Mail comes back " + mark, "technical", "minimal");
        shop.awaitMail(contact, number, "/plans/");
        // Promised within a minute; at nine tenths of it somebody is to look after it.
        manager.claim("Look after breached promise", number).pick("I call the customer");
        Shop.picture(manager.page(), "look-after-breached-promise");
        manager.complete();
        portal.awaitHappened(number, "promise_missed");

        solve(number);
        bookTime(number, "20");
        portal.answer(number, true);
        portal.awaitStatus(number, "CLOSED");
        assertCharged(number, "50.00\u00a0EUR");

        shop.timeGoesOn("satisfaction-survey", number);
        rate(number);
        state(number);
    }

    private void write(String name) {
        var page = owner.page();
        page.navigate(shop.applicationUrl() + "/desk/plans");
        page.locator("#name").fill(name);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Write its first version"))
                .click();
        Map.ofEntries(
                        Map.entry("en.name", name),
                        Map.entry("de.name", name),
                        Map.entry("en.technical", "All that does not work"),
                        Map.entry("de.technical", "Alles, was nicht geht"),
                        Map.entry("en.contact", "portal"),
                        Map.entry("de.contact", "Portal"),
                        Map.entry("languages", "en\nde"),
                        Map.entry("calendar.zone", "UTC"),
                        Map.entry("calendar.hours", "mon-sun 00:00-24:00"),
                        Map.entry("charging.price", "100.00"),
                        Map.entry("charging.currency", "EUR"),
                        Map.entry("charging.roundUpToMinutes", "15"),
                        Map.entry("charging.taxName", "VAT"),
                        Map.entry("charging.taxPercent", "19"))
                .forEach((field, value) -> page.locator("[id='" + field + "']").fill(value));
        for (String severity : List.of("critical", "moderate", "minimal")) {
            page.locator("[id='targets." + severity + ".firstResponse']").fill("1 min");
            page.locator("[id='targets." + severity + ".resolution']").fill("16 h");
        }
        page.locator("[id='charging.model']").selectOption("HOURLY");
        page.locator("[id='delivery.firstLine']").selectOption("OWN");
        page.locator("[id='delivery.secondLine']").selectOption("OWN");
        page.locator("#propose").click();
        assertThat(page.locator("#state")).containsText("Waits for a second person");
        page.locator("#what-if").click();
        assertThat(page.locator(".count")).containsText("0 cases");
        Shop.picture(page, "what-if");
    }

    private void addCustomer(String plan) {
        var page = manager.page();
        page.navigate(shop.applicationUrl() + "/desk/customers/new");
        page.locator("#name").fill("Company " + mark);
        page.locator("#tenantId").fill(UUID.randomUUID().toString());
        page.locator("#domain").fill(domain);
        page.locator("#partner").selectOption(new SelectOption().setIndex(1));
        page.locator("#supportPlan").selectOption(plan);
        page.locator("#deliveryModel").selectOption("OWN");
        page.locator("#locale").fill("en");
        page.locator("form.call button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*/desk/customers/\\d+$"));
        page.navigate(page.url() + "/contacts/new");
        page.locator("#name").fill("Ida Example");
        page.locator("#email").fill(contact);
        page.locator("form.call button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*/desk/customers/\\d+$"));
    }

    private void solve(String number) {
        var agent = shop.agent();
        agent.claim("Diagnose case", number)
                .fill("Findings", "A rule of theirs")
                .choose("What causes it?", "Software, settings or configuration")
                .complete();
        portal.awaitStatus(number, "RESOLVING");
        agent.claim("Resolve technical case", number)
                .choose("Action", "Explain what to do")
                .fill("In words for the customer", "Switch the rule off.")
                .complete();
        portal.awaitStatus(number, "RESOLVED");
    }

    private void bookTime(String number, String minutes) {
        var page = shop.agent().page();
        page.navigate(shop.applicationUrl() + "/desk/cases/" + number + "/time");
        page.locator("#minutes").fill(minutes);
        page.locator("#words").fill("Looked at the rules");
        page.locator("form.call.spent:has(#minutes) button").click();
        assertThat(page.getByText("The time is booked.")).isVisible();
        Shop.picture(page, "time");
    }

    private void assertCharged(String number, String amount) {
        var page = manager.page();
        Awaitility.await(number + " is charged").untilAsserted(() -> {
            page.navigate(shop.applicationUrl() + "/cases/" + number);
            assertThat(page.locator("section:has(#charge-title)").textContent()).contains(amount);
        });
        Shop.picture(page, "case-charged");
    }

    private void rate(String number) {
        var link = LINK.matcher(shop.awaitMail(contact, number, "/rate/"));
        assertThat(link.find()).isTrue();
        var page = shop.stranger();
        page.navigate(shop.applicationUrl() + link.group(1));
        page.locator("input[name=rating][value='5']").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"))
                .click();
        portal.awaitHappened(number, "rated");
    }

    private void state(String number) {
        var page = owner.page();
        page.navigate(shop.applicationUrl() + "/desk/statements");
        page.locator("#make").click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Company " + mark))
                .click();
        assertThat(page.locator("tfoot .gross td")).hasText("59.50\u00a0EUR");
        Shop.picture(page, "statement-draft");
        page.locator("#propose").click();
        assertThat(page.locator("#state")).containsText("Proposed");
        manager.claimWithoutCase("Approve statement", "Company " + mark, "59.50\u00a0EUR")
                .pick("Yes");
        Shop.picture(manager.page(), "approve-statement");
        manager.complete();

        var link = LINK.matcher(shop.awaitMail(contact, "ST-", "/statements/"));
        assertThat(link.find()).isTrue();
        var customer = shop.stranger();
        customer.navigate(shop.applicationUrl() + link.group(1));
        assertThat(customer.locator("tfoot .gross td")).hasText("59.50\u00a0EUR");
        customer.locator("#line").fill("1");
        customer.locator("#words").fill("Nobody worked twenty minutes.");
        customer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"))
                .click();
        assertThat(customer.locator("#disputed")).containsText("CW-");
        Shop.picture(customer, "statement");
    }
}
