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

    private static final Hours ALWAYS = from("1970-01-01T00:00:00Z", "mon-sun 00:00-24:00");
    private static final String TICKET = "CW-2026-000001-T1";

    @Test
    void aNightInWhichAnHourIsShownTwiceHasItTwice() {
        var berlin = calendar("Europe/Berlin", "mon-sun 01:00-04:00");
        // From midnight to six on the clock on the wall it is seven hours, four of them open.
        var minutes = Minutes.of(
                List.of(fact("2026-10-24T22:00:00Z", What.OURS)),
                Owner.PARTNER,
                new OpenHours(List.of(new Hours(Instant.EPOCH, berlin)), Map.of()),
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
    void aTicketIsNobodysWhileTheVendorIsClosed() {
        var minutes = withProvider(
                List.of(from("1970-01-01T00:00:00Z", "mon-fri 09:00-17:00")),
                "2026-06-11T10:00:00Z",
                fact("2026-06-10T08:00:00Z", What.HANDED_OFF),
                ticket("2026-06-10T16:00:00Z", What.TICKET_THEIRS));
        assertThat(minutes.byOwner())
                .isEqualTo(Map.of(Owner.PARTNER, 8 * 3600L, Owner.PROVIDER, 2 * 3600L, Owner.CLOSED_HOURS, 16 * 3600L));
        assertThat(minutes.stretches().get(2))
                .isEqualTo(new OwnedStretch(
                        Instant.parse("2026-06-10T17:00:00Z"),
                        Instant.parse("2026-06-11T09:00:00Z"),
                        Owner.CLOSED_HOURS,
                        Reason.TICKET,
                        TICKET));
    }

    @Test
    void hoursOfAVendorThatBeginOrEndMeanwhileSplitItsTurn() {
        var minutes = withProvider(
                List.of(
                        ALWAYS,
                        from("2026-06-10T10:00:30.700Z", "mon-fri 12:00-17:00"),
                        from("2026-06-10T13:00:00Z", "mon-fri 08:00-12:00"),
                        from("2026-06-10T13:30:00Z", "mon-sun 00:00-24:00")),
                "2026-06-10T14:00:00Z",
                fact("2026-06-10T08:00:00Z", What.HANDED_OFF),
                ticket("2026-06-10T10:00:00Z", What.TICKET_THEIRS));
        assertThat(minutes.stretches())
                .extracting(stretch -> stretch.owner() + " " + stretch.from())
                .containsExactly(
                        "PARTNER 2026-06-10T08:00:00Z",
                        "PROVIDER 2026-06-10T10:00:00Z",
                        "CLOSED_HOURS 2026-06-10T10:00:30Z",
                        "PROVIDER 2026-06-10T12:00:00Z",
                        "CLOSED_HOURS 2026-06-10T13:00:00Z",
                        "PROVIDER 2026-06-10T13:30:00Z");
        assertThat(minutes.seconds()).isEqualTo(6 * 3600);
    }

    @Test
    void aTicketThatWaitsForUsAndOneElsewhereDoNotGoByTheHoursOfAnotherVendor() {
        var never = List.of(from("1970-01-01T00:00:00Z", "sun 00:00-00:01"));
        var minutes = withProvider(
                never,
                "2026-06-10T12:00:00Z",
                fact("2026-06-10T08:00:00Z", What.HANDED_OFF),
                ticket("2026-06-10T09:00:00Z", What.TICKET_OURS),
                new Fact(Instant.parse("2026-06-10T10:00:00Z"), What.ISSUE_AWAITED, "EX1", null));
        assertThat(minutes.byOwner()).isEqualTo(Map.of(Owner.PARTNER, 2 * 3600L, Owner.MICROSOFT, 2 * 3600L));
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
                List.of(facts), Owner.PARTNER, new OpenHours(List.of(ALWAYS), Map.of()), Instant.parse(until));
    }

    private static Minutes withProvider(List<Hours> provider, String until, Fact... facts) {
        return Minutes.of(
                List.of(facts),
                Owner.PARTNER,
                new OpenHours(List.of(ALWAYS), Map.of(Owner.PROVIDER, provider)),
                Instant.parse(until));
    }

    private static Hours from(String since, String hours) {
        return new Hours(Instant.parse(since), calendar("UTC", hours));
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
