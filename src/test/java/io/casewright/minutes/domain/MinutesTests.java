package io.casewright.minutes.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.calendar.domain.CalendarText;
import io.casewright.calendar.domain.Holidays;
import io.casewright.calendar.domain.ServiceCalendar;
import io.casewright.minutes.domain.Fact.What;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MinutesTests {

    private static final String TICKET = "CW-2026-000001-T1";

    @Test
    void aNightInWhichAnHourIsShownTwiceHasItTwice() {
        var berlin = calendar("Europe/Berlin", "mon-sun 01:00-04:00");
        // From midnight to six on the clock on the wall it is seven hours, four of them open.
        var minutes = Minutes.of(
                List.of(fact("2026-10-24T22:00:00Z", What.OURS)),
                Owner.PARTNER,
                List.of(new Hours(Instant.EPOCH, berlin)),
                Instant.parse("2026-10-25T05:00:00Z"));
        assertThat(minutes.byOwner()).isEqualTo(Map.of(Owner.PARTNER, 4 * 3600L, Owner.CLOSED_HOURS, 3 * 3600L));
    }

    @Test
    void aReopenedCaseWasNobodysInBetween() {
        var minutes = always(
                "2026-06-10T12:00:00Z",
                fact("2026-06-10T08:00:00Z", What.OURS),
                fact("2026-06-10T09:00:00.900Z", What.ENDED),
                fact("2026-06-10T11:00:00.100Z", What.OURS));
        assertThat(minutes.seconds()).isEqualTo(2 * 3600);
        assertThat(minutes.nobodys()).isEqualTo(2 * 3600);
    }

    @Test
    void aCaseThatIsWithdrawnOrJoinedHasItsTimeUpToThen() {
        var minutes = always(
                "2026-06-12T00:00:00Z",
                fact("2026-06-10T08:00:00Z", What.OURS),
                fact("2026-06-10T08:00:07Z", What.ENDED));
        assertThat(minutes.byOwner()).isEqualTo(Map.of(Owner.PARTNER, 7L));
    }

    @Test
    void aTicketIsTheirsUntilTheyWaitForUs() {
        var minutes = always(
                "2026-06-10T12:00:00Z",
                fact("2026-06-10T08:00:00Z", What.HANDED_OFF),
                ticket("2026-06-10T08:10:00Z", What.TICKET_TO_FILE),
                ticket("2026-06-10T08:30:00Z", What.TICKET_THEIRS),
                ticket("2026-06-10T09:30:00Z", What.TICKET_OURS),
                fact("2026-06-10T09:40:00Z", What.QUESTION_ASKED),
                fact("2026-06-10T10:40:00Z", What.HANDED_OFF),
                ticket("2026-06-10T10:50:00Z", What.TICKET_THEIRS));
        assertThat(minutes.byOwner())
                .isEqualTo(Map.of(Owner.PARTNER, 50 * 60L, Owner.PROVIDER, 130 * 60L, Owner.CUSTOMER, 60 * 60L));
        assertThat(minutes.stretches())
                .extracting(OwnedStretch::reason)
                .containsExactly(
                        Reason.WORK,
                        Reason.TICKET_TO_FILE,
                        Reason.TICKET,
                        Reason.TICKET_WAITS_FOR_US,
                        Reason.QUESTION,
                        Reason.TICKET_WAITS_FOR_US,
                        Reason.TICKET);
    }

    @Test
    void whatWaitedWithAWrongIssueIsOursAfterAll() {
        var minutes = always(
                "2026-06-10T12:00:00Z",
                fact("2026-06-10T08:00:00Z", What.OURS),
                new Fact(Instant.parse("2026-06-10T09:00:00Z"), What.ISSUE_AWAITED, "EX1", null),
                new Fact(Instant.parse("2026-06-10T11:00:00Z"), What.ISSUE_TAKEN_BACK, "ex1", null));
        assertThat(minutes.byOwner()).isEqualTo(Map.of(Owner.PARTNER, 4 * 3600L));
        assertThat(minutes.stretches().get(1).reason()).isEqualTo(Reason.KNOWN_ISSUE_TAKEN_BACK);
    }

    @Test
    void whatACustomerWroteIsOursToRead() {
        var minutes = always(
                "2026-06-10T12:00:00Z",
                fact("2026-06-10T08:00:00Z", What.CONFIRMATION_ASKED),
                fact("2026-06-10T09:00:00Z", What.CUSTOMER_WROTE),
                fact("2026-06-10T10:00:00Z", What.CUSTOMER_HEARD));
        assertThat(minutes.byOwner()).isEqualTo(Map.of(Owner.PARTNER, 3600L, Owner.CUSTOMER, 3 * 3600L));
    }

    @Test
    void aPeriodTakesWhatLiesInIt() {
        var minutes = always("2026-06-10T12:00:00Z", fact("2026-06-10T08:00:00Z", What.OURS));
        assertThat(minutes.within(Instant.parse("2026-06-10T07:00:00Z"), Instant.parse("2026-06-10T08:00:09Z"))
                        .seconds())
                .isEqualTo(9);
        assertThat(minutes.within(Instant.parse("2026-06-10T12:00:00Z"), Instant.parse("2026-06-11T00:00:00Z"))
                        .stretches())
                .isEmpty();
    }

    private static Minutes always(String until, Fact... facts) {
        return Minutes.of(
                List.of(facts),
                Owner.PARTNER,
                List.of(new Hours(Instant.EPOCH, calendar("UTC", "mon-sun 00:00-24:00"))),
                Instant.parse(until));
    }

    private static Fact fact(String at, What what) {
        return new Fact(Instant.parse(at), what, null, null);
    }

    private static Fact ticket(String at, What what) {
        return new Fact(Instant.parse(at), what, TICKET, Owner.PROVIDER);
    }

    private static ServiceCalendar calendar(String zone, String hours) {
        return ServiceCalendar.of(
                new CalendarText(zone, List.of(hours), null, null, List.of(), List.of()), Holidays.NONE);
    }
}
