package io.casewright.retention;

import java.time.Duration;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long personal data is kept without anybody's asking.
 *
 * @param closedCasesAfter how long after its end a case is erased, such as {@code P6Y}; none to keep all until it is asked for
 * @param every how often is looked for such cases
 * @param atOnce how many are erased at each look
 */
@ConfigurationProperties("casewright.retention")
record RetentionSettings(
        @Nullable Period closedCasesAfter,
        @DefaultValue("PT1H") Duration every,
        @DefaultValue("200") int atOnce) {

    RetentionSettings {
        if (closedCasesAfter != null && (closedCasesAfter.isNegative() || closedCasesAfter.toTotalMonths() < 1)) {
            throw new IllegalArgumentException(
                    "casewright.retention.closed-cases-after must be a month (P1M) or more, not " + closedCasesAfter
                            + "; leave it out to erase nothing by age");
        }
        if (atOnce < 1 || atOnce > 10_000) {
            throw new IllegalArgumentException("casewright.retention.at-once must be from 1 to 10000, not " + atOnce);
        }
    }
}
