package io.casewright.statement.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.charge.domain.ChargeLine.Kind;
import io.casewright.statement.domain.StatementRefused;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.PlanDesk;
import io.casewright.testkit.PlanText;
import io.casewright.testkit.StatementDesk;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each charge stands on one statement, however often and by whomever drafts are made. */
@CasewrightTest
class MakeDraftsTests {

    private static final int MANY = 10_000;

    @Autowired
    StatementDesk desk;

    @Autowired
    PlanDesk plans;

    @Autowired
    MakeDrafts drafts;

    @Autowired
    DecideStatement decide;

    @Autowired
    ReadStatements read;

    @Autowired
    JdbcClient database;

    @Autowired
    JdbcTemplate many;

    @Test
    void aDraftHasTheChargesUpToTheEndOfTheMonthInTheirOrderAndOneIsMadeForEachCurrency() {
        String domain = desk.customer("en");
        desk.charge(domain, null, Kind.TIME, desk.month().atEndOfMonth(), 30, "60.00", "EUR", StatementDesk.VAT);
        desk.charge(domain, null, Kind.TIME, desk.day(1), 60, "120.00", "EUR", StatementDesk.VAT);
        desk.charge(domain, null, Kind.TIME, desk.day(1).minusMonths(2), 60, "7.00", "EUR", null);
        desk.charge(domain, null, Kind.PACKAGE, desk.day(2), null, "9000", "JPY", null);
        desk.charge(domain, null, Kind.TIME, desk.month().atEndOfMonth().plusDays(1), 60, "999.00", "EUR", null);
        drafts.make(desk.month());
        drafts.make(desk.month());
        var statements = desk.of(domain).stream().map(read::whole).toList();
        assertThat(statements)
                .extracting(whole -> whole.totals().gross().toString().replace('\u00a0', ' '))
                .containsExactly("221.20 EUR", "9 000 JPY");
        assertThat(statements.getFirst().lines())
                .extracting(
                        line -> line.position() + ": " + line.charge().amount().amount())
                .containsExactly("1: 7.00", "2: 120.00", "3: 60.00");
    }

    @Test
    void whatComesLaterGoesOnTheNextMonthsUnlessSomebodyTakesItUp() {
        String domain = desk.customer("en");
        desk.charge(domain, null, Kind.TIME, desk.day(1).minusMonths(1), 60, "10.00", "EUR", null);
        drafts.make(desk.month().minusMonths(1));
        desk.charge(domain, null, Kind.TIME, desk.day(2).minusMonths(1), 60, "20.00", "EUR", null);
        drafts.make(desk.month().minusMonths(1));
        assertThat(desk.of(domain)).hasSize(1);
        drafts.make(desk.month());
        assertThat(desk.of(domain)).hasSize(2);
        long later = desk.of(domain).getLast();
        assertThat(read.whole(later).totals().net().amount()).isEqualByComparingTo("20");
        desk.charge(domain, null, Kind.TIME, desk.day(2), -60, "-20.00", "EUR", null);
        assertThat(drafts.takeUp(later)).isEqualTo(1);
        assertThat(drafts.takeUp(later)).isZero();
        assertThat(read.whole(later).totals().net().amount()).isEqualByComparingTo("0");
        decide.propose(later, "owner");
        assertThatThrownBy(() -> drafts.takeUp(later)).isInstanceOf(StatementRefused.class);
    }

