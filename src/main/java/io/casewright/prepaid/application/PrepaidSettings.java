package io.casewright.prepaid.application;

import io.casewright.prepaid.domain.LowBalance;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What prepaid hours do by themselves; rows of {@code bpmn/timing.dmn}.
 *
 * @param reserve for a case when it comes in, as far as there is as much
 * @param lowBalance a customer of whose time less is free is told; nothing for never
 */
@Validated
@ConfigurationProperties("casewright.prepaid")
record PrepaidSettings(@NotNull Duration reserve, @NotNull Duration lowBalance) {

    private static final Duration LONGEST = Duration.ofDays(365);

    PrepaidSettings {
        require("reserve", reserve);
        require("low-balance", lowBalance);
    }

    private static void require(String name, Duration time) {
        if (time != null && (time.isNegative() || time.compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException(
                    "casewright.prepaid.%s must be from PT0S to P365D, such as PT1H".formatted(name));
        }
    }

    int reserveMinutes() {
        return (int) reserve.toMinutes();
    }

    LowBalance low() {
        return new LowBalance((int) lowBalance.toMinutes(), reserveMinutes());
    }
}
