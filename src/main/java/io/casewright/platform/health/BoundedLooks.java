package io.casewright.platform.health;

import io.casewright.platform.time.InTime;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthContributorRegistry;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** No look at a part takes longer than three seconds, whoever wrote it: what does not answer by then is down. */
@Component
class BoundedLooks implements BeanPostProcessor {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof HealthContributorRegistry parts) {
            for (var part : parts.stream().toList()) {
                if (part.getContributor() instanceof HealthIndicator look) {
                    parts.unregisterContributor(part.getName());
                    parts.registerContributor(part.getName(), bounded(look));
                }
            }
        }
        return bean;
    }

    static HealthIndicator bounded(HealthIndicator look) {
        return () -> {
            try {
                return InTime.get(PATIENCE, look::health);
            } catch (TimeoutException e) {
                return Health.down()
                        .withDetail("problem", "No answer within %d s".formatted(PATIENCE.toSeconds()))
                        .build();
            }
        };
    }
}
