package io.casewright.oncall.application;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How people on call are called; a row of {@code bpmn/timing.dmn}.
 *
 * @param acknowledgeWithin how long somebody who was called may take to say so, before the next one is called
 */
@Validated
@ConfigurationProperties("casewright.on-call")
record OnCallSettings(@NotNull Duration acknowledgeWithin) {

    OnCallSettings {
        if (acknowledgeWithin != null && !acknowledgeWithin.isPositive()) {
            throw new IllegalArgumentException(
                    "casewright.on-call.acknowledge-within must be longer than nothing, such as PT10M for ten minutes");
        }
    }
}
