package io.casewright.prepaid.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LowBalanceTests {

    private final LowBalance rule = new LowBalance(120, 60);

    @ParameterizedTest(name = "{0} free, then {1}; was low: {2}")
    @CsvSource({
        "180, 120, false, false",
        "121, 119, false, true",
        "600, 0, false, true",
        "119, 60, true, true",
        // A reservation that comes and goes.
        "119, 179, true, true",
        "119, 180, true, false",
        "60, 90, false, false"
    })
    void littleIsLeftBelowTheThresholdUntilThereIsClearlyMore(int before, int now, boolean was, boolean is) {
        assertThat(rule.isLow(was, new Balance(before, 0), new Balance(now, 0))).isEqualTo(is);
    }

    @Test
    void whatIsReservedIsNotFree() {
        assertThat(rule.isLow(false, new Balance(600, 0), new Balance(600, 500)))
                .isTrue();
    }
}
