package io.casewright.operations.application;

import io.casewright.audit.AuditFindings;
import io.casewright.operations.domain.Command;
import io.casewright.operations.domain.Waiting;
import io.casewright.operations.persistence.Commands;
import io.casewright.operations.persistence.OperationsReads;
import io.casewright.platform.engine.EngineFigures;
import io.casewright.platform.engine.EngineSilent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/** All that operations see at one look. What the engine does not tell is left out, and said. */
@Service
public class ReadOperations {

    private static final Logger log = LoggerFactory.getLogger(ReadOperations.class);
    private static final int LATEST_TASKS = 100;
    private static final int LATEST_COMMANDS = 10;

    private final GroupIncidents groups;
    private final EngineFigures engine;
    private final OperationsReads reads;
    private final Commands commands;
    private final DeadLetters deadLetters;
    private final AuditFindings findings;
    private final Clock clock;

    ReadOperations(
            GroupIncidents groups,
            EngineFigures engine,
            OperationsReads reads,
            Commands commands,
            DeadLetters deadLetters,
            AuditFindings findings,
            Clock clock) {
        this.groups = groups;
        this.engine = engine;
        this.reads = reads;
        this.commands = commands;
        this.deadLetters = deadLetters;
        this.findings = findings;
        this.clock = clock;
    }

    /**
     * How long the latest tasks took from the engine to the table of tasks.
     *
     * @param known of how many it can be told
     * @param notWrittenDown how many the engine made that the table does not know
     */
    public record Lag(int known, Duration median, Duration longest, int notWrittenDown) {}

    /** What can be seen; null stands for what the engine does not tell. */
    public record Seen(
            EngineFigures.@Nullable Answered answered,
            GroupIncidents.@Nullable Grouped incidents,
            @Nullable List<EngineFigures.Version> versions,
            @Nullable Long jobs,
            @Nullable Lag lag,
            @Nullable Instant lastTold,
            long deadLetters,
            List<Waiting> waiting,
            List<AuditFindings.Standing> findings) {}

    public Seen read() {
        var answered = told(engine::measure);
        boolean isThere = answered != null;
        return new Seen(
                answered,
                isThere ? told(groups::read) : null,
                isThere ? told(engine::versions) : null,
                isThere ? told(engine::jobsWaiting) : null,
                isThere ? told(this::lag) : null,
                reads.lastTold().orElse(null),
                deadLetters.count(),
                reads.waiting(),
                findings.standing());
    }

    /** The latest commands, the newest first. */
    public List<Command> commands() {
        return commands.latest(LATEST_COMMANDS, clock.instant());
    }

    /** How far the task list is behind; empty when that cannot be told now. */
    Optional<Lag> measureLag() {
        try {
            return Optional.of(lag());
        } catch (EngineSilent | DataAccessException | TransactionException e) {
            log.debug("How far the task list is behind cannot be told", e);
            return Optional.empty();
        }
    }

    private Lag lag() {
        Map<Long, Instant> made = engine.latestTasks(LATEST_TASKS);
        Map<Long, Instant> written = reads.writtenDown(made.keySet());
        List<Duration> lags = written.entrySet().stream()
                .flatMap(
                        entry -> Optional.ofNullable(made.get(entry.getKey()))
                                .map(at -> Duration.between(at, entry.getValue()))
                                .stream())
                // The clocks of two machines differ by some milliseconds.
                .map(lag -> lag.isNegative() ? Duration.ZERO : lag)
                .sorted()
                .toList();
        return lags.isEmpty()
                ? new Lag(0, Duration.ZERO, Duration.ZERO, made.size())
                : new Lag(
                        lags.size(),
                        lags.get(lags.size() / 2),
                        lags.stream().max(Comparator.naturalOrder()).orElseThrow(),
                        made.size() - lags.size());
    }

    private static <T> @Nullable T told(Supplier<T> question) {
        try {
            return question.get();
        } catch (EngineSilent e) {
            log.warn("Operations cannot be seen in full", e);
            return null;
        }
    }
}
