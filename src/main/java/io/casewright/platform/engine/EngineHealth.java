package io.casewright.platform.engine;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** {@code engine} in the health answer: reachable, and our models are deployed there. */
@Component("engineHealthIndicator")
class EngineHealth extends AbstractHealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CamundaClient engine;
    private final ModelDeployment models;

    EngineHealth(CamundaClient engine, ModelDeployment models) {
        super("The engine does not answer");
        this.engine = engine;
        this.models = models;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (!models.problem().isEmpty()) {
            health.down().withDetail("problem", models.problem());
            return;
        }
        var topology =
                engine.newTopologyRequest().requestTimeout(PATIENCE).send().join();
        health.status(models.isDone() ? "UP" : "DOWN")
                .withDetail("gateway", topology.getGatewayVersion())
                .withDetail("modelsDeployed", models.isDone());
    }
}
