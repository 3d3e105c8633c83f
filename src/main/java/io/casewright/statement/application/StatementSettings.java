package io.casewright.statement.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.validation.annotation.Validated;

/**
 * When statements are made and how long customers may read them; rows of {@code bpmn/timing.dmn}.
 *
 * @param drafts when the drafts of the past month are made, in the partner's zone: second, minute, hour, day, month and day of the week
 * @param linkValid how long the link in the letter works
 */
@Validated
@ConfigurationProperties("casewright.statement")
record StatementSettings(
        @NotBlank String drafts, @NotNull Duration linkValid) {

    StatementSettings {
        if (drafts != null && !CronExpression.isValidExpression(drafts)) {
            throw new IllegalArgumentException(
                    "casewright.statement.drafts must say second, minute, hour, day, month and day of the week, such as 0 0 5 1-3 * * for"
                            + " five o'clock on the first three days of each month");
        }
        if (linkValid != null && !linkValid.isPositive()) {
            throw new IllegalArgumentException(
                    "casewright.statement.link-valid must be longer than nothing, such as P90D");
        }
    }
}
