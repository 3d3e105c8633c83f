package io.casewright.prepaid.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.casefile.application.CaseEnded;
import io.casewright.casefile.application.JoinOpenCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.plan.domain.PlanFields;
import io.casewright.platform.text.Money;
import io.casewright.prepaid.domain.Balance;
import io.casewright.prepaid.domain.CaseHours;
import io.casewright.prepaid.domain.PurchaseRefused;
import io.casewright.prepaid.domain.TypedPurchase;
import io.casewright.prepaid.persistence.PrepaidAccounts;
import io.casewright.prepaid.persistence.PrepaidAccounts.CaseAccount;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.MailRoom;
import io.casewright.testkit.PlanDesk;
import io.casewright.testkit.PlanText;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

/** Hours that are bought are reserved and used once each, whoever asks for them at the same time. */
@CasewrightTest
@RecordApplicationEvents
class PrepaidHoursTests {

    @Autowired
    PlanDesk desk;

    @Autowired
    BuyPackages buyPackages;

    @Autowired
    PrepaidHours hours;

    @Autowired
    ReadPrepaidHours readPrepaidHours;

    @Autowired
    PrepaidAccounts accounts;

    @Autowired
    MoveHours moveHours;

    @Autowired
    PrepaidMetrics metrics;

    @Autowired
    CaseDesk cases;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    JoinOpenCase joinOpenCase;

    @Autowired
    MailRoom mails;

    @Autowired
    MeterRegistry meters;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    ApplicationEvents events;

    private long plan;
    private String domain = "";
    private long customer;

    @BeforeEach
    void aCustomerWhoBuysFourHoursAtATime() {
        var fields = PlanText.fields();
        fields.put("charging.model", "PREPAID_HOURS");
        fields.put("charging.price", "380.00");
        fields.put("charging.hours", "4");
        plan = desk.plan(new PlanFields(fields));
        domain = desk.customerUnder(plan, "de");
        customer = idOf(domain);
    }

    /** What is held, reserved and used is the sum of what was entered, of the account and of each case. */
    @AfterEach
    void theFiguresAreTheSums() {
        assertThat(database.sql("""
                        SELECT a.customer_id, a.held_minutes, a.reserved_minutes FROM prepaid_account a
                        LEFT JOIN prepaid_entry e ON e.customer_id = a.customer_id
                        GROUP BY a.customer_id
                        HAVING a.held_minutes <> COALESCE(SUM(CASE e.kind WHEN 'BOUGHT' THEN e.minutes WHEN 'GIVEN_BACK' THEN e.minutes
                                                   WHEN 'USED' THEN -e.minutes ELSE 0 END), 0)
                            OR a.reserved_minutes <> COALESCE(SUM(CASE e.kind WHEN 'RESERVED' THEN e.minutes
                                                   WHEN 'RELEASED' THEN -e.minutes WHEN 'USED' THEN -e.minutes ELSE 0 END), 0)""").query().listOfRows()).isEmpty();
        assertThat(database.sql("""
                        SELECT c.case_number, c.moves, c.used_minutes, c.reserved_minutes FROM prepaid_case c
                        LEFT JOIN prepaid_entry e ON e.case_number = c.case_number
                        GROUP BY c.case_number
                        HAVING c.moves <> COUNT(e.id)
                            OR c.used_minutes <> COALESCE(SUM(CASE e.kind WHEN 'USED' THEN e.minutes
                                                   WHEN 'GIVEN_BACK' THEN -e.minutes ELSE 0 END), 0)
                            OR c.reserved_minutes <> COALESCE(SUM(CASE e.kind WHEN 'RESERVED' THEN e.minutes
                                                   WHEN 'RELEASED' THEN -e.minutes WHEN 'USED' THEN -e.minutes ELSE 0 END), 0)""").query().listOfRows()).isEmpty();
    }

