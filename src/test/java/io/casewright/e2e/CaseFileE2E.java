package io.casewright.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The case file in a browser, as a person reads it. */
@ExtendWith(EndsSessions.class)
class CaseFileE2E {

    private final Shop shop = Shop.open();
    private final Portal portal = shop.portal();

    @Test
    void aCaseIsFoundAndOpenedByKeyboardAlone() {
        String word = UUID.randomUUID().toString();
        String number = portal.open("Mail bounces <b>always</b> " + word, "critical");
        portal.awaitHappened(number, "registered");
        var page = shop.caseFiles(1280);
        var complaints = complaintsOf(page);

        pressUntil(page, "Skip to the content");
        page.keyboard().press("Enter");
        pressUntil(page, "Search");
        page.keyboard().type(word);
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("1 case");
        isAccessible(page);
        Shop.picture(page, "case-list");
        pressUntil(page, number);
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Mail bounces <b>always</b> " + word);
        assertThat(page.getByText("In the process the case is now at")).isVisible();
        assertThat(page.locator("#canvas [data-element-id].now")).isVisible();
        assertThat(page.locator("[data-element-id=serviceTask_RegisterCase].been"))
                .isAttached();
        assertThat(page.locator(".bjs-powered-by")).isInViewport();
        isAccessible(page);
        Shop.picture(page, "case-file");
        pressUntil(page, "Whole process");
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-element-id=startEvent_RequestReceived]")).isInViewport();
        assertThat(complaints).isEmpty();
    }

    @Test
    void aNarrowScreenNeedsNoSidewaysScrolling() {
        String number = portal.open("x".repeat(200), "minimal");
        var page = shop.caseFiles(400);
        for (String address : List.of("/cases", "/cases/" + number, "/cases/CW-1999-000001")) {
            page.navigate(page.url().replaceFirst("/cases.*", address));
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(400);
            isAccessible(page);
        }
    }

    /** Moves the focus on until it is at what has this name. */
    private static void pressUntil(Page page, String name) {
        for (int i = 0; i < 40; i++) {
            page.keyboard().press("Tab");
            var focused = page.locator(":focus").evaluate("focused => (focused.labels?.[0] ?? focused).textContent");
            if (String.valueOf(focused).contains(name)) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + name);
    }

    /**
     * What the browser complains about. That the policy keeps the viewer from styling its parts by attributes is meant: the
     * style sheet does it.
     */
    private static List<String> complaintsOf(Page page) {
        var complaints = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Applying inline style")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return complaints;
    }

    private static void isAccessible(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .filteredOn(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .extracting(Rule::getId, rule -> rule.getNodes().getFirst().getHtml())
                .isEmpty();
    }
}
