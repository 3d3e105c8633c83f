package io.casewright.retention;

import static io.casewright.testkit.CaseDesk.step;

import io.casewright.casefile.application.AskCustomer;
import io.casewright.casefile.application.CaseRequest;
import io.casewright.casefile.application.CaseRequest.ContactPerson;
import io.casewright.casefile.application.ReceiveMessage;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.NextStep;
import io.casewright.casefile.domain.Severity;
import io.casewright.customer.ContactDetails;
import io.casewright.customer.CustomerDetails;
import io.casewright.customer.Editor;
import io.casewright.customer.KeepCustomers;
import io.casewright.customer.ReadCustomers;
import io.casewright.testkit.CaseDesk;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A contact with rare words for all by which it can be recognised, and what they leave behind. */
final class APerson {

    static final Editor MAYA = new Editor("maya", "Maya Ito");

    private final KeepCustomers keep;
    private final ReadCustomers read;
    private final CaseDesk desk;
    private final ReceiveMessage messages;
    private final AskCustomer ask;
    private final JdbcClient database;

    private final String rare = letters();
    final String first = "Zeb" + rare;
    final String last = "Quix" + rare;
    final String domain = rare + "corp.example";
    final String login = "zq" + rare;
    final String digits = "30" + (1_000_000 + Math.floorMod(rare.hashCode(), 8_999_999));
    final String secret = "heliotrope" + rare;
    final long customer;
    final long contact;
    final long other;

    APerson(
            KeepCustomers keep,
            ReadCustomers read,
            CaseDesk desk,
            ReceiveMessage messages,
            AskCustomer ask,
            JdbcClient database) {
        this.keep = keep;
        this.read = read;
        this.desk = desk;
        this.messages = messages;
        this.ask = ask;
        this.database = database;
        customer = keep.add(
                new CustomerDetails(
                        UUID.randomUUID().toString(),
                        "Company " + UUID.randomUUID(),
                        domain,
                        List.of(),
                        "Northwind Cloud",
                        "Business",
                        "OWN",
                        "en"),
                MAYA);
        contact = keep.addContact(customer, new ContactDetails("Former" + rare + " Name", email(), ""), MAYA);
        keep.changeContact(customer, contact, version(), new ContactDetails(name(), email(), "+49 " + digits), MAYA);
        other = keep.addContact(customer, new ContactDetails("Nora Vestergaard", "nora@" + domain, ""), MAYA);
    }

    private static String letters() {
        return UUID.randomUUID()
                .toString()
                .substring(0, 8)
                .chars()
                // Digits become letters, too.
                .mapToObj(hex -> Character.toString('a' + Character.digit(hex, 16)))
                .collect(Collectors.joining());
    }

    String name() {
        return first + " " + last;
    }

    String email() {
        return login + "@" + domain;
    }

    /** All by which the person would be recognised. */
    List<String> words() {
        return List.of(first, last, "Former" + rare, login, digits, secret);
    }

    private long version() {
        return read.find(customer).orElseThrow().contact(contact).orElseThrow().version();
    }

    CaseNumber openCase() {
        return desk.diagnosing(request(name(), email(), "Mail of " + last + " bounces " + secret));
    }

    CaseNumber openCaseOfTheOther() {
        var number = desk.diagnosing(request("Nora Vestergaard", "nora@" + domain, "Nora cannot print"));
        messages.note(
                number,
                "I spoke with " + name() + " (" + email() + ", 0" + digits + "): the printer is new.",
                "agent",
                key());
        return number;
    }

    CaseNumber endedCase() {
        var number = desk.diagnosed(openCase(), NextStep.ASK);
        ask.ask(number, "Is " + first + " in the office?", step("serviceTask_AskCustomer"));
        messages.receive(number, "Yes, I am. Ring 0" + digits + ". " + secret, "portal", key());
        messages.note(number, last + " is not amused", "agent", key());
        database.sql("UPDATE support_case SET status = 'RESOLVING' WHERE number = ?")
                .param(number.value())
                .update();
        return desk.closed(desk.resolved(number, "Mr " + last + " logs in again"));
    }

    private CaseRequest request(String name, String email, String subject) {
        return new CaseRequest(
                domain,
                new ContactPerson(name, email, null),
                subject,
                "Hello, this is " + name + ", " + email + ". " + subject.toUpperCase(Locale.ROOT) + " since today.",
                "Exchange Online",
                null,
                null,
                Severity.CRITICAL,
                null,
                3,
                null,
                "T-" + email);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
