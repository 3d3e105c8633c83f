package io.casewright.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.simulator.HealthSimulator.Issue;
import io.casewright.simulator.SimulatedTickets;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a desk does together with Microsoft's side, which is directed from here. */
@ExtendWith(EndsSessions.class)
class MicrosoftSideE2E {

    private static final String OWN_WORDS = "In our own words for the customer";
    private static final String TELL_THE_CUSTOMER = "Yes, tell the customer";

    private final Shop shop = Shop.open();
    private final Portal portal = shop.portal();
    private final Workplace agent = shop.agent();

    @Test
    void anOutageIsAKnownIssueForTwoCustomersOfWhomOneConfirmsItsEndAndOneDoesNot() {
        var health = shop.microsoft().health();
        health.publish(Issue.of(
                        "EX990001",
                        "Exchange Online",
                        "Mail flow",
                        "Mail from outside bounces",
                        "Every mail to some recipients outside comes back with an error.")
                .in("Europe"));
        String contoso = portal.open("Our mail bounces " + UUID.randomUUID(), "moderate");
        String adatum = portal.open("adatum.example", "Mail bounces " + UUID.randomUUID(), "technical", "moderate");
        waitForIssue(contoso);
        waitForIssue(adatum);
        shop.awaitMail("it@contoso.example", contoso, "EX990001");
        shop.awaitMail("it@adatum.example", adatum, "EX990001");

        health.post("EX990001", "<p>We are rerouting mail <b>now</b>.</p>");
        agent.claim("Watch known issue", contoso, "We are rerouting mail now.")
                .pick("Tell the customer the news")
                .fill(OWN_WORDS, "Microsoft sends your mail another way; it should arrive within the hour.");
        Shop.picture(agent.page(), "watch-known-issue");
        agent.complete();
        shop.awaitMail("it@contoso.example", contoso, "it should arrive within the hour");

        health.change("EX990001", "ServiceRestored");
        portal.awaitStatus(contoso, "RESOLVED");
        portal.awaitStatus(adatum, "RESOLVED");
        shop.awaitMail("it@contoso.example", contoso, "Please check whether everything works");
        portal.answer(contoso, true);
        portal.answer(adatum, false);
        portal.awaitStatus(contoso, "CLOSED");
        portal.awaitStatus(adatum, "DIAGNOSING");
        agent.claim("Diagnose case", adatum);
    }

    @Test
    void aHandOffToMicrosoftComesBackWithAQuestionAndThenAFix() {
        String number = portal.openAbout(
                "Azure Virtual Machines",
                "Virtual machines do not start " + UUID.randomUUID(),
                "Since this morning none of our virtual machines in West Europe starts; all end with AllocationFailed.");
        handOff(number, "The service is unavailable", "Directory Readers");
        prepare(number, "MICROSOFT", true);
        agent.complete();

        var tickets = shop.microsoft().azureSupport().tickets();
        String reference = number + "-T1";
        awaitTicket(tickets, reference);
        tickets.ask(reference, "Which sizes did you try?");
        agent.claim("Answer vendor", number, "Which sizes did you try?")
                .pick("Send this answer to the vendor")
                .fill("Your words for the vendor", "D4s v5 and D8s v5, in all three zones.");
        Shop.picture(agent.page(), "answer-vendor");
        agent.complete();
        Awaitility.await("our answer at Microsoft")
                .until(() -> tickets.get(reference).notes().stream()
                        .anyMatch(note -> note.text().contains("D4s v5 and D8s v5")));

        tickets.close(reference, "Capacity was added in West Europe.");
        agent.claim("Relay to customer", number, "Capacity was added in West Europe.")
                .pick(TELL_THE_CUSTOMER)
                .fill(OWN_WORDS, "The machines start again; Microsoft had too little room in West Europe.");
        Shop.picture(agent.page(), "relay-to-customer");
        agent.complete();
        portal.awaitStatus(number, "RESOLVED");
        shop.awaitMail("it@contoso.example", number, "The machines start again");
        assertThat(tickets.get(reference).notes())
                .filteredOn(note -> note.text().contains("D4s v5"))
                .hasSize(1);
    }

