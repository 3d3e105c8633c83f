package io.casewright.desk.pages;

import io.casewright.charge.domain.TypedTime;
import io.casewright.platform.text.Fingerprint;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Time as it was typed.
 *
 * @param task in which it was spent; null for other work
 * @param entry that it corrects; null for what is booked
 * @param key one for each page: sent twice with the same words it is booked once
 */
record TimeWritten(
        @Nullable Long task,
        @Nullable Long entry,
        @Nullable String day,
        @Nullable String minutes,
        @Nullable String afterHours,
        @Nullable String words,
        String key) {

    TimeWritten {
        key = Objects.requireNonNullElse(key, "");
    }

    /** Nothing yet, on a page of its own. */
    static TimeWritten nothing() {
        return new TimeWritten(
                null, null, null, null, null, null, UUID.randomUUID().toString());
    }

    TimeWritten of(long corrected) {
        return new TimeWritten(null, corrected, day, minutes, afterHours, words, key);
    }

    TypedTime typed() {
        return new TypedTime(
                typed(day), typed(minutes), typed(afterHours), typed(words).replace("\r\n", "\n"));
    }

    /** Other words or minutes are another booking. */
    String bookingKey() {
        var typed = typed();
        return "desk:"
                + Fingerprint.of(String.join(
                        "\n", key, "" + task, typed.day(), typed.minutes(), typed.afterHours(), typed.words()));
    }

    private static String typed(@Nullable String field) {
        return Objects.requireNonNullElse(field, "").strip();
    }
}
