package io.casewright.platform.outbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param deliveriesPerSecond how fast one application hands over what waits. A burst of requests is answered at once and
 *     told to the engine at this pace, so that the work it starts there does not slow the next answers.
 */
@Validated
@ConfigurationProperties("casewright.outbox")
record OutboxSettings(@DefaultValue("5") @Min(1) @Max(1000) int deliveriesPerSecond) {}
