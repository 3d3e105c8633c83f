package io.casewright.promise.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskOrderTests {

    @ParameterizedTest
    @CsvSource({
        "90,   0,  90",
        "90,  50,  90",
        "90,  75,  92",
        "90,  90,  95",
        "90, 100,  97",
        "50,  75,  62",
        "50, 100,  87",
        "50, 120,  87",
        "20,  90,  60",
        "20, 100,  80",
        "100, 100, 100"
    })
    void closesAPartOfWhatIsLeftToTheTop(int ofSeverity, int passed, int priority) {
        assertThat(TaskOrder.priority(ofSeverity, List.of(passed))).isEqualTo(priority);
    }

    @Test
    void goesByTheHighestAndLeavesACaseAloneThatPassedNothing() {
        assertThat(TaskOrder.priority(20, List.of(50, 100, 75))).isEqualTo(80);
        assertThat(TaskOrder.priority(20, List.of())).isEqualTo(20);
    }

    @Test
    void keepsTheMoreSevereFirstAsNearToTheirPromises() {
        for (int passed : List.of(0, 75, 90, 100)) {
            assertThat(TaskOrder.priority(90, List.of(passed)))
                    .isGreaterThan(TaskOrder.priority(50, List.of(passed)))
                    .isGreaterThan(TaskOrder.priority(20, List.of(passed)));
        }
    }
}
