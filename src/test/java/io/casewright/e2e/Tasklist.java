package io.casewright.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Tasklist as an agent uses it. */
final class Tasklist extends Workplace {

    /** Each look loads the page anew, which takes from the processors what Tasklist needs to learn of the task. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** How long, in milliseconds, a look waits for something to come. */
    private static final double LOOK = 15_000;

    private static final Map<String, String> PRIORITY =
            Map.of("Minimal", "Low", "Moderate", "Medium", "Critical", "Critical");

    private final String url;
    private final Set<String> completed = new HashSet<>();

    Tasklist(Page page, String webAppsUrl, String agent) {
        super(page);
        this.url = webAppsUrl + "/tasklist";
        page.navigate(url);
        page.locator("input[name=username]").fill(agent);
        page.locator("input[name=password]").fill(agent);
        page.locator("button[type=submit]").click();
        assertThat(page.getByText("All open tasks").first()).isVisible();
    }

    /**
     * Opens the task of this name whose form shows these texts, and claims it. Tasklist may learn of a task before its
     * variables, and late that a task is gone; so each look opens the form anew.
     */
    @Override
    Tasklist claim(String task, String... shown) {
        forgetEntries();
        looks(task + " of " + List.of(shown) + " to be claimed").untilAsserted(() -> {
            openTaskShowing(task, shown);
            assign();
        });
        return this;
    }

    /** Opens such a task that is the agent's already. */
    @Override
    Tasklist goOnWith(String task, String... shown) {
        forgetEntries();
        looks(task + " of " + List.of(shown)).untilAsserted(() -> openTaskShowing(task, shown));
        return awaitAssigned();
    }

    /** The list may change under a look; then the next one is as good. */
    private static ConditionFactory looks(String what) {
        return Awaitility.await(what).pollInterval(BETWEEN_LOOKS).ignoreExceptionsInstanceOf(TimeoutError.class);
    }

    private void assign() {
        if (button("Assign to me").isVisible()) {
            button("Assign to me").click();
        }
        awaitAssigned();
    }

    /** Only when a task can be given back has Tasklist learnt of the claim; until then it may draw the form anew. */
    private Tasklist awaitAssigned() {
        assertThat(page.getByText("Assigned to me").first()).isVisible();
        assertThat(button("Unassign")).isVisible();
        assertThat(page.locator(".fjs-form-field:not(.fjs-readonly) :is(input, textarea)")
                        .first())
                .isAttached();
        return this;
    }

    /**
     * The newest task stands first, so the wanted one is found by looking into each of that name that was not completed here
     * before. Where none is, this says what was there instead.
     */
    private void openTaskShowing(String task, String... shown) {
        page.navigate(url + "?sortBy=creation");
        Locator all = page.getByTestId(Pattern.compile("^task-\\d+$"));
        Locator tasks = all.filter(new Locator.FilterOptions().setHasText(task));
        if (!appears(tasks.first())) {
            throw new AssertionError("Tasklist shows no such task but " + all.allInnerTexts());
        }
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < tasks.count(); i++) {
            if (completed.contains(tasks.nth(i).getAttribute("data-testid"))) {
                continue;
            }
            tasks.nth(i).click();
            if (appears(page.locator(".fjs-form-field :is(input, textarea)").first())) {
                var entries = (List<?>) page.locator(".fjs-form")
                        .evaluate("form => [...form.querySelectorAll('input, textarea')].map(field => field.value)");
                if (holds(entries, shown)) {
                    return;
                }
                seen.add("%.200s".formatted(entries));
            } else {
                seen.add("a task without a form");
            }
        }
        throw new AssertionError("Tasklist shows other tasks of this name: " + seen);
    }

    private static boolean appears(Locator wanted) {
        try {
            wanted.waitFor(new Locator.WaitForOptions().setTimeout(LOOK));
            return true;
        } catch (TimeoutError e) {
            return false;
        }
    }

    /** By its priority, which is all that Tasklist shows of it. */
    @Override
    void awaitSeverity(String severity, String task, String... shown) {
        Locator urgency = page.getByText("Priority", new Page.GetByTextOptions().setExact(true))
                .locator("..")
                .filter(new Locator.FilterOptions().setHasText(PRIORITY.get(severity)));
        looks(task + " of " + List.of(shown) + " of severity " + severity).untilAsserted(() -> {
            openTaskShowing(task, shown);
            assertThat(urgency).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(2_000));
        });
    }

    /** Gives the task back to its queue. */
    @Override
    void release() {
        button("Unassign").click();
        assertThat(page.getByText("Unassigned").first()).isVisible();
    }

    @Override
    void isRefused(String words) {
        button("Complete Task").click();
        assertThat(page.getByText(words).first()).isVisible();
    }

    /**
     * Tasklist hears late that somebody else gave a task back: for a moment it refuses who claimed it since. It draws a form
     * anew that was just opened, which loses entries; a click that meets this says "Completing" for ever. A person then opens
     * the task again, enters and clicks again unless it is completed meanwhile, and so does this.
     */
    @Override
    void complete() {
        String task = page.url();
        looks("Task completed")
                .untilAsserted(() ->
                        assertThat(completesNow() || completedMeanwhile(task)).isTrue());
        completed.add(task.replaceFirst(".*/tasklist/(\\d+).*", "task-$1"));
    }

    private boolean completesNow() {
        Locator accepted = page.getByText("Task completed").first();
        Locator refused = page.getByText("Task could not be completed");
        Locator emptied = page.locator(".fjs-form-field-error").first();
        try {
            button("Complete Task").click(new Locator.ClickOptions().setTimeout(LOOK));
        } catch (TimeoutError e) {
            return false;
        }
        return appears(accepted.or(refused).or(emptied).first()) && accepted.isVisible();
    }

    private boolean completedMeanwhile(String task) {
        Locator ended = page.getByTestId("completion-label");
        page.navigate(task);
        ended.or(button("Unassign")).or(button("Assign to me")).first().waitFor();
        if (ended.isVisible()) {
            return true;
        }
        assign();
        enterAgain();
        return false;
    }

    /** Opens the start form of a process. */
    Tasklist start(String process) {
        page.navigate(url + "/processes");
        button("Continue").click();
        page.getByTestId("process-tile")
                .filter(new Locator.FilterOptions().setHasText(process))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start process"))
                .click();
        page.locator(".fjs-form").waitFor();
        return this;
    }

    void submitStart(String process) {
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start process"))
                .click();
        assertThat(page.getByText("Start process " + process)).isHidden();
    }
}
