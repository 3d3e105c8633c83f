package io.casewright.platform.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.casewright.platform.engine.place.PlacedWorkers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys all models and forms in one command, so that forms bound to their deployment are found. Tries until the engine
 * is there: requests are accepted meanwhile and wait in the outbox.
 */
@Component
class ModelDeployment implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ModelDeployment.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final List<String> LOCATIONS =
            List.of("classpath*:bpmn/*.bpmn", "classpath*:bpmn/*.dmn", "classpath*:forms/*.form");

    private final CamundaClient engine;
    private final EngineCheck check;
    private final List<ReadyEngine> afterwards;
    private final PlacedWorkers workers;
    private final boolean works;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("model-deployment").factory());
    private volatile boolean done;
    private volatile String problem = "";

    ModelDeployment(
            CamundaClient engine,
            EngineCheck check,
            List<ReadyEngine> afterwards,
            PlacedWorkers workers,
            @Value("${casewright.works:true}") boolean works) {
        this.engine = engine;
        this.check = check;
        this.afterwards = afterwards;
        this.workers = workers;
        this.works = works;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (works) {
            deployAndRetryAfter(Duration.ofMillis(500));
        }
    }

    /**
     * Deploys the models now, and lets no worker begin.
     *
     * @throws EngineUnusable with a sentence that says what to do
     */
    void deployOnly() {
        check.requireUsable();
        try {
            deploy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isDone() {
        return done;
    }

    /** Why they are not; empty when they are, or when nothing was tried yet. */
    String problem() {
        return problem;
    }

    void requireDone() {
        if (!done) {
            throw new IllegalStateException("The models are not deployed yet; is the engine reachable?");
        }
    }

    private void deployAndRetryAfter(Duration pause) {
        executor.execute(() -> {
            try {
                check.requireUsable();
                deploy();
                afterwards.forEach(ReadyEngine::prepare);
                done = true;
                workers.begin();
                problem = "";
            } catch (Exception e) {
                problem = e instanceof EngineUnusable
                        ? String.valueOf(e.getMessage())
                        : "The engine cannot be made ready: %s.".formatted(e.getMessage());
                log.warn("Next try in {} s: {}", pause.toSeconds(), problem);
                Duration next =
                        pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                var ignored =
                        executor.schedule(() -> deployAndRetryAfter(next), pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        });
    }

    private void deploy() throws IOException {
        var resolver = new PathMatchingResourcePatternResolver();
        DeployResourceCommandStep2 command = null;
        for (String location : LOCATIONS) {
            for (Resource resource : resolver.getResources(location)) {
                String folder = location.contains("forms") ? "forms/" : "bpmn/";
                String name = folder + resource.getFilename();
                command = command == null
                        ? engine.newDeployResourceCommand().addResourceBytes(resource.getContentAsByteArray(), name)
                        : command.addResourceBytes(resource.getContentAsByteArray(), name);
            }
        }
        if (command == null) {
            throw new IllegalStateException("No model found in " + LOCATIONS);
        }
        var deployment = command.requestTimeout(PATIENCE).send().join();
        deployment
                .getProcesses()
                .forEach(process -> log.info(
                        "Process {} is deployed in version {}", process.getBpmnProcessId(), process.getVersion()));
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
