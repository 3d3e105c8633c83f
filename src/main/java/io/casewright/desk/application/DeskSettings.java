package io.casewright.desk.application;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the Desk; rows of {@code bpmn/timing.dmn}.
 *
 * @param returnAfter how long a task that came to one person by itself waits for that person before it goes to its queue
 */
@Validated
@ConfigurationProperties("casewright.desk")
record DeskSettings(@NotNull Duration returnAfter) {}