    @Test
    void severalRunsAtOnceMakeEachOnce() throws Exception {
        var domains = new ArrayList<String>();
        var random = new Random(7);
        for (int i = 0; i < 6; i++) {
            String domain = desk.customer("en");
            domains.add(domain);
            for (int line = 0; line < 25; line++) {
                desk.charge(
                        domain,
                        null,
                        Kind.TIME,
                        desk.day(1 + random.nextInt(28)),
                        60,
                        "%d.00".formatted(1 + random.nextInt(500)),
                        random.nextBoolean() ? "EUR" : "USD",
                        StatementDesk.VAT);
            }
        }
        Callable<Integer> run = () -> drafts.make(desk.month());
        Callable<Integer> earlier = () -> drafts.make(desk.month().minusMonths(1));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : executor.invokeAll(List.of(run, run, earlier, run))) {
                each.get();
            }
        }
        for (String domain : domains) {
            assertThat(desk.of(domain)).hasSize(2);
            assertThat(desk.of(domain).stream()
                            .mapToInt(id -> read.whole(id).lines().size())
                            .sum())
                    .isEqualTo(25);
        }
        assertThat(database.sql("SELECT COUNT(*) - COUNT(DISTINCT charge_line_id) FROM statement_line")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aMonthOfIncludedSupportIsChargedOnceByTheVersionAndThePlanOfTheFirst() {
        var begin = desk.day(1).atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
        var fields = PlanText.right()
                .with("charging.model", "INCLUDED")
                .with("charging.price", "950.00")
                .with("charging.taxName", "VAT")
                .with("charging.taxPercent", "19");
        long plan = plans.plan(fields.with("charging.price", "990.00"));
        plans.version(plan, 2, begin.minus(Duration.ofDays(3)), fields);
        String there = since(plans.customerUnder(plan, "en"), begin.minus(Duration.ofDays(40)));
        String since = since(plans.customerUnder(plan, "en"), begin.plus(Duration.ofDays(3)));
        String gone = since(plans.customerUnder(plan, "en"), begin.minus(Duration.ofDays(40)));
        database.sql("UPDATE customer SET closed_at = ? WHERE domain = ?")
                .params(
                        begin.minus(Duration.ofDays(1))
                                .toString()
                                .replace("T", " ")
                                .replace("Z", ""),
                        gone)
                .update();
        String changed = since(plans.customerUnder(plan, "en"), begin.minus(Duration.ofDays(40)));
        database.sql("""
                        INSERT INTO customer_change (customer_id, changed_at, login, person, what, before_value, after_value)
                        SELECT id, UTC_TIMESTAMP(6), 'manager', 'Maya', 'support plan', ?, 'Business' FROM customer WHERE domain = ?""").params(plans.nameOf(plan), changed).update();
        plans.give(changed, 1);
        drafts.make(desk.month());
        drafts.make(desk.month());
        for (String domain : List.of(there, changed)) {
            assertThat(desk.of(domain)).hasSize(1);
            var whole = read.whole(desk.of(domain).getFirst());
            assertThat(whole.lines()).singleElement().satisfies(line -> {
                assertThat(line.charge().kind()).isEqualTo(Kind.MONTH);
                assertThat(line.charge().day()).isEqualTo(desk.day(1));
            });
            assertThat(whole.totals().gross().amount()).isEqualByComparingTo("1130.50");
        }
        assertThat(desk.of(since)).isEmpty();
        assertThat(database.sql(
                                "SELECT COUNT(*) FROM charge_line c JOIN customer u ON u.id = c.customer_id WHERE u.domain = ?")
                        .param(gone)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aMonthThatIsNotOverOrWasOverLongAgoIsRefused() {
        assertThatThrownBy(() -> drafts.make(desk.month().plusMonths(1))).isInstanceOf(StatementRefused.class);
        assertThatThrownBy(() -> drafts.make(desk.month().minusMonths(13))).isInstanceOf(StatementRefused.class);
    }

    @Test
    void tenThousandEntriesAreSummedUpInSeconds() {
        String domain = desk.customer("en");
        var random = new Random(42);
        var sum = BigDecimal.ZERO;
        var rows = new ArrayList<Object[]>();
        for (int i = 0; i < MANY; i++) {
            var amount = BigDecimal.valueOf(random.nextInt(1, 100_000), 2);
            sum = sum.add(amount);
            rows.add(new Object[] {desk.idOf(domain), "many-" + domain + i, desk.day(1 + i % 28), amount, amount});
        }
        many.batchUpdate("""
                INSERT INTO charge_line (customer_id, line_key, kind, day, minutes, unit_price, amount, currency, tax_name,
                                         tax_percent, plan_id, plan_version, made_at)
                VALUES (?, ?, 'TIME', ?, 15, ?, ?, 'EUR', 'VAT', 19, 1, 1, UTC_TIMESTAMP(6))""", rows);
        var begun = Instant.now();
        long id = desk.draft(domain);
        var made = Instant.now();
        var whole = read.whole(id);
        int length = StatementCsv.of(whole).length();
        var written = Instant.now();
        System.out.printf(
                "A statement of %d entries: made in %d ms, read, summed and written as CSV (%d characters) in %d ms%n",
                MANY,
                Duration.between(begun, made).toMillis(),
                length,
                Duration.between(made, written).toMillis());
        assertThat(whole.lines()).hasSize(MANY);
        assertThat(whole.totals().net().amount()).isEqualTo(sum);
        assertThat(Duration.between(begun, written)).isLessThan(Duration.ofSeconds(10));
    }

    /** Has the customer been there since then. */
    private String since(String domain, Instant instant) {
        database.sql("UPDATE customer_change SET changed_at = ? WHERE customer_id = ?")
                .params(instant.toString().replace("T", " ").replace("Z", ""), desk.idOf(domain))
                .update();
        return domain;
    }
}
