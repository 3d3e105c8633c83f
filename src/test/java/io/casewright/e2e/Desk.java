package io.casewright.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.awaitility.Awaitility;

/** The Desk as an agent uses it. */
final class Desk extends Workplace {

    private final String url;

    Desk(Page page, String applicationUrl, String agent) {
        super(page);
        this.url = applicationUrl + "/desk";
        page.navigate(url);
        page.getByLabel("User").fill(agent);
        page.getByLabel("Password").fill(agent);
        button("Log in").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .isVisible();
    }

    @Override
    Desk claim(String task, String... shown) {
        open(task, shown);
        if (button("Claim").isVisible()) {
            button("Claim").click();
        }
        assertThat(button("Hand back")).isVisible();
        return this;
    }

    @Override
    Desk goOnWith(String task, String... shown) {
        open(task, shown);
        assertThat(button("Hand back")).isVisible();
        return this;
    }

    /** The case's number, or what else was told of it, is searched for; the newest task of the name is opened. */
    private void open(String task, String... shown) {
        forgetEntries();
        Awaitility.await(task + " of " + List.of(shown)).untilAsserted(() -> {
            page.navigate(url + "?list=all&q=" + URLEncoder.encode(shown[0], StandardCharsets.UTF_8));
            Locator rows = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(task));
            assertThat(rows.count()).as("tasks " + task + " of " + shown[0]).isPositive();
            rows.last().getByRole(AriaRole.LINK).first().click();
            page.locator(".fjs-form").waitFor();
            var entries = (List<?>) page.locator(".fjs-form")
                    .evaluate("form => [...form.querySelectorAll('input, textarea')].map(field => field.value)");
            assertThat(entries).as("the form's fields").containsAll((List) List.of(shown));
        });
    }

    @Override
    void awaitPriority(String priority, String task, String... shown) {
        Awaitility.await(task + " with priority " + priority).untilAsserted(() -> {
            open(task, shown);
            assertThat(page.getByText(priority).count()).isPositive();
        });
    }

    @Override
    void release() {
        button("Hand back").click();
        assertThat(button("Claim")).isVisible();
    }

    @Override
    void complete() {
        String task = page.url();
        button("Complete").click();
        assertThat(page).not().hasURL(task);
    }
}
