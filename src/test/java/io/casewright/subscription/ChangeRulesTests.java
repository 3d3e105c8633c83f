package io.casewright.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.subscription.Subscription.Status;
import io.casewright.subscription.SubscriptionChange.Kind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What may be changed within a term; the deadline is Microsoft's. */
class ChangeRulesTests {

    private static final Instant DEADLINE = Instant.parse("2026-11-27T23:59:00Z");
    private static final Instant TERM_END = Instant.parse("2027-11-20T00:00:00Z");

    @Nested
    class Window {

        @ParameterizedTest
        @CsvSource({
            "2026-11-27T23:58:59Z, true",
            "2026-11-27T23:59:00Z, true",
            "2026-11-27T23:59:00.000000001Z, false",
            "2026-11-27T23:59:01Z, false"
        })
        void endsToTheSecond(Instant now, boolean open) {
            var subscription = subscription(25, true, DEADLINE, null);
            assertThat(subscription.isInWindow(now)).isEqualTo(open);
            assertThat(objection(Kind.CANCEL_SUBSCRIPTION, null, subscription, now) == null)
                    .isEqualTo(open);
            assertThat(objection(Kind.REDUCE_SEATS, 20, subscription, now) == null)
                    .isEqualTo(open);
        }

        @Test
        void withoutADeadlineNothingIsCancelledOrGivenBack() {
            var subscription = subscription(25, true, null, null);
            assertThat(objection(Kind.CANCEL_SUBSCRIPTION, null, subscription, DEADLINE))
                    .contains("names no time", "Turn automatic renewal off", "2027-11-20");
            assertThat(objection(Kind.REDUCE_SEATS, 20, subscription, DEADLINE))
                    .contains("names no time", "Schedule the number for the next term");
        }

        @Test
        void afterwardsTheRemedyFitsTheRenewal() {
            var late = DEADLINE.plusSeconds(1);
            assertThat(objection(Kind.REDUCE_SEATS, 20, subscription(25, true, DEADLINE, null), late))
                    .contains("until 2026-11-27 23:59 UTC", "Schedule the number", "on 2027-11-20")
                    .doesNotContain("automatic renewal");
            assertThat(objection(Kind.REDUCE_SEATS, 20, subscription(25, false, DEADLINE, null), late))
                    .contains("turn automatic renewal on first");
            assertThat(objection(Kind.CANCEL_SUBSCRIPTION, null, subscription(25, false, DEADLINE, null), late))
                    .contains("does not renew itself and ends with its term");
        }
    }

    @Nested
    class Seats {

        @Test
        void areAddedAtAnyTime() {
            var subscription = subscription(25, false, null, 0);
            assertThat(objection(Kind.ADD_SEATS, 26, subscription, DEADLINE)).isNull();
            assertThat(objection(Kind.ADD_SEATS, 24, subscription, DEADLINE)).contains("24 are not more");
        }

        @ParameterizedTest
        @CsvSource({"20, true", "19, false"})
        void areGivenBackUpToWhatIsRefundable(int wanted, boolean allowed) {
            String objection = objection(Kind.REDUCE_SEATS, wanted, subscription(25, true, DEADLINE, 5), DEADLINE);
            if (allowed) {
                assertThat(objection).isNull();
            } else {
                assertThat(objection).contains("Only 5 of its seats", "not 6", "Schedule the number");
            }
        }

        @Test
        void ofSoftwareAreNeverGivenBackEvenWithinTheWindow() {
            assertThat(objection(Kind.REDUCE_SEATS, 24, subscription(25, true, DEADLINE, 0), DEADLINE))
                    .contains("None of its seats can be given back");
        }

        @Test
        void areNotReducedToMore() {
            assertThat(objection(Kind.REDUCE_SEATS, 26, subscription(25, true, DEADLINE, null), DEADLINE))
                    .contains("26 are not fewer");
        }

        @Test
        void ofASuspendedSubscriptionStayAsTheyAre() {
            var suspended = of(Status.SUSPENDED, 25, true, DEADLINE, null);
            assertThat(objection(Kind.ADD_SEATS, 30, suspended, DEADLINE)).contains("Reactivate it first");
            assertThat(objection(Kind.REDUCE_SEATS, 20, suspended, DEADLINE)).contains("Reactivate it first");
        }

        @Test
        void areScheduledOnlyWhereANextTermFollows() {
            assertThat(objection(Kind.SCHEDULE_SEATS, 20, subscription(25, true, null, 0), DEADLINE))
                    .isNull();
            assertThat(objection(Kind.SCHEDULE_SEATS, 20, subscription(25, false, null, 0), DEADLINE))
                    .contains("Turn automatic renewal on first");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"DELETED", "EXPIRED", "DISABLED"})
    void nothingIsChangedOfWhatIsOver(Status status) {
        for (Kind kind : Kind.values()) {
            assertThat(objection(kind, 30, of(status, 25, true, DEADLINE, null), DEADLINE))
                    .as(kind.word())
                    .contains("nothing of it can be changed");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theWordOfAFormLeadsToTheKind(Kind kind) {
        assertThat(Kind.of(kind.word())).contains(kind);
        assertThat(Kind.of("credit")).isEmpty();
        assertThat(Kind.of(null)).isEmpty();
    }

    private static @Nullable String objection(
            Kind kind, @Nullable Integer quantity, Subscription subscription, Instant now) {
        return new SubscriptionChange(kind, "6e7a", quantity)
                .objectionFor(subscription, now)
                .orElse(null);
    }

    private static Subscription subscription(
            int quantity, boolean renews, @Nullable Instant until, @Nullable Integer refundable) {
        return of(Status.ACTIVE, quantity, renews, until, refundable);
    }

    private static Subscription of(
            Status status, int quantity, boolean renews, @Nullable Instant until, @Nullable Integer refundable) {
        return new Subscription(
                "6e7a",
                "Business Premium",
                quantity,
                status,
                "P1Y",
                "monthly",
                renews,
                TERM_END,
                until,
                refundable,
                null,
                List.of());
    }
}
