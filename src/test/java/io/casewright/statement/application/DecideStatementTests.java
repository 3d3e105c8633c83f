package io.casewright.statement.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.statement.domain.Statement.State;
import io.casewright.statement.domain.StatementRefused;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.MailRoom;
import io.casewright.testkit.StatementDesk;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** Somebody proposes a statement, somebody else decides; approved, it is numbered and sent once. */
@CasewrightTest
class DecideStatementTests {

    @Autowired
    StatementDesk desk;

    @Autowired
    DecideStatement decide;

    @Autowired
    SendStatement send;

    @Autowired
    ReadStatements read;

    @Autowired
    MailRoom mails;

    @Autowired
    TransactionOperations transactions;

    private String domain = "";

    @BeforeEach
    void aCustomerWithWork() {
        domain = desk.customer("de");
        desk.work(domain, "120.00");
    }

    @Test
    void whoDecidesReadsWhoseItIsAndWhatItComesTo() {
        var facts = decide.show(desk.proposed(desk.draft(domain)));
        assertThat(facts.customer()).isEqualTo("Company " + domain);
        assertThat(facts.month()).isEqualTo(desk.month().toString());
        assertThat(facts.lines()).isEqualTo(1);
        assertThat(List.of(facts.net(), facts.tax(), facts.total()))
                .containsExactly("120.00\u00a0EUR", "22.80\u00a0EUR", "142.80\u00a0EUR");
        assertThat(facts.proposedBy()).isEqualTo("owner");
        assertThat(facts.link()).endsWith("/desk/statements/" + desk.of(domain).getFirst());
        assertThat(decide.show("Statement 0-1").customer()).contains("decided already");
    }

    @Test
    void whoProposedItCannotApproveItAndADeclineNeedsAReason() {
        long id = desk.draft(domain);
        String key = desk.proposed(id);
        assertThat(decide.problemWith(key, true, null, "owner"))
                .hasValueSatisfying(why -> assertThat(why).contains("somebody else decides"));
        assertThat(decide.problemWith(key, true, null, null)).isPresent();
        assertThat(decide.problemWith(key, null, null, "manager")).isPresent();
        assertThat(decide.problemWith(key, false, null, "manager")).isPresent();
        assertThat(decide.problemWith(key, true, null, "manager")).isEmpty();
        assertThatThrownBy(() -> decide.decide(key, true, null, "owner")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> decide.propose(id, "other")).isInstanceOf(StatementRefused.class);
        assertThat(desk.numberOf(id)).isEmpty();
    }

    @Test
    void declinedItIsADraftAgainWithTheReasonAndProposedAnewItIsAnotherProposal() {
        long id = desk.draft(domain);
        String first = desk.proposed(id);
        assertThat(decide.decide(first, false, "Nobody worked", "manager")).isFalse();
        assertThat(decide.decide(first, false, "Nobody worked", "manager")).isFalse();
        var draft = read.whole(id).statement();
        assertThat(draft.state()).isEqualTo(State.DRAFT);
        assertThat(draft.decision()).isEqualTo("Nobody worked");
        String second = desk.proposed(id);
        assertThat(second).isNotEqualTo(first);
        assertThat(decide.decide(first, true, null, "manager")).isFalse();
        assertThat(decide.decide(second, true, null, "manager")).isTrue();
        assertThat(read.whole(id).statement().decision()).isNull();
    }

    @Test
    void approvedByThreeAtOnceItIsNumberedAndSentOnceInTheCustomersLanguage() throws Exception {
        long id = desk.draft(domain);
        String key = desk.proposed(id);
        Callable<Boolean> decision = () -> decide.decide(key, true, null, "manager");
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : executor.invokeAll(List.of(decision, decision, decision))) {
                assertThat(each.get()).isTrue();
            }
        }
        String number = desk.numberOf(id);
        assertThat(number).matches("ST-\\d{4}-\\d{6}");
        awaitSent(id);
        assertThat(letters()).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject())
                    .startsWith("Abrechnung " + number + " für ")
                    .contains("142.80");
            var parts = (Multipart) mail.getContent();
            assertThat(textOf(mail)).contains("/statements/", "?language=de");
            assertThat(parts.getBodyPart(1).getFileName()).isEqualTo(number + ".csv");
            assertThat(new String(parts.getBodyPart(1).getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains(number + ",1," + desk.day(3) + ",time,,60,120.00,120.00,EUR,VAT,19");
        });
    }

    @Test
    void aLetterThatWasRefusedIsSeenAndSentOnceMore() {
        mails.refuse("it@" + domain, "550 No such user");
        long id = desk.approved(domain);
        Awaitility.await()
                .untilAsserted(() -> assertThat(read.letters(id))
                        .singleElement()
                        .satisfies(letter -> assertThat(letter.failure()).isNotNull()));
        mails.accept("it@" + domain);
        send.again(id);
        awaitSent(id);
        assertThat(read.letters(id)).hasSize(2);
        assertThat(letters()).hasSize(1);
    }

    @Test
    void numbersOfAYearHaveNoGapsWhoeverApprovesAndWhateverComesToNothing() throws Exception {
        var decisions = new ArrayList<Callable<Boolean>>();
        var ids = new ArrayList<Long>();
        for (int i = 0; i < 12; i++) {
            String each = desk.customer("en");
            desk.work(each, "10.00");
            long id = desk.draft(each);
            ids.add(id);
            String key = desk.proposed(id);
            decisions.add(() -> decide.decide(key, true, null, "manager"));
            if (i % 4 == 0) {
                decisions.add(() -> transactions.execute(status -> {
                    boolean approved = decide.decide(key, true, null, "manager");
                    status.setRollbackOnly();
                    return approved;
                }));
            }
        }
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : executor.invokeAll(decisions)) {
                each.get();
            }
        }
        var numbers = ids.stream()
                .map(desk::numberOf)
                .mapToInt(number -> Integer.parseInt(number.substring(8)))
                .sorted()
                .toArray();
        assertThat(numbers[numbers.length - 1] - numbers[0]).isEqualTo(numbers.length - 1);
        assertThat(Arrays.stream(numbers).distinct().count()).isEqualTo(12);
    }

    private void awaitSent(long id) {
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(read.letters(id).getLast().toldAt()).isNotNull());
    }

    private List<MimeMessage> letters() {
        return Arrays.stream(mails.getReceivedMessages()).filter(this::isOurs).toList();
    }

    private boolean isOurs(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString().contains(domain);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String textOf(MimeMessage mail) throws Exception {
        Object first = ((Multipart) mail.getContent()).getBodyPart(0).getContent();
        return first instanceof Multipart inner ? textOf(inner) : first.toString();
    }

    private static String textOf(Multipart parts) throws Exception {
        Object first = parts.getBodyPart(0).getContent();
        return first instanceof Multipart inner ? textOf(inner) : first.toString();
    }
}
