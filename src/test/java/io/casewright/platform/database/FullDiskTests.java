package io.casewright.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FullDiskTests {

    private static final int UNKNOWN_COLUMN = 1054;

    @ParameterizedTest
    @ValueSource(ints = {1021, 1030, 1114})
    void isNoFaultOfWhoAsks(int code) {
        assertThat(DatabaseAway.isToldBy(told(code))).isTrue();
    }

    @Test
    void isNotTakenForAnyOtherFaultOfAStatement() {
        assertThat(DatabaseAway.isToldBy(told(UNKNOWN_COLUMN))).isFalse();
    }

    private static RuntimeException told(int code) {
        return new IllegalStateException(new SQLException("told", "HY000", code));
    }
}
