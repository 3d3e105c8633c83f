package io.casewright.desk.pages;

import io.casewright.platform.pages.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is on call, as it is shown.
 *
 * @param wish how this person is called
 * @param plans whether this person may change the rota
 * @param people who can be planned
 */
record OnCallPage(
        Wish wish,
        boolean plans,
        List<QueueLines> queues,
        List<CallLine> calls,
        List<DeskPage.Choice> queueChoices,
        List<DeskPage.Choice> people) {

    /**
     * How somebody is called; empty where it was not said.
     *
     * @param tellsPrograms whether a program may be told instead of a mail
     */
    record Wish(
            String address,
            String hook,
            boolean tellsPrograms,
            boolean assignments,
            boolean replies,
            String quietFrom,
            String quietUntil) {}

    /**
     * The rota of a queue.
     *
     * @param hours when its people are at their desks, in words, so that gaps are only outside of that; null when no hours are kept
     */
    record QueueLines(
            String name, @Nullable String hours, List<ShiftLine> shifts, List<Span> gaps, List<Span> overlaps) {}

    record ShiftLine(long id, String name, Moment from, Moment until) {}

    record Span(Moment from, Moment until) {}

    /**
     * A call.
     *
     * @param called who was called, the first one first
     * @param state in words
     * @param mayAnswer whether this person may say to be on it
     */
    record CallLine(
            long id,
            String number,
            String reason,
            String queue,
            Moment at,
            List<String> called,
            String state,
            boolean mayAnswer) {}
}
