package io.casewright.testkit;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.casewright.platform.engine.EngineFigures;
import io.casewright.platform.engine.EngineFigures.Answered;
import io.casewright.platform.engine.EngineFigures.Version;
import io.casewright.platform.engine.EngineSilent;
import io.casewright.platform.engine.Incident;
import io.casewright.platform.engine.IncidentCourse;
import io.casewright.platform.engine.Incidents;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** An engine with the incidents that a test gives it: each is over once it was retried, unless it is to fail again. */
@TestConfiguration(proxyBeanMethods = false)
public class OperationsDesk {

    private final List<Incident> open = new CopyOnWriteArrayList<>();
    private final List<Version> versions = new CopyOnWriteArrayList<>();
    private final Map<Long, Instant> tasks = new ConcurrentHashMap<>();
    private final Map<Long, String> failing = new ConcurrentHashMap<>();
    private final AtomicBoolean away = new AtomicBoolean();
    private final Lock door = new ReentrantLock();

    public void add(Incident incident) {
        open.add(incident);
    }

    /** However often it is retried, it says this. */
    public void addFailing(Incident incident, String again) {
        open.add(incident);
        failing.put(incident.key(), again);
    }

    public void runs(Version version) {
        versions.add(version);
    }

    /** The engine made a task. */
    public void made(long taskKey, Instant at) {
        tasks.put(taskKey, at);
    }

    public void isAway(boolean isAway) {
        away.set(isAway);
    }

    /** While somebody holds it, the engine retries nothing. */
    public Lock door() {
        return door;
    }

    public void clear() {
        open.clear();
        versions.clear();
        tasks.clear();
        failing.clear();
        away.set(false);
    }

    @Bean
    @Primary
    Incidents incidentsOfTheTest() {
        var incidents = mock(Incidents.class);
        when(incidents.open()).thenAnswer(call -> answer(() -> new Incidents.Found(List.copyOf(open), true)));
        when(incidents.caseNumbers(anyCollection())).thenAnswer(call -> answer(Map::of));
        when(incidents.retry(any(), anyInt())).thenAnswer(call -> answer(() -> isRetried(call.getArgument(0))));
        when(incidents.courses(anyCollection(), any())).thenAnswer(call -> answer(() -> courses(call.getArgument(0))));
        return incidents;
    }

    @Bean
    @Primary
    EngineFigures figuresOfTheTest() {
        var figures = mock(EngineFigures.class);
        when(figures.measure())
                .thenAnswer(call -> answer(() -> new Answered("8.8.21", Duration.ofMillis(3), Duration.ofMillis(12))));
        when(figures.versions()).thenAnswer(call -> answer(() -> List.copyOf(versions)));
        when(figures.jobsWaiting()).thenAnswer(call -> answer(() -> 4L));
        when(figures.latestTasks(anyInt())).thenAnswer(call -> answer(() -> Map.copyOf(tasks)));
        return figures;
    }

    private boolean isRetried(Incident incident) {
        door.lock();
        try {
            return failing.containsKey(incident.key()) || open.remove(incident);
        } finally {
            door.unlock();
        }
    }

    private Map<Long, IncidentCourse> courses(Collection<Incident> retried) {
        var courses = new LinkedHashMap<Long, IncidentCourse>();
        retried.forEach(incident -> courses.put(
                incident.key(),
                failing.containsKey(incident.key())
                        ? IncidentCourse.failedAgain(failing.get(incident.key()))
                        : IncidentCourse.OVER));
        return courses;
    }

    private <T> T answer(Supplier<T> answer) {
        if (away.get()) {
            throw new EngineSilent(new IllegalStateException("out of reach"));
        }
        return answer.get();
    }
}