    @Test
    void packagesAreBookedOnceAndTold() {
        assertThat(buy(2, "one page")).isTrue();
        assertThat(buy(2, "one page")).isFalse();
        assertThat(balance()).isEqualTo(new Balance(480, 0));
        var bought = events.stream(PackageBought.class).toList();
        assertThat(bought).hasSize(1);
        assertThat(bought.getFirst().customer()).isEqualTo(customer);
        assertThat(bought.getFirst().packages()).isEqualTo(2);
        assertThat(bought.getFirst().price())
                .isEqualTo(new Money(new BigDecimal("380.00"), Currency.getInstance("EUR")));
        assertThat(bought.getFirst().plan()).isEqualTo(plan);
        assertThat(bought.getFirst().planVersion()).isEqualTo(1);
        assertThat(readPrepaidHours.of(customer).entries().getFirst().note()).isEqualTo("Invoice 7");
    }

    @Test
    void theSamePurchaseAtOnceIsBookedOnce() throws Exception {
        assertThat(atOnce(IntStream.range(0, 10)
                        .<Callable<Boolean>>mapToObj(i -> () -> buy(1, "one page"))
                        .toList()))
                .containsOnlyOnce(true);
        assertThat(balance()).isEqualTo(new Balance(240, 0));
    }

    @Test
    void whoHasNoPlanWithPrepaidHoursBuysNone() {
        long other = idOf(desk.customerUnder(desk.plan(PlanText.right()), "en"));
        assertThatThrownBy(() -> buyPackages.buy(other, new TypedPurchase("1", "Invoice"), "maya", "k"))
                .isInstanceOfSatisfying(
                        PurchaseRefused.class,
                        refused -> assertThat(refused.faults()).containsOnlyKeys("packages"));
        assertThat(readPrepaidHours.concerns(other)).isFalse();
        var number = cases.received(ARequest.from(domainOf(other), "it@" + domainOf(other)));
        assertThat(use(number, 30)).isZero();
        assertThat(readPrepaidHours.ofCase(number)).isEmpty();
    }

    @Test
    void aNewCaseReservesTheFirstHourOnce() {
        buy(1, "a");
        var number = received();
        assertThat(of(number)).isEqualTo(new CaseHours(60, 0, null));
        assertThat(balance()).isEqualTo(new Balance(240, 60));
        transactions.executeWithoutResult(status -> hours.begin(number.value()));
        assertThat(balance()).isEqualTo(new Balance(240, 60));
    }

    @Test
    void aCaseIsTakenAlsoWhenNothingIsLeft() {
        var number = received();
        assertThat(of(number)).isEqualTo(CaseHours.NOTHING);
        assertThat(balance()).isEqualTo(Balance.NOTHING);
        buy(1, "a");
        cover(number, 30);
        assertThat(of(number).reserved()).isEqualTo(30);
    }

    @Test
    void bookedWorkRaisesTheReservationAndUseSettlesIt() {
        buy(1, "a");
        var number = received();
        twice(() -> cover(number, 100));
        assertThat(of(number)).isEqualTo(new CaseHours(100, 0, null));
        twice(() -> assertThat(use(number, 90)).isEqualTo(90));
        assertThat(balance()).isEqualTo(new Balance(150, 0));
        twice(() -> assertThat(use(number, 20)).isEqualTo(20));
        assertThat(balance()).isEqualTo(new Balance(220, 0));
        twice(() -> assertThat(use(number, 300)).isEqualTo(240));
        assertThat(balance()).isEqualTo(Balance.NOTHING);
        buy(1, "b");
        twice(() -> assertThat(use(number, 300)).isEqualTo(240));
        twice(() -> assertThat(use(number, 0)).isZero());
        assertThat(balance()).isEqualTo(new Balance(480, 0));
    }

    @Test
    void nothingMovesOutsideATransaction() {
        assertThatThrownBy(() -> hours.cover("CW-2026-000001", 1)).isInstanceOf(IllegalTransactionStateException.class);
    }

    /** As far as it matters here; who charges cases looks whether it has really ended. */
    private void end(CaseNumber number) {
        transactions.executeWithoutResult(status -> publisher.publishEvent(new CaseEnded(number)));
    }

