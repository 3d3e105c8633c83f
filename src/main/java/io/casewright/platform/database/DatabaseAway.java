package io.casewright.platform.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;

/**
 * The one rule for which failures say only that the database cannot be had now: it is not reached, its disk is full, or somebody
 * holds for too long what is wanted. The same may succeed a moment later.
 */
public final class DatabaseAway {

    /** How long anybody waits for a connection, a lock or a turn. */
    public static final Duration PATIENCE = Duration.ofSeconds(3);

    /** When trying again may help. */
    public static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(3);

    private static final int DEEPEST = 20;

    private static final List<Class<? extends Throwable>> SAYING_SO = List.of(
            CannotCreateTransactionException.class,
            TransactionTimedOutException.class,
            TransientDataAccessException.class,
            RecoverableDataAccessException.class,
            DataAccessResourceFailureException.class,
            SQLTransientException.class,
            SQLRecoverableException.class,
            SQLNonTransientConnectionException.class);

    /** MySQL's numbers for a disk that is full: of itself, of the storage engine, of a table. Its driver knows no class for them. */
    private static final Set<Integer> FULL = Set.of(1021, 1030, 1114);

    /** The class of these states in the SQL standard. */
    private static final String CONNECTION_EXCEPTION = "08";

    private DatabaseAway() {}

    /** Whether this failure, or what it comes from, says so. */
    public static boolean isToldBy(Throwable failure) {
        return !tellsOfARace(failure)
                && causes(failure)
                        .anyMatch(cause -> SAYING_SO.stream().anyMatch(kind -> kind.isInstance(cause))
                                || isOfAFullDisk(cause)
                                || isOfALostConnection(cause));
    }

    /** Whether somebody was quicker, wherever that came out: who was overtaken must look again, to repeat the same would not help. */
    public static boolean tellsOfARace(Throwable failure) {
        return causes(failure).anyMatch(OptimisticLockingFailureException.class::isInstance);
    }

    /** The pool takes a connection that breaks away at once; whoever still had it, to roll back, only hears that it is closed. */
    private static boolean isOfALostConnection(Throwable cause) {
        return cause instanceof SQLException told
                && (told.getSQLState() == null
                        ? "Connection is closed".equals(told.getMessage())
                        : told.getSQLState().startsWith(CONNECTION_EXCEPTION));
    }

    private static boolean isOfAFullDisk(Throwable cause) {
        return cause instanceof SQLException told && FULL.contains(told.getErrorCode());
    }

    /** What the database or its driver said, for the log. */
    public static String reason(Throwable failure) {
        return causes(failure).reduce(failure, (outer, inner) -> inner).toString();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }
}
