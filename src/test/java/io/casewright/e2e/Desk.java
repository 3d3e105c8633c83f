package io.casewright.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The Desk as an agent uses it. */
final class Desk extends Workplace {

    private final String url;

    Desk(Page page, String applicationUrl, String agent) {
        super(page);
        this.url = applicationUrl + "/desk";
        page.navigate(url);
        Shop.logIn(page, agent);
        page.waitForURL(Pattern.compile(".*/desk\\?list=.*"));
    }

    @Override
    Desk claim(String task, String... shown) {
        open(task, shown);
        if (button("Claim").isVisible()) {
            button("Claim").click();
        }
        return awaitMine();
    }

    @Override
    Desk goOnWith(String task, String... shown) {
        open(task, shown);
        return awaitMine();
    }

    /** Opens and claims the newest task of this name, which is about no case; its form shows these texts. */
    Desk claimWithoutCase(String task, String... shown) {
        forgetEntries();
        Awaitility.await(task + " of " + List.of(shown)).untilAsserted(() -> {
            page.navigate(onSomePage(task));
            page.locator(".fjs-form").waitFor();
            var entries = entries();
            assertThat(holds(entries, shown))
                    .as("fields of the form: " + entries)
                    .isTrue();
        });
        button("Claim").click();
        return awaitMine();
    }

    private String onSomePage(String task) {
        for (int nth = 1; true; nth++) {
            page.navigate(url + "?list=all&page=" + nth);
            Locator all = page.locator("tr[data-task]");
            assertThat(all.count()).as("tasks on page " + nth).isPositive();
            Locator rows = all.filter(new Locator.FilterOptions()
                    .setHas(page.locator("td.of-step", new Page.LocatorOptions().setHasText(task))));
            if (rows.count() > 0) {
                return newest(rows);
            }
        }
    }

    private Desk awaitMine() {
        assertThat(page.locator("#who")).hasText("It is yours.");
        assertThat(page.locator(".fjs-form-field:not(.fjs-readonly) :is(input, textarea)")
                        .first())
                .isAttached();
        return this;
    }

    /** What was told first of the task, its case's number, is searched for; of several tasks the newest is opened. */
    private void open(String task, String... shown) {
        forgetEntries();
        Awaitility.await(task + " of " + List.of(shown)).untilAsserted(() -> {
            page.navigate(url + "?list=all&q=" + URLEncoder.encode(shown[0], StandardCharsets.UTF_8));
            Locator rows = page.locator("tr[data-task]")
                    .filter(new Locator.FilterOptions()
                            .setHas(page.locator("td.of-step", new Page.LocatorOptions().setHasText(task))));
            assertThat(rows.count()).as("tasks in the list").isPositive();
            page.navigate(newest(rows));
            page.locator(".fjs-form").waitFor();
            var entries = entries();
            assertThat(holds(entries, shown))
                    .as("fields of the form: " + entries)
                    .isTrue();
        });
    }

    private String newest(Locator rows) {
        String id = rows.evaluateAll("rows => Math.max(...rows.map(row => Number(row.dataset.task)))")
                .toString();
        return url + "/tasks/" + id;
    }

    private List<?> entries() {
        return (List<?>) page.locator(".fjs-form")
                .evaluate("form => [...form.querySelectorAll('input, textarea')].map(field => field.value)");
    }

    @Override
    void awaitSeverity(String severity, String task, String... shown) {
        Awaitility.await(task + " shown as " + severity).untilAsserted(() -> {
            open(task, shown);
            assertThat(page.locator(".title .severity").textContent()).isEqualTo(severity);
        });
    }

    @Override
    void release() {
        button("Hand back").click();
        assertThat(page.locator("#who")).hasText("Nobody has it.");
    }

    /** Goes on to the next task of the list, or to the list where there is none. */
    @Override
    void complete() {
        String task = page.url();
        button("Complete the task").click();
        page.waitForURL(url -> !url.equals(task));
    }

    @Override
    void isRefused(String words) {
        button("Complete the task").click();
        assertThat(page.locator("#refusal")).containsText(words);
    }
}
