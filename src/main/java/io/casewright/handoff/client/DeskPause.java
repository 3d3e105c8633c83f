package io.casewright.handoff.client;

import io.casewright.handoff.application.DeskUnavailable;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** How long a desk asks to be left alone: seconds or a date. */
final class DeskPause {

    private DeskPause() {}

    static DeskUnavailable asked(String reason, HttpHeaders headers, Clock clock) {
        return new DeskUnavailable(reason, read(headers.getFirst(HttpHeaders.RETRY_AFTER), clock));
    }

    private static @Nullable Duration read(@Nullable String retryAfter, Clock clock) {
        if (retryAfter == null) {
            return null;
        }
        String told = retryAfter.strip();
        if (told.matches("\\d{1,6}")) {
            return Duration.ofSeconds(Long.parseLong(told));
        }
        try {
            var until = ZonedDateTime.parse(told, DateTimeFormatter.RFC_1123_DATE_TIME);
            var pause = Duration.between(clock.instant(), until.toInstant());
            return pause.isNegative() ? Duration.ZERO : pause;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
