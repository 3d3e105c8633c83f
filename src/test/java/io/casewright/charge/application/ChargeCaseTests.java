package io.casewright.charge.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.casewright.casefile.application.ReceiveMessage;
import io.casewright.casefile.application.WithdrawCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.charge.application.ChargeCase.Order;
import io.casewright.charge.application.ReadCharges.CaseCharge;
import io.casewright.charge.domain.ChargeLine;
import io.casewright.charge.domain.ChargeLine.Kind;
import io.casewright.charge.domain.TimeEntry;
import io.casewright.charge.domain.TypedTime;
import io.casewright.charge.persistence.ChargeLines;
import io.casewright.plan.domain.PlanFields;
import io.casewright.prepaid.application.BuyPackages;
import io.casewright.prepaid.domain.TypedPurchase;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.PlanDesk;
import io.casewright.testkit.PlanText;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From booked time and the end of a case to what its customer pays. */
@CasewrightTest
class ChargeCaseTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    PlanDesk plans;

    @Autowired
    CaseDesk cases;

    @Autowired
    CaseWitness witness;

    @Autowired
    BookTime bookTime;

    @Autowired
    ChargeCase chargeCase;

    @Autowired
    ReadCharges readCharges;

    @Autowired
    BuyPackages buyPackages;

    @Autowired
    ChargeLines chargeLines;

    @Autowired
    JdbcClient database;

    @Autowired
    ReceiveMessage receiveMessage;

    @Autowired
    WithdrawCase withdrawCase;

    @Test
    void workIsChargedWhenTheCaseHasEnded() {
        var number = caseUnder(hourly());
        book(number, 20, 0);
        assertThat(readCharges.of(number)).isEmpty();
        close(number);

        var charge = charged(number, 1);
        assertThat(charge.verdict().within().why()).isEqualTo("The support plan charges by the hour.");
        assertThat(charge.lines().getFirst().tax()).hasToString("Tax[name=VAT, percent=19]");
        assertThat(amounts(charge)).containsExactly("50.00\u00a0EUR");
        assertThat(charge.total()).hasToString("50.00\u00a0EUR");
    }

    @Test
    void workOutsideTheServiceHoursIsChargedApart() {
        var number = caseUnder(hourly().with("charging.afterHoursRate", "200.00"));
        book(number, 60, 30);
        close(number);
        assertThat(charged(number, 2).lines())
                .extracting(ChargeLine::kind, line -> line.amount().toString())
                .containsExactly(tuple(Kind.TIME, "50.00\u00a0EUR"), tuple(Kind.AFTER_HOURS, "100.00\u00a0EUR"));
    }

    @Test
    void whatIsBookedAndCorrectedAfterwardsIsAddedAndTakenBack() {
        var number = caseUnder(hourly());
        var entry = book(number, 60, 0);
        close(number);
        charged(number, 1);
        book(number, 30, 0);
        charged(number, 2);
        bookTime.correct(
                entry,
                new TypedTime("", "30", "", "Not so much"),
                "ada",
                UUID.randomUUID().toString());
        var charge = charged(number, 4);
        assertThat(amounts(charge))
                .containsExactlyInAnyOrder("100.00\u00a0EUR", "50.00\u00a0EUR", "-100.00\u00a0EUR", "50.00\u00a0EUR");
        assertThat(charge.total()).hasToString("100.00\u00a0EUR");
    }

    @Test
    void chargedTwiceOrManyTimesAtOnceItCostsTheSame() throws Exception {
        var number = caseUnder(incident());
        close(number);
        charged(number, 1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            people.invokeAll(Stream.generate(() -> again(number)).limit(8).toList());
        }
        assertThat(amounts(charged(number, 1))).containsExactly("90.00\u00a0EUR");
    }

    @Test
    void anIncidentThatIsReopenedAndTakenBackCostsNothingAfterAll() {
        var number = caseUnder(incident());
        close(number);
        charged(number, 1);
        receiveMessage.receive(number, "It is broken again.", "portal", "again-" + number);
        withdrawCase.withdraw(number, null, "desk");
        var charge = charged(number, 2);
        assertThat(charge.total()).hasToString("0.00\u00a0EUR");
        assertThat(charge.verdict().within().why()).isEqualTo("The case ended without an answer of ours.");
    }

    @Test
    void whatThePlanIncludesIsToldAndCostsNothing() {
        var number = caseUnder(PlanText.right().with("charging.model", "INCLUDED"));
        book(number, 200, 0);
        close(number);
        var charge = charged(number, 0);
        assertThat(charge.verdict().within().charged()).isFalse();
        assertThat(charge.total()).isNull();
    }

    @Test
    void prepaidHoursAreReservedForWorkUsedByTheEndAndWhatIsBeyondCostsTheirPrice() {
        var fields = prepaid();
        long plan = plans.plan(fields);
        String domain = plans.customerUnder(plan, "en");
        long customer = database.sql("SELECT id FROM customer WHERE domain = ?")
                .param(domain)
                .query(Long.class)
                .single();
        buy(customer);
        var first = cases.resolving(cases.diagnosing(ARequest.from(domain, "it@" + domain)));
        book(first, 90, 0);
        assertThat(free(customer)).isEqualTo(30);
        close(first);
        assertThat(charged(first, 0).verdict().within().charged()).isTrue();

        var second = cases.resolving(cases.diagnosing(ARequest.from(domain, "it@" + domain)));
        book(second, 50, 0);
        close(second);
        var charge = charged(second, 1);
        assertThat(charge.lines().getFirst().kind()).isEqualTo(Kind.BEYOND_PACKAGE);
        assertThat(charge.lines().getFirst().minutes()).isEqualTo(30);
        assertThat(charge.total()).hasToString("50.00\u00a0EUR");
        assertThat(free(customer)).isZero();

        var entry = bookTime.ofCase(witness.caseOf(second)).getLast();
        bookTime.correct(entry, new TypedTime("", "10", "", "Not so much"), "ada", "again-" + second);
        assertThat(charged(second, 2).total()).hasToString("0.00\u00a0EUR");
        assertThat(free(customer)).isEqualTo(15);
        assertThat(chargeLines.ofCustomer(customer, LocalDate.of(2020, 1, 1), LocalDate.of(2100, 1, 1)))
                .filteredOn(line -> line.kind() == Kind.PACKAGE)
                .extracting(line -> line.amount().toString())
                .containsExactly("200.00\u00a0EUR");
    }

    private void buy(long customer) {
        assertThat(buyPackages.buy(customer, new TypedPurchase("1", "Order 7"), "manager", "one page"))
                .isTrue();
    }

    private int free(long customer) {
        return database.sql("SELECT held_minutes - reserved_minutes FROM prepaid_account WHERE customer_id = ?")
                .param(customer)
                .query(Integer.class)
                .single();
    }

    private static PlanFields prepaid() {
        return PlanText.right()
                .with("charging.model", "PREPAID_HOURS")
                .with("charging.price", "200.00")
                .with("charging.currency", "EUR")
                .with("charging.hours", "2")
                .with("charging.roundUpToMinutes", "15");
    }

    private Callable<Void> again(CaseNumber number) {
        return () -> {
            chargeCase.charge(new Order(number.value()));
            return null;
        };
    }

    private static PlanFields hourly() {
        return PlanText.right()
                .with("charging.model", "HOURLY")
                .with("charging.price", "100.00")
                .with("charging.currency", "EUR")
                .with("charging.roundUpToMinutes", "15")
                .with("charging.taxName", "VAT")
                .with("charging.taxPercent", "19");
    }

    private static PlanFields incident() {
        return PlanText.right()
                .with("charging.model", "PER_INCIDENT")
                .with("charging.price", "90.00")
                .with("charging.currency", "EUR");
    }

    private CaseNumber caseUnder(PlanFields fields) {
        String domain = plans.customerUnder(plans.plan(fields), "en");
        return cases.resolving(cases.diagnosing(ARequest.from(domain, "it@" + domain)));
    }

    private void close(CaseNumber number) {
        cases.closed(cases.resolved(number));
    }

    private TimeEntry book(CaseNumber number, int minutes, int afterHours) {
        var supportCase = witness.caseOf(number);
        var typed = new TypedTime(bookTime.today().toString(), "" + minutes, "" + afterHours, "Worked on it");
        assertThat(bookTime.problemWith(supportCase, typed, "ada")).isEmpty();
        assertThat(bookTime.book(
                        supportCase,
                        typed,
                        "ada-" + number.value(),
                        UUID.randomUUID().toString()))
                .isTrue();
        return bookTime.ofCase(supportCase).getLast();
    }

    private CaseCharge charged(CaseNumber number, int lines) {
        return await().atMost(PATIENCE)
                .until(
                        () -> readCharges.of(number),
                        found -> found.map(charge -> charge.lines().size()).equals(Optional.of(lines)))
                .orElseThrow();
    }

    private static List<String> amounts(CaseCharge charge) {
        return charge.lines().stream().map(line -> line.amount().toString()).toList();
    }
}