    @Test
    void aCaseThatIsWithdrawnReleasesItsReservationAndCoversAnewWhenWorkIsBooked() {
        buy(1, "a");
        var number = received();
        twice(() -> end(number));
        assertThat(balance()).isEqualTo(new Balance(240, 0));
        transactions.executeWithoutResult(status -> hours.release(number.value()));
        assertThat(use(number, 20)).isEqualTo(20);
        transactions.executeWithoutResult(status -> hours.release(number.value()));
        assertThat(balance()).isEqualTo(new Balance(220, 0));
        cover(number, 50);
        assertThat(of(number)).isEqualTo(new CaseHours(30, 20, 20));
    }

    @Test
    void aWithdrawnCaseWithWorkKeepsItsReservationUntilItIsSettled() {
        buy(1, "a");
        var number = received();
        cover(number, 20);
        end(number);
        assertThat(of(number)).isEqualTo(new CaseHours(60, 0, null));
        assertThat(use(number, 20)).isEqualTo(20);
        assertThat(balance()).isEqualTo(new Balance(220, 0));
        var corrected = received();
        cover(corrected, 20);
        cover(corrected, 0);
        end(corrected);
        assertThat(balance()).isEqualTo(new Balance(220, 0));
    }

    @Test
    void aCaseThatIsJoinedWithAnotherReleasesItsReservation() {
        buy(1, "a");
        var open = cases.registered(ARequest.from(domain, "it@" + domain));
        var later = cases.registered(ARequest.from(domain, "it@" + domain));
        assertThat(balance()).isEqualTo(new Balance(240, 120));
        joinOpenCase.join(later, open, CaseDesk.step("serviceTask_JoinOpenCase"));
        assertThat(of(later)).isEqualTo(CaseHours.NOTHING);
        assertThat(balance()).isEqualTo(new Balance(240, 60));
    }

    @Test
    void oneHourThatIsLeftGoesToOneOfFiftyCases() throws Exception {
        buy(1, "a");
        assertThat(use(received(), 180)).isEqualTo(180);
        var numbers = atOnce(IntStream.range(0, 50)
                .<Callable<CaseNumber>>mapToObj(i -> this::received)
                .toList());
        assertThat(numbers.stream().map(number -> of(number).reserved()).filter(minutes -> minutes > 0))
                .containsExactly(60);
        assertThat(balance()).isEqualTo(new Balance(60, 60));
    }

    /** 200 callers at a time; ten reservations to a transaction, since it is the waiting for each other that is looked at, not the disk. */
    @Test
    void tenThousandReservationsAreNeverMoreThanThereIs() throws Exception {
        for (int i = 0; i < 20; i++) {
            buy(1, "package " + i);
        }
        var numbers = Stream.generate(this::received).limit(8).toList();
        int free = balance().free();
        assertThat(free).isLessThan(10_000);
        var callers = new Semaphore(200);
        List<Callable<Integer>> calls = IntStream.range(0, 1_000)
                .<Callable<Integer>>mapToObj(i -> () -> {
                    callers.acquire();
                    try {
                        return reserveTenTimes(numbers.get(i % numbers.size()));
                    } finally {
                        callers.release();
                    }
                })
                .toList();
        var reserved = atOnce(calls);
        assertThat(reserved.stream().mapToInt(minutes -> minutes).sum()).isEqualTo(free);
        assertThat(balance().free()).isEqualTo(0);
        assertThat(numbers.stream().mapToInt(number -> of(number).reserved()).sum())
                .isEqualTo(balance().reserved());
    }