    @Test
    void aTicketOpenedByHandIsFollowedByForwardedMail() {
        String number = portal.open("Calendar entries vanish " + UUID.randomUUID(), "moderate");
        handOff(number, "A bug or other irregularity", "Exchange Administrator");
        prepare(number, "MICROSOFT", false);
        agent.complete();
        agent.claim("File ticket", number).fill("Number of the ticket there", "SR-" + UUID.randomUUID());
        Shop.picture(agent.page(), "file-ticket");
        agent.complete();

        portal.awaitHappened(number, "ticket_filed");
        agent.claim("Follow vendor ticket", number);
        shop.forwardMail("Fwd: Microsoft support [" + number + "-T1]", "We found the fault and deploy a fix tonight.");
        portal.awaitHappened(number, "ticket_news");
        agent.goOnWith("Follow vendor ticket", number, "We found the fault and deploy a fix tonight.")
                .pick("Closed there: it is solved")
                .fill("What the vendor says", "Fixed in build 16.0.99");
        Shop.picture(agent.page(), "follow-vendor-ticket");
        agent.complete();
        agent.claim("Relay to customer", number, "Fixed in build 16.0.99")
                .pick(TELL_THE_CUSTOMER)
                .fill(OWN_WORDS, "Your calendar keeps its entries again.")
                .complete();
        portal.awaitStatus(number, "RESOLVED");
    }

    @Test
    void aResellersCaseGoesToItsProvidersDeskAndBack() {
        String number = portal.open(
                "fabrikam.example", "List dates shift by a day " + UUID.randomUUID(), "technical", "minimal");
        handOff(number, "The service is unavailable", "Service Support Administrator");
        prepare(number, "PROVIDER", false);
        agent.complete();

        var tickets = shop.microsoft().desk().tickets();
        String reference = number + "-T1";
        awaitTicket(tickets, reference);
        tickets.close(reference, "Solved with Microsoft.");
        agent.claim("Relay to customer", number, "Solved with Microsoft.")
                .pick(TELL_THE_CUSTOMER)
                .fill(OWN_WORDS, "The dates are stored correctly again.")
                .complete();
        portal.awaitStatus(number, "RESOLVED");
        shop.awaitMail("it@fabrikam.example", number, "The dates are stored correctly again.");
    }

    @Test
    void aCustomerIsAskedForTheRoleThatSuffices() {
        String number =
                portal.open("proseware.example", "Mails arrive late " + UUID.randomUUID(), "technical", "moderate");
        agent.claim("Diagnose case", number, "no")
                .fill("Findings", "We have to look into Exchange")
                .choose("Run a check", "Status of the services");
        agent.complete();
        agent.goOnWith("Diagnose case", number, "We have to look into Exchange")
                .choose("Request delegated access", "To look into the product");
        Shop.picture(agent.page(), "diagnose-case-check");
        agent.complete();
        agent.goOnWith("Request delegated access", number)
                .choose("What becomes of it?", "Send it; the case waits for the approval");
        Shop.picture(agent.page(), "request-delegated-access");
        agent.complete();
        shop.awaitMail("it@proseware.example", number, "granularAdminRelationships");

        var relationships = shop.microsoft().relationships();
        String requested = relationships.of("5ac17e8d-af96-4c5d-8baa-6ebf8c70d306").stream()
                .filter(seen -> seen.displayName().contains(number))
                .findFirst()
                .orElseThrow()
                .id();
        relationships.approve(requested);
        relationships.assign(requested);
        agent.goOnWith("Diagnose case", number, "yes");
        Shop.picture(agent.page(), "diagnose-case-access");
    }

    private void waitForIssue(String number) {
        agent.claim("Diagnose case", number)
                .fill("Findings", "The mail flow incident of Exchange Online")
                .choose("What causes it?", "A known issue of the service")
                .complete();
        portal.awaitStatus(number, "WAITING_FOR_SERVICE_INCIDENT");
    }

    /** With all the evidence that the gate asks for. */
    private void handOff(String number, String fault, String role) {
        agent.claim("Diagnose case", number)
                .fill("Findings", "Reproduced in three tenants")
                .fill("Steps tried", "Other machine, other network")
                .choose("Role used", role)
                .choose("What causes it?", "A fault of the service without a known issue")
                .choose("What is wrong?", fault)
                .fill("Impact on the business", "A department cannot work")
                .fill("Who is affected", "All 40 users, checked with three")
                .fill("Steps to reproduce, error texts and ids", "Open it, wait, read the error")
                .complete();
        portal.awaitStatus(number, "HANDED_OFF");
    }

    private void prepare(String number, String target, boolean topic) {
        agent.claim("Prepare hand-off", number, target)
                .pick("Somebody of us reachable round the clock?", "No")
                .pick("Does the customer agree that diagnostics are read?", "Yes")
                .fill("Name", "Mikko Salo")
                .fill("E-mail address", "support@partner.example")
                .fill("Telephone", "+358 9 555 0100")
                .fill("Time zone and language", "Europe/Helsinki, English");
        if (topic) {
            Shop.picture(agent.page(), "prepare-hand-off");
            agent.find("What it is about", "Restarts without a reason");
        }
    }

    private static void awaitTicket(SimulatedTickets tickets, String reference) {
        Awaitility.await(reference + " at its desk")
                .until(() -> tickets.find(reference).isPresent());
    }
}
