package io.casewright.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.CannotCreateTransactionException;

class DatabaseAwayTests {

    static Stream<Throwable> away() {
        return Stream.of(
                new CannotCreateTransactionException("No connection", new SQLTransientConnectionException()),
                new CannotGetJdbcConnectionException("No connection", new SQLTransientConnectionException()),
                new CannotAcquireLockException("Lock wait timeout exceeded"),
                new PessimisticLockingFailureException("Deadlock", new SQLTransactionRollbackException()),
                new QueryTimeoutException("Too long"),
                new JpaSystemException(
                        new RuntimeException("Unable to commit", new SQLRecoverableException("Link failure"))),
                new IllegalStateException("A page failed", new CannotAcquireLockException("Held by another")),
                // What the pool says to whoever rolls back after the connection broke.
                new JpaSystemException(new RuntimeException(
                        "Unable to rollback against JDBC Connection", new SQLException("Connection is closed"))),
                new RuntimeException(new SQLException("Communications link failure", "08S01")));
    }

    @ParameterizedTest
    @MethodSource("away")
    void isToldByWhatMaySucceedAMomentLater(Throwable failure) {
        assertThat(DatabaseAway.isToldBy(failure)).isTrue();
    }

    static Stream<Throwable> otherwise() {
        return Stream.of(
                new IllegalStateException("A fault of ours"),
                new OptimisticLockingFailureException("Somebody was faster"),
                new DataIntegrityViolationException("Twice", new SQLIntegrityConstraintViolationException()),
                new RuntimeException(new SQLException("You have an error in your SQL syntax", "42000", 1064)));
    }

    @ParameterizedTest
    @MethodSource("otherwise")
    void isNotToldByFaultsAndByWhoWasFaster(Throwable failure) {
        assertThat(DatabaseAway.isToldBy(failure)).isFalse();
    }
}
