package io.casewright.platform.engine;

import io.camunda.client.api.command.ClientException;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The engine that the settings name, for a command: it is looked at and given the models, and no worker begins. */
@Component
public class NamedEngine {

    private final EngineCheck check;
    private final ModelDeployment models;
    private final URI address;

    NamedEngine(EngineCheck check, ModelDeployment models, @Value("${camunda.client.rest-address}") URI address) {
        this.check = check;
        this.models = models;
        this.address = address;
    }

    /** Of its REST interface. */
    public URI address() {
        return address;
    }

    /**
     * Its version.
     *
     * @throws EngineUnusable with a sentence that says what to do
     */
    public String version() {
        return check.requireUsable();
    }

    /** @throws EngineUnusable with a sentence that says what to do */
    public void deployModels() {
        try {
            models.deployOnly();
        } catch (ClientException e) {
            throw new EngineUnusable(
                    "Camunda at %s did not take the models: %s. See its log and whether our login has the rights that docs/operating.md lists, and try again."
                            .formatted(address, e.getMessage()),
                    e);
        }
    }
}
