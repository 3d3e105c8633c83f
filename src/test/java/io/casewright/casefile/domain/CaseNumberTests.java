package io.casewright.casefile.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseNumberTests {

    @Test
    void hasYearAndSixDigits() {
        assertThat(CaseNumber.of(2026, 7)).hasToString("CW-2026-000007");
    }

    @Test
    void endsWithTheMillionOfAYear() {
        assertThat(CaseNumber.of(2026, 999_999)).hasToString("CW-2026-999999");
        assertThatThrownBy(() -> CaseNumber.of(2026, 1_000_000)).hasMessageContaining("2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CW-2026-1", "cw-2026-000001", "CW-2026-0000011", "CW-2026-000001' OR 1=1"})
    void isNothingElse(String text) {
        assertThat(CaseNumber.parse(text)).isEmpty();
    }
}
