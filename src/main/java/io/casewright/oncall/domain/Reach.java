package io.casewright.oncall.domain;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants to be called.
 *
 * @param address of mail
 * @param hook address of a program that is told instead; null for mail
 * @param assignments whether to be told of tasks that others assign
 * @param replies whether to be told of what customers write
 * @param quietFrom from when on only calls of the rota come, until {@code quietUntil}; null for never
 */
public record Reach(
        String login,
        String address,
        @Nullable String hook,
        boolean assignments,
        boolean replies,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietUntil) {

    /** By mail, and only when on call. */
    public static Reach byMail(String login, String address) {
        return new Reach(login, address, null, false, false, null, null);
    }

    /** When something that is no call may be told: at once, or when the quiet hours end. */
    public Instant notBefore(Instant now, ZoneId zone) {
        var from = quietFrom;
        var until = quietUntil;
        if (from == null || until == null) {
            return now;
        }
        var wall = now.atZone(zone);
        var time = wall.toLocalTime();
        boolean isOvernight = !from.isBefore(until);
        boolean isQuiet = isOvernight
                ? !time.isBefore(from) || time.isBefore(until)
                : !time.isBefore(from) && time.isBefore(until);
        if (!isQuiet) {
            return now;
        }
        var end = time.isBefore(until) ? wall.toLocalDate() : wall.toLocalDate().plusDays(1);
        return end.atTime(until).atZone(zone).toInstant();
    }
}
