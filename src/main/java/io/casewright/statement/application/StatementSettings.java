package io.casewright.statement.application;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * When statements are made and how long customers may read them; rows of {@code bpmn/timing.dmn}.
 *
 * @param draftsAt how long after midnight, in the partner's zone, the drafts of the past month are made
 * @param draftsDays on how many days at the beginning of a month
 * @param linkValid how long the link in the letter works
 */
@Validated
@ConfigurationProperties("casewright.statement")
record StatementSettings(
        @NotNull Duration draftsAt,
        @NotNull @Min(1) @Max(28) Integer draftsDays,
        @NotNull Duration linkValid) {

    StatementSettings {
        if (draftsAt != null && (draftsAt.isNegative() || draftsAt.compareTo(Duration.ofDays(1)) >= 0)) {
            throw new IllegalArgumentException(
                    "casewright.statement.drafts-at must be a time of the day, such as PT5H for five o'clock");
        }
        if (linkValid != null && !linkValid.isPositive()) {
            throw new IllegalArgumentException(
                    "casewright.statement.link-valid must be longer than nothing, such as P90D");
        }
    }

    /** As the scheduler reads it. */
    String cron() {
        return "%d %d %d 1-%d * *"
                .formatted(draftsAt.toSecondsPart(), draftsAt.toMinutesPart(), draftsAt.toHoursPart(), draftsDays);
    }
}
