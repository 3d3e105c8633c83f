package io.casewright.platform.health;

import java.util.Map;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * On the application's own port, for load balancers and those who start and stop it: one word each. All else about its health
 * is told on the port of management.
 */
@RestController
class Probes {

    private final HealthEndpoint health;

    Probes(HealthEndpoint health) {
        this.health = health;
    }

    /** Whether it must be started anew; never because of something beside it. */
    @GetMapping("/actuator/health/liveness")
    ResponseEntity<Map<String, String>> liveness() {
        return answer("liveness");
    }

    /** Whether it can take requests now. */
    @GetMapping("/actuator/health/readiness")
    ResponseEntity<Map<String, String>> readiness() {
        return answer("readiness");
    }

    private ResponseEntity<Map<String, String>> answer(String group) {
        Status status = health.healthForPath(group).getStatus();
        return ResponseEntity.status(status.equals(Status.UP) ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(Map.of("status", status.getCode()));
    }
}
