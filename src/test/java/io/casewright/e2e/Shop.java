package io.casewright.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.jayway.jsonpath.JsonPath;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.casewright.localstack.LocalStack;
import io.casewright.localstack.MySqlServer;
import io.casewright.localstack.StackSettings;
import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.testkit.AMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The real stack and a real browser, started once for all end-to-end tests of a run and ended with it. */
final class Shop {

    /** A step that failed is tried again after 1, 4, 16 and 64 seconds; on a busy machine several may be needed. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Address of a Tasklist to work at instead of the Desk, which goes with {@code CASEWRIGHT_ENGINE_REST}. */
    static final String TASKLIST_URL = "CASEWRIGHT_TASKLIST_URL";

    private final LocalStack stack;
    private final Playwright playwright;
    private final Browser browser;

    private Shop() {
        stack = LocalStack.start(
                StackSettings.besideOthers(Path.of("target", "e2e")), part -> System.out.println("ready: " + part));
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        Awaitility.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    static Shop open() {
        return Opened.SHOP;
    }

    private static final class Opened {

        private static final Shop SHOP = new Shop();
    }

    Portal portal() {
        return new Portal(stack.applicationUrl());
    }

    /** Address of the application, without a slash at its end. */
    String applicationUrl() {
        return stack.applicationUrl();
    }

    /** What Prometheus would read. */
    String metrics() {
        return Portal.read(stack.managementUrl() + "/actuator/prometheus");
    }

    /** The agent demo at work. */
    Workplace agent() {
        return agent("demo");
    }

    /** This agent at work, whose password is the login. */
    Workplace agent(String login) {
        return System.getenv(TASKLIST_URL) == null
                ? new Desk(newPage(), stack.applicationUrl(), login)
                : new Tasklist(newPage(), System.getenv(TASKLIST_URL), login);
    }

    /** Tasklist, where one was named. */
    Tasklist tasklist() {
        return new Tasklist(newPage(), System.getenv(TASKLIST_URL), "demo");
    }

    /** Operate, where Tasklist was named: in the same place. */
    Operate operate() {
        return new Operate(newPage(), System.getenv(TASKLIST_URL));
    }

    /** Waits for a mail to this address whose subject has this, such as the number of a case, and gives its text, which says this. */
    String awaitMail(String address, String subject, String says) {
        try {
            return textOf(awaitLetter(address, subject, says).getContent());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The mail itself. */
    MimeMessage awaitLetter(String address, String subject, String says) {
        return Awaitility.await("a mail about " + subject + " that says: " + says)
                .until(
                        () -> {
                            for (MimeMessage mail : stack.mailbox(address)) {
                                if (mail.getSubject().contains(subject)
                                        && textOf(mail.getContent()).contains(says)) {
                                    return Optional.of(mail);
                                }
                            }
                            return Optional.<MimeMessage>empty();
                        },
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Somebody writes to the partner. */
    void mailed(AMail mail) {
        stack.sendMail(mail.open());
    }

    /** Of a mail with something enclosed, the text before it. */
    private static String textOf(Object content) throws MessagingException, IOException {
        return content instanceof Multipart parts ? textOf(parts.getBodyPart(0).getContent()) : String.valueOf(content);
    }

    /** Time goes on: what waits for its day under this name is due now, and what was charged was in the month before. */
    void timeGoesOn(String task, String caseNumber) {
        change(
                "UPDATE scheduled_tasks SET execution_time = UTC_TIMESTAMP(6) WHERE task_name = ? AND task_instance LIKE ?",
                task,
                caseNumber + "%");
        change("UPDATE charge_line SET day = day - INTERVAL 1 MONTH WHERE case_number = ?", caseNumber);
    }

    private void change(String statement, String... values) {
        try (var connection = DriverManager.getConnection(stack.databaseUrl(), MySqlServer.USER, MySqlServer.PASSWORD);
                var change = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                change.setString(i + 1, values[i]);
            }
            change.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** A window of somebody who is not logged in. */
    Page stranger() {
        return newPage();
    }

    /** Microsoft's side, to be directed. */
    MicrosoftSimulator microsoft() {
        return stack.microsoft();
    }

    /** An agent forwards what Microsoft wrote to the partner's own mailbox for tickets. */
    void forwardMail(String subject, String text) {
        stack.sendMail("agent@partner.example", "tickets@partner.example", subject, text);
    }

    /** How much the engine holds of a case now: names and values of the variables of all its running processes, in bytes. */
    int variableBytesOf(String caseNumber) {
        long root = processOf(caseNumber);
        List<String> running = find(
                "process-instances",
                "{\"filter\": {\"parentProcessInstanceKey\": \"%d\", \"state\": \"ACTIVE\"}}".formatted(root),
                "$.items[*].processInstanceKey");
        return Stream.concat(Stream.of(String.valueOf(root)), running.stream())
                .mapToInt(this::variableBytesIn)
                .sum();
    }

    private int variableBytesIn(String process) {
        List<Map<String, Object>> variables = find(
                "variables",
                "{\"filter\": {\"processInstanceKey\": \"%s\"}, \"page\": {\"limit\": 1000}}".formatted(process),
                "$.items");
        return variables.stream()
                .mapToInt(variable -> ("" + variable.get("name") + variable.get("value")).getBytes(UTF_8).length)
                .sum();
    }

    private <T> List<T> find(String what, String query, String path) {
        return JsonPath.read(stack.askEngine("/v2/" + what + "/search", query), path);
    }

    /** The list of case files, in a window of this width in pixels. */
    Page caseFiles(int width) {
        BrowserContext session = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 900));
        session.setDefaultTimeout(60_000);
        Page page = session.newPage();
        page.navigate(stack.applicationUrl() + "/cases");
        logIn(page, "demo");
        return page;
    }

    /** Logs in at the login server, to which a page sent who is not logged in. */
    static void logIn(Page page, String login) {
        page.locator("#form input[name=username]").fill(login);
        page.locator("#form input[name=password]").fill(login);
        page.locator("#form button[type=submit]").click();
        page.locator("main").waitFor();
    }

    /** The engine's key of the process of a case, from the database: the portal has no business knowing it. */
    long processOf(String caseNumber) {
        try (var connection = DriverManager.getConnection(stack.databaseUrl(), MySqlServer.USER, MySqlServer.PASSWORD);
                var query =
                        connection.prepareStatement("SELECT process_instance_key FROM support_case WHERE number = ?")) {
            query.setString(1, caseNumber);
            var row = query.executeQuery();
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Page newPage() {
        BrowserContext session = browser.newContext(new Browser.NewContextOptions().setViewportSize(1400, 1100));
        session.setDefaultTimeout(60_000);
        return session.newPage();
    }

    /** Ends every session in the browser; after a failed test with a picture of what stood there. */
    void endSessions(String test, boolean failed) {
        List<BrowserContext> sessions = browser.contexts();
        for (int i = 0; i < sessions.size(); i++) {
            if (failed) {
                picture(sessions.get(i).pages().getFirst(), "failed-" + test + "-" + i);
            }
            sessions.get(i).close();
        }
    }

    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    private static Path chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium is needed: apt-get install chromium"));
    }

    private void close() {
        stack.close();
    }
}
