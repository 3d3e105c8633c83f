package io.casewright.platform.time;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean
    Clock clock() {
        // Microseconds, as MySQL keeps them: a time reads the same before and after it was stored.
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
