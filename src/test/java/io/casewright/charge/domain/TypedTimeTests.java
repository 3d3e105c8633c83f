package io.casewright.charge.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTimeTests {

    private static final LocalDate RECEIVED = LocalDate.of(2026, 11, 27);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    @Test
    void whatIsCompleteIsTaken() {
        var typed = new TypedTime("2026-11-28", " 45 ", "", "Looked at the rules");
        assertThat(typed.problem(RECEIVED, TODAY)).isEmpty();
        assertThat(typed.countMinutes()).isEqualTo(45);
        assertThat(typed.date()).isEqualTo(LocalDate.of(2026, 11, 28));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-31 | 20 | Looked | Day: must be a date, such as 2026-11-30.",
                "'' | 20 | Looked | Day: must be a date, such as 2026-11-30.",
                "30.11.2026 | 20 | Looked | Day: must be a date, such as 2026-11-30.",
                "2026-12-01 | 20 | Looked | Day: must not be before 2026-11-27, when the case came, nor after today.",
                "2026-11-26 | 20 | Looked | Day: must not be before 2026-11-27, when the case came, nor after today.",
                "2026-11-30 | 0 | Looked | Minutes: must be a whole number from 1 to 1440, such as 12.",
                "2026-11-30 | -5 | Looked | Minutes: must be a whole number from 1 to 1440, such as 12.",
                "2026-11-30 | 1441 | Looked | Minutes: must be a whole number from 1 to 1440, such as 12.",
                "2026-11-30 | half | Looked | Minutes: must be a whole number from 1 to 1440, such as 12.",
                "2026-11-30 | 99999999999999999999 | Looked | Minutes: must be a whole number from 1 to 1440, such as 12.",
                "2026-11-30 | 20 | '  ' | What was done: required.",
            })
    void whatIsWrongIsNamedWithItsRemedy(String day, String minutes, String words, String problem) {
        assertThat(new TypedTime(day, minutes, "", words).problem(RECEIVED, TODAY))
                .contains(problem);
    }

    @Test
    void wordsAreWordsAndNotTooMany() {
        assertThat(new TypedTime("2026-11-30", "20", "", "x".repeat(501)).problem(RECEIVED, TODAY))
                .contains("What was done: at most 500 characters, these are 501.");
        assertThat(new TypedTime("2026-11-30", "20", "", "a\u0000b").problem(RECEIVED, TODAY))
                .contains("What was done: must not contain control characters.");
    }

    @Test
    void aCorrectionMayLeaveNothingButSaysWhy() {
        assertThat(new TypedTime("", "0", "", "Booked on the wrong case").problemOfCorrection())
                .isEmpty();
        assertThat(new TypedTime("", "0", "", "").problemOfCorrection()).contains("Why it is corrected: required.");
        assertThat(new TypedTime("", "", "", "Wrong").problemOfCorrection())
                .contains("Minutes: must be a whole number from 0 to 1440, such as 12.");
    }
}
