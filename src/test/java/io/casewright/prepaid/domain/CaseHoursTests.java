package io.casewright.prepaid.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.prepaid.domain.Movement.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseHoursTests {

    @ParameterizedTest(name = "of {0} free, {1} wanted")
    @CsvSource({"600, 60, 60", "20, 60, 20", "0, 60, 0", "600, 0, 0"})
    void aNewCaseReservesWhatIsWantedOrLeft(int free, int wanted, int reserved) {
        assertThat(CaseHours.NOTHING.begin(wanted, free)).isEqualTo(moves(Kind.RESERVED, reserved));
    }

    @ParameterizedTest(name = "{0} reserved, {1} used, {2} free, {3} worked")
    @CsvSource({"60, 0, 600, 50, 0", "60, 0, 600, 90, 30", "60, 0, 10, 90, 10", "0, 60, 600, 90, 30", "10, 60, 0, 90, 0"
    })
    void bookedWorkReservesWhatIsMissingAsFarAsItIsFree(int reserved, int used, int free, int minutes, int more) {
        assertThat(new CaseHours(reserved, used, null).cover(minutes, free)).isEqualTo(moves(Kind.RESERVED, more));
    }

    @ParameterizedTest(name = "{0} reserved, {1} used, {2} free, {3} asked")
    @CsvSource({
        "60, 0, 600, 20, 20, 0",
        "60, 0, 600, 60, 60, 0",
        "60, 0, 600, 90, 90, 0",
        "60, 0, 10, 90, 70, 0",
        "0, 0, 0, 90, 0, 0",
        "60, 0, 600, 0, 0, 0",
        "0, 60, 600, 20, 20, 0",
        "30, 60, 0, 20, 20, 0",
        "30, 60, 5, 70, 70, 0"
    })
    void itsUseBecomesWhatIsAskedAndTheRestIsReleased(
            int reserved, int used, int free, int minutes, int usedThen, int reservedThen) {
        var hours = new CaseHours(reserved, used, null);
        var movements = hours.use(minutes, free);
        assertThat(hours.after(movements)).isEqualTo(new CaseHours(reservedThen, usedThen, null));
    }

    @Test
    void askedForTheSameAgainItTakesNothingThatBecameFreeMeanwhile() {
        var hours = new CaseHours(0, 60, 90);
        assertThat(hours.use(90, 600)).isEmpty();
        assertThat(hours.use(91, 600)).isEqualTo(List.of(new Movement(Kind.RESERVED, 31), new Movement(Kind.USED, 31)));
    }

    @Test
    void whatIsReservedForItMeanwhileIsUsedAlsoWhenAskedForTheSame() {
        assertThat(new CaseHours(40, 60, 90).use(90, 600))
                .isEqualTo(List.of(new Movement(Kind.USED, 30), new Movement(Kind.RELEASED, 10)));
    }

    @Test
    void noCaseTakesLessThanNothing() {
        assertThatThrownBy(() -> CaseHours.NOTHING.use(-1, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CaseHours.NOTHING.cover(-1, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Balance(10, 11)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Movement(Kind.USED, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Whatever is done in whatever order: never below nothing, each twice changes nothing, and the figures are the sums. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void figuresAreTheSumsOfTheEntries(long seed) {
        var random = new Random(seed);
        var balance = Balance.NOTHING;
        var cases = new ArrayList<>(List.of(CaseHours.NOTHING, CaseHours.NOTHING, CaseHours.NOTHING));
        Map<Kind, Integer> entered = new EnumMap<>(Kind.class);
        for (int i = 0; i < 2_000; i++) {
            int at = random.nextInt(cases.size());
            int minutes = random.nextInt(200);
            int what = random.nextInt(8);
            for (int repetition = 0; repetition < 2; repetition++) {
                var hours = cases.get(at);
                var movements = movements(what, hours, minutes, balance);
                assertThat(repetition == 1 && what != 0 ? movements : List.of()).isEmpty();
                if (repetition == 1) {
                    break;
                }
                balance = balance.after(movements);
                movements.forEach(each -> entered.merge(each.kind(), each.minutes(), Integer::sum));
                var then = what == 0 ? hours : hours.after(movements);
                cases.set(at, what < 4 && what > 0 ? then.asked(minutes) : then);
            }
            assertThat(balance.reserved())
                    .isEqualTo(cases.stream().mapToInt(CaseHours::reserved).sum())
                    .isEqualTo(sum(entered, Kind.RESERVED) - sum(entered, Kind.RELEASED) - sum(entered, Kind.USED));
            assertThat(balance.held())
                    .isEqualTo(sum(entered, Kind.BOUGHT) - sum(entered, Kind.USED) + sum(entered, Kind.GIVEN_BACK));
            assertThat(cases.stream().mapToInt(CaseHours::used).sum())
                    .isEqualTo(sum(entered, Kind.USED) - sum(entered, Kind.GIVEN_BACK));
        }
    }

    private static List<Movement> movements(int what, CaseHours hours, int minutes, Balance balance) {
        return switch (what) {
            case 0 -> moves(Kind.BOUGHT, minutes);
            case 1, 2, 3 -> hours.use(minutes, balance.free());
            case 4, 5, 6 -> hours.cover(minutes, balance.free());
            default -> hours.release();
        };
    }

    private static int sum(Map<Kind, Integer> entered, Kind kind) {
        return entered.getOrDefault(kind, 0);
    }

    private static List<Movement> moves(Kind kind, int minutes) {
        return minutes == 0 ? List.of() : List.of(new Movement(kind, minutes));
    }
}
