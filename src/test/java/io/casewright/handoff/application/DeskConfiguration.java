package io.casewright.handoff.application;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;

/** A hostile desk and a clock that can be put forward, for the application on its real database. */
@TestConfiguration(proxyBeanMethods = false)
class DeskConfiguration {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    @Order(0)
    HostileDesk hostileDesk() {
        return new HostileDesk();
    }
}
