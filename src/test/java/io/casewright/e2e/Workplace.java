package io.casewright.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Where an agent works: the Desk, or Tasklist where one is at hand. Both draw the same forms. */
abstract class Workplace {

    final Page page;
    private final List<Runnable> entries = new ArrayList<>();

    Workplace(Page page) {
        this.page = page;
    }

    /** Opens the newest task of this name whose form shows these texts, and claims it. */
    abstract Workplace claim(String task, String... shown);

    /** Opens such a task that is the agent's already. */
    abstract Workplace goOnWith(String task, String... shown);

    /** Looks at such a task, unclaimed, until it shows this severity. */
    abstract void awaitSeverity(String severity, String task, String... shown);

    /** Gives the task back to its queue. */
    abstract void release();

    /** Sends the form, which is refused with these words; what was entered stays. */
    abstract void isRefused(String words);

    /** Sends the form, which is taken. */
    abstract void complete();

    Page page() {
        return page;
    }

    /** Whether the fields of a form hold all of these; the Desk shows in words what Tasklist shows in capitals. */
    static boolean holds(List<?> fields, String... shown) {
        return Stream.of(shown)
                .allMatch(wanted -> fields.stream().anyMatch(field -> wanted.equalsIgnoreCase(String.valueOf(field))));
    }

    void forgetEntries() {
        entries.clear();
    }

    void enterAgain() {
        entries.forEach(Runnable::run);
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** At Tasklist a form takes a text over when its field is left; drawn anew before that, the field is empty again. */
    Workplace fill(String label, String text) {
        return enter(() -> {
            Locator input = field(label).locator("input, textarea");
            input.fill(text);
            input.blur();
            assertThat(input).hasValue(text);
        });
    }

    private Workplace enter(Runnable entry) {
        entry.run();
        entries.add(entry);
        return this;
    }

    /** Tasklist draws a form anew a moment after it was claimed, which closes an open list; then it is opened again. */
    Workplace choose(String label, String choice) {
        return enter(() -> chooseNow(label, choice));
    }

    private void chooseNow(String label, String choice) {
        Locator chosen =
                field(label).locator(".fjs-select-display").filter(new Locator.FilterOptions().setHasText(choice));
        Locator items = page.locator(".fjs-dropdownlist-item");
        Awaitility.await(label + ": " + choice)
                .atMost(Duration.ofSeconds(20))
                .ignoreExceptionsInstanceOf(TimeoutError.class)
                .until(() -> {
                    if (!items.first().isVisible()) {
                        field(label).locator(".fjs-input-group").click(new Locator.ClickOptions().setTimeout(2_000));
                    }
                    items.filter(new Locator.FilterOptions().setHasText(choice))
                            .click(new Locator.ClickOptions().setTimeout(2_000));
                    return chosen.isVisible();
                });
    }

    /** Chooses from a list that is so long that one types to find a choice. */
    Workplace find(String label, String choice) {
        return enter(() -> {
            Locator input = field(label).locator("input");
            input.fill(choice);
            page.locator(".fjs-dropdownlist-item")
                    .filter(new Locator.FilterOptions().setHasText(choice))
                    .click();
            assertThat(input).hasValue(Pattern.compile(choice.replaceAll("[^\\w\\s]", "\\\\$0")));
        });
    }

    /** Picks one of the choices that stand in the form as radio buttons. */
    Workplace pick(String choice) {
        return enter(() -> page.locator(".fjs-form label").getByText(choice).click());
    }

    /** Answers one of several questions that have radio buttons. */
    Workplace pick(String question, String choice) {
        return enter(() -> page.locator(".fjs-form-field")
                .filter(new Locator.FilterOptions().setHasText(question))
                .locator("label")
                .getByText(choice, new Locator.GetByTextOptions().setExact(true))
                .click());
    }

    Locator field(String label) {
        return page.locator(".fjs-form-field")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("label")
                                .filter(new Locator.FilterOptions()
                                        .setHasText(Pattern.compile(
                                                "^" + label.replaceAll("[^\\w\\s]", "\\\\$0") + "\\*?$")))));
    }
}