    @Test
    void littleIsToldOnceEachTime() throws Exception {
        buy(1, "a");
        var number = received();
        cover(number, 119);
        assertThat(lettersAfterAll(0)).isEmpty();
        twice(() -> cover(number, 125));
        use(number, 10);
        cover(number, 240);
        var letters = lettersAfterAll(2);
        // Released far above the threshold, and reserved again.
        assertThat(letters).hasSize(2);
        // They leave at once, in any order.
        var text =
                letters.getFirst().getContent().toString() + letters.getLast().getContent();
        assertThat(letters.getFirst().getSubject()).isEqualTo("Ihre vorausbezahlten Stunden gehen zur Neige");
        assertThat(text)
                .contains(
                        "Guten Tag Ida Example",
                        "4 h 0 min, davon sind 1 h 55 min nicht für offene Vorgänge reserviert")
                .contains("/plans/" + plan + "?version=1&language=de");
        buy(1, "b");
        assertThat(lettersAfterAll(2)).hasSize(2);
        received();
        received();
        received();
        received();
        assertThat(lettersAfterAll(3)).hasSize(3);
        assertThat(database.sql("SELECT COUNT(*) FROM prepaid_letter WHERE customer_id = ? AND told_at IS NOT NULL")
                        .param(customer)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void accountsWithLittleAndNothingAreCounted() {
        metrics.count();
        double low = gauge("low");
        double empty = gauge("empty");
        received();
        metrics.count();
        assertThat(gauge("empty")).isEqualTo(empty + 1);
        buy(1, "a");
        cover(received(), 125);
        metrics.count();
        assertThat(gauge("empty")).isEqualTo(empty);
        assertThat(gauge("low")).isEqualTo(low + 1);
    }

    private double gauge(String state) {
        return meters.get("casewright.prepaid.accounts")
                .tag("state", state)
                .gauge()
                .value();
    }

    private List<MimeMessage> lettersAfterAll(int expected) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> database.sql(
                                        "SELECT COUNT(*) FROM prepaid_letter WHERE customer_id = ? AND told_at IS NOT NULL")
                                .param(customer)
                                .query(Integer.class)
                                .single()
                        >= expected);
        return Arrays.stream(mails.getReceivedMessages())
                .filter(mail -> isToUs(mail))
                .toList();
    }

    private boolean isToUs(MimeMessage mail) {
        try {
            return mail.getHeader("Message-ID")[0].startsWith("<prepaid-letter-")
                    && mail.getAllRecipients()[0].toString().contains("it@" + domain);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A minute each time; whoever is told that too many write comes again. */
    private int reserveTenTimes(CaseNumber number) {
        while (true) {
            try {
                return transactions.execute(status -> {
                    var before = accounts.hold(number.value()).orElseThrow();
                    var then = before;
                    for (int i = 0; i < 10; i++) {
                        then = reserveOneMore(then);
                    }
                    return then.hours().reserved() - before.hours().reserved();
                });
            } catch (CannotCreateTransactionException e) {
                assertThat(e).hasMessageContaining("As many write already");
            }
        }
    }

    private CaseAccount reserveOneMore(CaseAccount found) {
        int covered = found.hours().reserved() + found.hours().used();
        return moveHours.move(
                found,
                found.hours().cover(covered + 1, found.account().balance().free()),
                null);
    }

    private boolean buy(int packages, String key) {
        return buyPackages.buy(customer, new TypedPurchase("" + packages, "Invoice 7"), "maya", key);
    }

    private CaseNumber received() {
        return cases.received(ARequest.from(domain, "it@" + domain));
    }

    private void cover(CaseNumber number, int minutes) {
        transactions.executeWithoutResult(status -> hours.cover(number.value(), minutes));
    }

    private int use(CaseNumber number, int minutes) {
        return transactions.execute(status -> hours.use(number.value(), minutes));
    }

    private Balance balance() {
        return readPrepaidHours.of(customer).balance();
    }

    private CaseHours of(CaseNumber number) {
        return readPrepaidHours.ofCase(number).orElseThrow().hours();
    }

    private long idOf(String name) {
        return database.sql("SELECT id FROM customer WHERE domain = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    private String domainOf(long id) {
        return database.sql("SELECT domain FROM customer WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private static void twice(Runnable what) {
        what.run();
        what.run();
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream()
                    .map(call -> {
                        try {
                            return call.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        }
    }
}
