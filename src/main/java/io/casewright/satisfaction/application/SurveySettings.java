package io.casewright.satisfaction.application;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * When customers are asked how satisfied they are; rows of {@code bpmn/timing.dmn}.
 *
 * @param askAfter how long after a case closed
 * @param linkValid how long the link in the letter works
 * @param quietTime how long a contact is not asked again
 * @param lowRating at which rating and below somebody calls the customer; 0 for never
 */
@Validated
@ConfigurationProperties("casewright.satisfaction")
record SurveySettings(
        @NotNull Duration askAfter,
        @NotNull Duration linkValid,
        @NotNull Duration quietTime,
        @NotNull @Min(0) @Max(4) Integer lowRating) {

    SurveySettings {
        if (askAfter != null && askAfter.isNegative()) {
            throw new IllegalArgumentException(
                    "casewright.satisfaction.ask-after must not be negative; write PT0S to ask at once");
        }
        if (linkValid != null && !linkValid.isPositive()) {
            throw new IllegalArgumentException(
                    "casewright.satisfaction.link-valid must be longer than nothing, such as P30D");
        }
    }
}
