package io.casewright.e2e;

import com.microsoft.playwright.Page;

/** Operate as the people who run the shop use it. */
final class Operate {

    private final Page page;
    private final String url;

    Operate(Page page, String webAppsUrl) {
        this.page = page;
        this.url = webAppsUrl + "/operate";
        page.navigate(url);
        page.locator("input[name=username]").fill("demo");
        page.locator("input[name=password]").fill("demo");
        page.locator("button[type=submit]").click();
        page.getByText("Dashboard").first().waitFor();
    }

    Page page() {
        return page;
    }

    /** Shows an instance with its diagram. */
    Operate show(long processInstanceKey) {
        page.navigate(url + "/processes/" + processInstanceKey);
        page.locator(".djs-container").first().waitFor();
        return this;
    }
}
