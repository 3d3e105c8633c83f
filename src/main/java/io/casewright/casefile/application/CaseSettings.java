package io.casewright.casefile.application;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the case file.
 *
 * @param confirmationTime how long a customer may take to answer a resolution before the case closes by itself
 * @param takeUpTime how long a received case may be without a process before its start is ordered again
 */
@ConfigurationProperties("casewright.casefile")
record CaseSettings(
        @DefaultValue("P5D") Duration confirmationTime,
        @DefaultValue("PT1M") Duration takeUpTime) {

    CaseSettings {
        if (confirmationTime.isNegative() || confirmationTime.isZero()) {
            throw new IllegalArgumentException(
                    "casewright.casefile.confirmation-time must be longer than nothing, such as P5D for five days");
        }
    }
}
