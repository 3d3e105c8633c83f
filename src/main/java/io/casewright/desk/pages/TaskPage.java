package io.casewright.desk.pages;

import io.casewright.platform.pages.Moment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task with all that an agent must know to do it, as it is shown.
 *
 * @param number of the case, or what else the task is about
 * @param caseAddress null for a task that belongs to no single case
 * @param back address of the list one came from
 * @param from the same, the part after the question mark
 * @param end why nothing can be done any more; null while it is open
 * @param assignee name of who has it; null when nobody has
 * @param mayAct whether this person may act on tasks of its queue
 * @param mayNot why not; null when this person may
 * @param due null when nothing is promised
 * @param promised all that is still to be kept, in one line; null when nothing is
 * @param draft what this person typed, by field, when the form cannot be shown any more
 */
record TaskPage(
        long id,
        String number,
        String step,
        String subject,
        String locale,
        @Nullable String caseAddress,
        String back,
        String from,
        @Nullable String end,
        @Nullable String assignee,
        boolean isMine,
        boolean mayAct,
        @Nullable String mayNot,
        String queue,
        String severity,
        String status,
        @Nullable Moment due,
        String dueState,
        @Nullable String promised,
        List<Fact> facts,
        @Nullable String request,
        List<Letter> messages,
        List<Other> others,
        List<Solved> similar,
        List<Ticket> tickets,
        Map<String, String> draft,
        List<DeskPage.Choice> colleagues,
        List<DeskPage.Choice> queues) {

    /** One thing to know. */
    record Fact(String label, String value, @Nullable String link) {}

    /**
     * A message of the case.
     *
     * @param name CSS class of its way: {@code inbound}, {@code outbound} or {@code internal}
     */
    record Letter(
            Moment at,
            String way,
            String name,
            String kind,
            String author,
            @Nullable String subject,
            String body,
            String history,
            @Nullable String failure,
            List<FileLink> files) {}

    /** @param link null when it was not taken */
    record FileLink(String name, @Nullable String link) {}

    record Other(String number, String subject, String status, String severity) {}

    record Solved(String number, String subject, String resolution) {}

    record Ticket(
            String reference,
            @Nullable String vendorNumber,
            String target,
            String state,
            String title,
            @Nullable Moment opened,
            @Nullable String lastNote) {}
}
