package io.casewright.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.casewright.testkit.AMail.aMail;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A customer writes by mail, with two in copy and a file; one of them answers; somebody unknown is put where the mail belongs; another goes on by the link of a letter. */
@ExtendWith(EndsSessions.class)
class CustomersMailE2E {

    private static final Pattern LINK = Pattern.compile("/my-case/\\S+");

    private final Shop shop = Shop.open();
    private final Portal portal = shop.portal();
    private final Desk agent = (Desk) shop.agent();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void everyoneOnTheThreadIsHeard() throws MessagingException {
        shop.mailed(aMail().about("Outlook closes " + mark)
                .to("support@partner.example, finance@contoso.example, guest@elsewhere.example")
                .ofType("multipart/mixed; boundary=x")
                .saying("""
                        --x
                        Content-Type: text/plain; charset=utf-8

                        Since this morning Outlook closes as soon as it is opened; three colleagues cannot read their mail.
                        --x
                        Content-Type: text/plain
                        Content-Disposition: attachment; filename="../trace.log"

                        0x80070005
                        --x--
                        """));
        String number = portal.awaitCaseAbout("Outlook closes " + mark);
        var page = agent.page();
        page.navigate(shop.applicationUrl() + "/cases/" + number);
        assertThat(page.locator("#files")).containsText("trace.log");
        assertThat(contentOf(page, "#files a")).isEqualTo("0x80070005");
        Shop.picture(page, "case-by-mail");

        page.navigate(shop.applicationUrl() + "/desk/cases/" + number + "/conversation");
        assertThat(page.locator("#participants")).containsText("Omar Haddad");
        assertThat(page.locator("#participants li").filter(new Locator.FilterOptions().setHasText("guest@")))
                .containsText("unknown");
        page.locator("#text").fill("Which version is it?");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Send").setExact(true))
                .click();
        var letter = shop.awaitLetter("finance@contoso.example", number, "Which version is it?");
        assertThat(letter.getHeader("Cc", ","))
                .contains("finance@contoso.example")
                .doesNotContain("guest@");

        shop.mailed(aMail().from("Omar Haddad <finance@contoso.example>")
                .about("AW: whatever")
                .answering(letter.getMessageID())
                .saying("Version 16.\n\nOn Tue, 1 Dec 2026 at 09:15, Northwind wrote:\n> Which version is it?"));
        var answer = page.locator("article.message").filter(new Locator.FilterOptions().setHasText("Version 16."));
        portal.awaitHappened(number, "message_received");
        page.reload();
        assertThat(answer).containsText("Omar Haddad");
        assertThat(answer.locator("details")).not().hasAttribute("open", "");
        Shop.picture(page, "conversation-by-mail");

        shop.mailed(aMail().from("Bo <bo@elsewhere.example>")
                .about("About Outlook " + mark)
                .saying("I saw it as well."));
        agent.claimWithoutCase("Sort mail", "About Outlook " + mark)
                .choose("What comes of it?", "It belongs to a case")
                .fill("Number of the case", "CW-2026-999999")
                .isRefused("there is no such case");
        Shop.picture(page, "sort-mail");
        agent.fill("Number of the case", number).complete();
        portal.awaitHappened(number, "message_received");
        page.navigate(shop.applicationUrl() + "/desk/mails");
        assertThat(page.locator("#mails tr").filter(new Locator.FilterOptions().setHasText("About Outlook " + mark)))
                .containsText(number);
        Shop.picture(page, "mails");
    }

    @Test
    void aCaseIsReadAnsweredAndSolvedByTheLinkOfItsLetter() throws MessagingException, IOException {
        String number = portal.open("contoso.example", "Shared mailbox " + mark, "technical", "moderate");
        portal.awaitStatus(number, "DIAGNOSING");
        var page = agent.page();
        page.navigate(shop.applicationUrl() + "/desk/cases/" + number + "/conversation");
        page.locator("#text").fill("Please follow this guide.");
        page.locator("#file").setInputFiles(file("guide.pdf", "%PDF-1.7 the guide"));
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Send").setExact(true))
                .click();
        assertThat(page.locator("article", new Page.LocatorOptions().setHasText("Please follow this guide.")))
                .containsText("guide.pdf");
        var letter = (Multipart) shop.awaitLetter("it@contoso.example", number, "Please follow this guide.")
                .getContent();
        assertThat(letter.getBodyPart(1).getFileName()).isEqualTo("guide.pdf");
        assertThat(letter.getBodyPart(1).getInputStream()).hasContent("%PDF-1.7 the guide");

        var link = LINK.matcher(letter.getBodyPart(0).getContent().toString());
        assertThat(link.find()).isTrue();
        var reader = shop.stranger();
        reader.navigate(shop.applicationUrl() + link.group());
        assertThat(reader.locator("#standing")).hasText("We are looking into it.");
        assertThat(reader.locator("article").last()).containsText("guide.pdf");
        assertThat(contentOf(reader, "ul.files a")).isEqualTo("%PDF-1.7 the guide");
        reader.getByLabel("Your message").fill("We did. The same for three of us.");
        reader.locator("#file").setInputFiles(file("screen.txt", "It says: no access"));
        Shop.picture(reader, "case-link");
        reader.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"))
                .click();
        assertThat(reader.locator("#done")).hasText("Thank you. We have your message.");
        page.reload();
        assertThat(page.locator("article.is-inbound").last()).containsText("screen.txt");
        Shop.picture(page, "conversation-with-files");

        agent.claim("Diagnose case", number)
                .fill("Findings", "The group lost its rights")
                .choose("What causes it?", "Software, settings or configuration")
                .complete();
        agent.claim("Resolve technical case", number)
                .choose("Action", "Change a setting")
                .fill("In words for the customer", "Your group has its rights again.")
                .complete();
        portal.awaitStatus(number, "RESOLVED");
        reader.reload();
        reader.getByLabel("Yes, it is solved").check();
        Shop.picture(reader, "case-link-solved");
        reader.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tell us"))
                .click();
        assertThat(reader.locator("#done")).hasText("Thank you. We are glad that it is solved.");
        portal.awaitStatus(number, "CLOSED");

        page.navigate(shop.applicationUrl() + "/desk/cases/" + number + "/conversation");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Withdraw them"))
                .click();
        reader.reload();
        assertThat(reader.locator("h1")).hasText("This link works no more.");
        Shop.picture(reader, "case-link-withdrawn");
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
    }

    private static String contentOf(Page page, String link) {
        var download = page.waitForDownload(() -> page.locator(link).first().click());
        try {
            return Files.readString(Path.of(download.path().toString())).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
