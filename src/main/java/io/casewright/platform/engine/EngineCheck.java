package io.casewright.platform.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientHttpException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.Topology;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether the engine that the settings name can be worked with: both of its doors answer, take our login, and belong to
 * Camunda 8.8 or later.
 */
@Component
class EngineCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\..*");

    private final CamundaClient engine;
    private final URI rest;
    private final URI grpc;

    EngineCheck(
            CamundaClient engine,
            @Value("${camunda.client.rest-address}") URI rest,
            @Value("${camunda.client.grpc-address}") URI grpc) {
        this.engine = engine;
        this.rest = rest;
        this.grpc = grpc;
    }

    /**
     * @return its version
     * @throws EngineUnusable with a sentence that says what to do
     */
    String requireUsable() {
        var topology = ask(
                rest,
                "CASEWRIGHT_ENGINE_REST",
                () -> engine.newTopologyRequest()
                        .useRest()
                        .requestTimeout(PATIENCE)
                        .send()
                        .join());
        requireVersion(topology.getGatewayVersion());
        ask(
                grpc,
                "CASEWRIGHT_ENGINE_GRPC",
                () -> engine.newTopologyRequest()
                        .useGrpc()
                        .requestTimeout(PATIENCE)
                        .send()
                        .join());
        return topology.getGatewayVersion();
    }

    private static Topology ask(URI address, String setting, Supplier<Topology> question) {
        try {
            return question.get();
        } catch (ClientHttpException e) {
            throw new EngineUnusable(refusal(address, setting, e.code()), e);
        } catch (ClientStatusException e) {
            throw new EngineUnusable(
                    switch (e.getStatusCode()) {
                        case UNAUTHENTICATED -> refusal(address, setting, 401);
                        case PERMISSION_DENIED -> refusal(address, setting, 403);
                        default -> silence(address, setting);
                    },
                    e);
        } catch (ClientException e) {
            throw new EngineUnusable(silence(address, setting), e);
        }
    }

    private static String refusal(URI address, String setting, int status) {
        return switch (status) {
            case 401 ->
                "Camunda at %s does not take our login. Set CASEWRIGHT_ENGINE_AUTH to basic with CASEWRIGHT_ENGINE_USER and"
                                .formatted(address)
                        + " CASEWRIGHT_ENGINE_PASSWORD, or to oidc with CASEWRIGHT_ENGINE_CLIENT_ID, _CLIENT_SECRET and _TOKEN_URL.";
            case 403 ->
                "Camunda at %s knows our login but lets it do nothing. Give it the rights that docs/operating.md lists."
                        .formatted(address);
            case 404 ->
                "What answers at %s is not Camunda's REST interface of version 8.8 or later. Correct %s."
                        .formatted(address, setting);
            default -> "Camunda at %s answers with status %d. See its own log.".formatted(address, status);
        };
    }

    private static String silence(URI address, String setting) {
        return "Nothing that is Camunda answers at %s. Start it, or correct %s.".formatted(address, setting);
    }

    private void requireVersion(String version) {
        Matcher parts = VERSION.matcher(String.valueOf(version));
        if (!parts.matches()) {
            throw new EngineUnusable(refusal(rest, "CASEWRIGHT_ENGINE_REST", 404), null);
        }
        int major = Integer.parseInt(parts.group(1));
        if (major < 8 || major == 8 && Integer.parseInt(parts.group(2)) < 8) {
            throw new EngineUnusable(
                    "Camunda at %s is version %s, but Casewright needs 8.8 or later. Upgrade it, or name another by CASEWRIGHT_ENGINE_REST."
                            .formatted(rest, version),
                    null);
        }
    }
}
