package io.casewright.desk.pages;

import io.casewright.platform.pages.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is on call, as it is shown.
 *
 * @param address by which this person is called; null when none is known
 * @param plans whether this person may change the rota
 * @param people who can be planned
 */
record OnCallPage(
        @Nullable String address,
        boolean plans,
        List<QueueLines> queues,
        List<CallLine> calls,
        List<DeskPage.Choice> queueChoices,
        List<DeskPage.Choice> people) {

    /** The rota of a queue. */
    record QueueLines(String name, List<ShiftLine> shifts, List<Span> gaps, List<Span> overlaps) {}

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
