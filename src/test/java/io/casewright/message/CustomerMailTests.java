package io.casewright.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.casewright.message.LetterContent.Acknowledgement;
import io.casewright.message.LetterContent.Question;
import io.casewright.message.LetterContent.Update;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.MailRoom;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@CasewrightTest
class CustomerMailTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final LetterContent UPDATE = new Update(new PublicText("The rule is switched off."));

    @Autowired
    CustomerMail customerMail;

    @Autowired
    Messages messages;

    @Autowired
    MailDelivery delivery;

    @Autowired
    MailRoom mails;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    MeterRegistry meters;

    @Autowired
    HealthEndpoint health;

    private String caseNumber;

    @BeforeEach
    void aCase() {
        caseNumber = Letters.aCase();
    }

    @Test
    void arrivesOnceTheTransactionHasCommitted() throws Exception {
        double before = counted("casewright.letters.sent", "acknowledgement");
        send(Letters.letter(caseNumber, "it@contoso.example", new Acknowledgement(null, null, null), Locale.ENGLISH));
        var mail = arrived(1).getFirst();
        assertThat(mail.getSubject()).isEqualTo("[" + caseNumber + "] Mail bounces");
        assertThat(mail.getAllRecipients()[0]).hasToString("Ida Toivonen <it@contoso.example>");
        assertThat(mail.getFrom()[0]).hasToString("Northwind Cloud <support@partner.example>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getMessageID()).startsWith("<" + caseNumber + ".").endsWith("@partner.example>");
        assertThat((String) mail.getContent()).startsWith("Hello Ida Toivonen,");
        awaitDelivery(Delivery.SENT);
        assertThat(theMessage().sentAt()).isNotNull();
        assertThat(theMessage().failure()).isNull();
        assertThat(counted("casewright.letters.sent", "acknowledgement")).isEqualTo(before + 1);
    }

    @Test
    void isInTheCustomersLanguageAndWrittenByAPerson() throws Exception {
        send(Letters.letter(
                caseNumber, "it@adatum.example", new Question(new PublicText("Seit wann? Größe?")), Locale.GERMANY));
        var mail = arrived(1).getFirst();
        assertThat((String) mail.getContent())
                .startsWith("Guten Tag Ida Toivonen,")
                .contains("\r\nSeit wann? Größe?\r\n");
        assertThat(mail.getHeader("Auto-Submitted")).isNull();
        assertThat(mail.getContentLanguage()).containsExactly("de");
    }

    @Test
    void belongsToTheConversation() throws Exception {
        messages.receive(new InboundMessage(
                caseNumber,
                "Ida Toivonen",
                "Mail bounces",
                "Help!",
                "<first-" + caseNumber + "@contoso.example>",
                null,
                false,
                "1"));
        messages.note(caseNumber, "Max", new InternalNote("Not in the thread"), "2");
        send(Letters.letter(caseNumber, "it@contoso.example", new Acknowledgement(null, null, null), Locale.ENGLISH));
        send(Letters.letter(caseNumber, "it@contoso.example", UPDATE, Locale.ENGLISH));
        var arrived = arrived(2).stream()
                .sorted((one, other) -> header(one, "References").length()
                        - header(other, "References").length())
                .toList();
        var acknowledgement = arrived.getFirst();
        assertThat(header(acknowledgement, "In-Reply-To")).isEqualTo("<first-" + caseNumber + "@contoso.example>");
        assertThat(header(acknowledgement, "Auto-Submitted")).isEqualTo("auto-replied");
        var update = arrived.getLast();
        assertThat(header(update, "In-Reply-To")).isEqualTo(acknowledgement.getMessageID());
        assertThat(header(update, "References").split("\\s+"))
                .containsExactly("<first-" + caseNumber + "@contoso.example>", acknowledgement.getMessageID());
    }

    @Test
    void aTransactionIsNeeded() {
        assertThatThrownBy(() -> customerMail.send(aLetter("it@contoso.example")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void whatIsRolledBackWasNeverWritten() {
        transaction.executeWithoutResult(status -> {
            customerMail.send(aLetter("it@contoso.example"));
            status.setRollbackOnly();
        });
        assertThat(messages.of(caseNumber)).isEmpty();
        // One that came after it is delivered, so the outbox has been through whatever it had.
        String rolledBack = caseNumber;
        caseNumber = Letters.aCase();
        send(aLetter("it@contoso.example"));
        arrived(1);
        assertThat(mails.about(rolledBack)).isEmpty();
    }

    @Test
    void theSameStepWritesOnce() throws Exception {
        var letter = aLetter("it@contoso.example");
        send(letter);
        send(letter);
        Callable<Boolean> again = () -> {
            send(letter);
            return true;
        };
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : executor.invokeAll(List.of(again, again, again))) {
                assertThat(each.get()).isTrue();
            }
        }
        awaitDelivery(Delivery.SENT);
        assertThat(messages.of(caseNumber)).hasSize(1);
        assertThat(mails.about(caseNumber)).hasSize(1);
    }

    @Test
    void ofTwoAtOnceOneWrites() throws Exception {
        var letter = aLetter("it@contoso.example");
        Callable<Boolean> write = () -> {
            send(letter);
            return true;
        };
        int failed = 0;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : executor.invokeAll(List.of(write, write, write, write))) {
                try {
                    each.get();
                } catch (java.util.concurrent.ExecutionException e) {
                    failed++;
                }
            }
        }
        assertThat(failed).isLessThan(4);
        awaitDelivery(Delivery.SENT);
        assertThat(mails.about(caseNumber)).hasSize(1);
    }

    @Test
    void waitsWhileTheMailServerIsAwayAndTheApplicationStaysUp() {
        mails.stop();
        try {
            send(aLetter("it@contoso.example"));
            awaitAttempt();
            assertThat(theMessage().delivery()).isEqualTo(Delivery.WAITING);
            database.sql("UPDATE message SET created_at = created_at - INTERVAL 1 HOUR WHERE case_number = ?")
                    .param(caseNumber)
                    .update();
            database.sql(
                            "UPDATE scheduled_tasks SET created_at = created_at - INTERVAL 1 HOUR WHERE task_name = 'customer-mail'")
                    .update();
            assertThat(health.healthForPath("mail").getStatus()).isEqualTo(Status.UNKNOWN);
            assertThat(meters.get("casewright.letters.oldest").gauge().value()).isGreaterThan(3_500);
            // What waits for a mail server is no fault of the outbox, which would turn the application down.
            assertThat(meters.get("casewright.outbox.oldest").gauge().value()).isLessThan(3_500);
            assertThat(health.healthForPath("outbox").getStatus()).isEqualTo(Status.UP);
        } finally {
            mails.start();
        }
        awaitDelivery(Delivery.SENT);
        assertThat(mails.about(caseNumber)).hasSize(1);
    }

    @Test
    void comesAgainWhenTheServerSaysLater() {
        String address = caseNumber + "@contoso.example";
        mails.refuse(address, "450 Come back later");
        send(aLetter(address));
        awaitAttempt();
        assertThat(theMessage().delivery()).isEqualTo(Delivery.WAITING);
        mails.accept(address);
        awaitDelivery(Delivery.SENT);
        assertThat(mails.about(caseNumber)).hasSize(1);
    }

    @Test
    void isGivenUpWhenTheServerRefusesTheRecipient() {
        double before = counted("casewright.letters.failed", "update");
        String address = caseNumber + "@contoso.example";
        mails.refuse(address, "550 No such user");
        send(aLetter(address));
        awaitDelivery(Delivery.FAILED);
        assertThat(theMessage().failure()).contains("550", "Correct it").doesNotContain(address);
        await().atMost(PATIENCE).until(() -> attempts().isEmpty());
        assertThat(mails.about(caseNumber)).isEmpty();
        assertThat(counted("casewright.letters.failed", "update")).isEqualTo(before + 1);
    }

    @Test
    void isGivenUpWhenTheAddressCannotBeRight() {
        send(aLetter("not an address"));
        awaitDelivery(Delivery.FAILED);
        assertThat(theMessage().failure()).contains("cannot be right");
    }

    @Test
    void isGivenUpAfterDaysWithoutAServer() {
        String address = caseNumber + "@contoso.example";
        mails.refuse(address, "450 Come back later");
        send(aLetter(address));
        awaitAttempt();
        database.sql("UPDATE message SET created_at = created_at - INTERVAL 73 HOUR WHERE case_number = ?")
                .param(caseNumber)
                .update();
        awaitDelivery(Delivery.FAILED);
        assertThat(theMessage().failure()).contains("72 hours");
    }

    @Test
    void aRepetitionAfterACrashIsTheSameMail() throws Exception {
        send(aLetter("it@contoso.example"));
        awaitDelivery(Delivery.SENT);
        delivery.deliver(new MailDelivery.Order(theMessage().id()));
        assertThat(mails.about(caseNumber)).hasSize(1);
        database.sql("UPDATE message SET delivery = 'WAITING', sent_at = NULL WHERE case_number = ?")
                .param(caseNumber)
                .update();
        delivery.deliver(new MailDelivery.Order(theMessage().id()));
        var both = arrived(2);
        assertThat(both.getFirst().getMessageID()).isEqualTo(both.getLast().getMessageID());
        assertThat(both.getFirst().getContent()).isEqualTo(both.getLast().getContent());
        assertThat(theMessage().delivery()).isEqualTo(Delivery.SENT);
    }

    @Test
    void whatACustomerTypedStaysText() throws Exception {
        send(new Letter(
                caseNumber,
                "Help\r\nBcc: all@contoso.example\r\n\r\n{{name}}",
                new Recipient("Ida\r\nCc: all@contoso.example {{sender}}", "it@contoso.example"),
                Locale.ENGLISH,
                new Update(new PublicText("{{>signature}} ${7*7}\r\n.\r\nQUIT")),
                "Northwind\nBcc: all@contoso.example",
                "1"));
        var mail = arrived(1).getFirst();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getHeader("Cc")).isNull();
        assertThat(mail.getSubject()).isEqualTo("[" + caseNumber + "] Help Bcc: all@contoso.example {{name}}");
        assertThat((String) mail.getContent())
                .contains("Hello Ida Cc: all@contoso.example {{sender}},", "{{>signature}} ${7*7}\r\n.\r\nQUIT");
    }

    private Letter aLetter(String email) {
        return Letters.letter(caseNumber, email, UPDATE, Locale.ENGLISH);
    }

    private void send(Letter letter) {
        transaction.executeWithoutResult(status -> customerMail.send(letter));
    }

    private List<MimeMessage> arrived(int count) {
        return await().atMost(PATIENCE).until(() -> mails.about(caseNumber), found -> found.size() == count);
    }

    private CaseMessage theMessage() {
        return messages.of(caseNumber).getLast();
    }

    private void awaitDelivery(Delivery expected) {
        await().atMost(PATIENCE).until(() -> theMessage().delivery() == expected);
    }

    private void awaitAttempt() {
        await().atMost(PATIENCE)
                .until(() -> attempts().stream().anyMatch(failures -> failures != null && failures > 0));
    }

    /** How often each waiting entry of the case's latest message has failed. */
    private List<Integer> attempts() {
        return database.sql(
                        "SELECT consecutive_failures FROM scheduled_tasks WHERE task_name = 'customer-mail' AND task_instance = ?")
                .param(String.valueOf(theMessage().id()))
                .query(Integer.class)
                .list();
    }

    private double counted(String meter, String kind) {
        var counter = meters.find(meter).tag("kind", kind).counter();
        return counter == null ? 0 : counter.count();
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return String.valueOf(mail.getHeader(name, null));
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
