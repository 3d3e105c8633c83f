package io.casewright.operations.application;

import io.casewright.access.Person;
import io.casewright.operations.application.Pauses.BrokenOff;
import io.casewright.operations.domain.Command;
import io.casewright.operations.domain.RetryRun;
import io.casewright.operations.persistence.Commands;
import io.casewright.platform.engine.EngineSilent;
import io.casewright.platform.engine.Incident;
import io.casewright.platform.engine.IncidentCourse;
import io.casewright.platform.engine.IncidentRefused;
import io.casewright.platform.engine.Incidents;
import io.casewright.platform.engine.ProcessModels;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Has incidents of one cause retried, in the background: a few at a time, each looked after for some seconds, and no further
 * once five in a row failed for the same reason. The command and what came of it are kept.
 */
@Service
public class RetryIncidents implements AutoCloseable {

    public static final int MOST_AT_ONCE = 200;

    private static final Logger log = LoggerFactory.getLogger(RetryIncidents.class);
    private static final int USUAL_ATTEMPTS = 5;
    private static final int BETWEEN_LOOKS = 500;
    private static final int LOOKS = 20;
    private static final int LONGEST_REASON = 700;

    private final GroupIncidents groups;
    private final Incidents incidents;
    private final Commands commands;
    private final ProcessModels models;
    private final Pauses pauses;
    private final Clock clock;
    private final ExecutorService executor = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("retry-incidents-", 1).factory());

    RetryIncidents(
            GroupIncidents groups,
            Incidents incidents,
            Commands commands,
            ProcessModels models,
            Pauses pauses,
            Clock clock) {
        this.groups = groups;
        this.incidents = incidents;
        this.commands = commands;
        this.models = models;
        this.pauses = pauses;
        this.clock = clock;
    }

    /** What became of the wish to retry. */
    public enum Begun {
        YES,
        RUNS_ALREADY,
        NONE_LEFT
    }

    /**
     * Retries the incidents of the cause, the oldest first, at most {@link #MOST_AT_ONCE}.
     *
     * @throws EngineSilent when the engine does not answer
     */
    public Begun begin(String cause, Person person) {
        Optional<IncidentGroup> found = groups.read().groups().stream()
                .filter(group -> group.cause().id().equals(cause))
                .findFirst();
        if (found.isEmpty()) {
            return Begun.NONE_LEFT;
        }
        var wanted =
                found.get().incidents().reversed().stream().limit(MOST_AT_ONCE).toList();
        var id = commands.begin(found.get().cause(), wanted.size(), person.login(), person.name(), clock.instant());
        if (id.isEmpty()) {
            return Begun.RUNS_ALREADY;
        }
        executor.execute(() -> run(id.getAsLong(), wanted));
        return Begun.YES;
    }

    private void run(long id, List<Incident> wanted) {
        var run = new RetryRun();
        try {
            retryAll(id, wanted, run);
        } catch (BrokenOff e) {
            end(id, Command.State.BROKEN_OFF, "The application ended while it ran.");
        } catch (EngineSilent e) {
            log.warn("A command to retry incidents stops", e);
            end(id, Command.State.STOPPED, "The engine does not answer. Retry the rest when it does.");
        } catch (RuntimeException e) {
            log.error("A command to retry incidents failed", e);
            end(id, Command.State.STOPPED, "Something unforeseen happened; the log of the application says what.");
        }
    }

    private void retryAll(long id, List<Incident> wanted, RetryRun run) {
        var left = new ArrayDeque<>(wanted);
        String reason = "";
        while (true) {
            String last = retryNext(id, left, run);
            reason = last.isEmpty() ? reason : last;
            commands.progress(id, run, clock.instant());
            if (run.isStopped()) {
                end(id, Command.State.STOPPED, "Five in a row failed again for the same reason: " + reason);
                return;
            }
            if (left.isEmpty()) {
                end(id, Command.State.DONE, reason.isEmpty() ? "" : "The last that failed again said: " + reason);
                return;
            }
            pauses.keep(run.pause());
        }
    }

    /** What the last of them said that failed; empty when none did. */
    private String retryNext(long id, Queue<Incident> left, RetryRun run) {
        String reason = "";
        var letGo = new LinkedHashMap<Long, Incident>();
        for (int most = run.next(); most > 0 && !left.isEmpty(); most--) {
            var incident = left.remove();
            try {
                if (incidents.retry(incident, attemptsOf(incident))) {
                    letGo.put(incident.key(), incident);
                } else {
                    run.resolved();
                }
            } catch (IncidentRefused e) {
                reason = IncidentTexts.shown(String.valueOf(e.getMessage()));
                run.failed(reason);
            }
        }
        String later = lookAfter(id, letGo, run);
        return later.isEmpty() ? reason : later;
    }

    private String lookAfter(long id, Map<Long, Incident> letGo, RetryRun run) {
        String reason = "";
        for (int looks = 0; looks < LOOKS && !letGo.isEmpty(); looks++) {
            pauses.keep(BETWEEN_LOOKS);
            for (var course : incidents
                    .courses(List.copyOf(letGo.values()), this::attemptsOf)
                    .entrySet()) {
                if (course.getValue().state() == IncidentCourse.State.OVER) {
                    run.resolved();
                    letGo.remove(course.getKey());
                } else if (course.getValue().state() == IncidentCourse.State.FAILED_AGAIN) {
                    reason = IncidentTexts.shown(course.getValue().text());
                    run.failed(reason);
                    letGo.remove(course.getKey());
                }
            }
            commands.progress(id, run, clock.instant());
        }
        letGo.values().forEach(incident -> run.underWay());
        return reason;
    }

    private int attemptsOf(Incident incident) {
        // Those of listeners are as usual in all models.
        return incident.kind().equals("JOB_NO_RETRIES")
                ? models.find(incident.processId())
                        .map(model -> model.attempts().get(incident.elementId()))
                        .map(Objects::requireNonNull)
                        .orElse(USUAL_ATTEMPTS)
                : USUAL_ATTEMPTS;
    }

    private void end(long id, Command.State state, String reason) {
        String kept = reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
        commands.end(id, state, kept, clock.instant());
    }

    @Override
    public void close() {
        executor.shutdownNow();
        executor.close();
    }
}
