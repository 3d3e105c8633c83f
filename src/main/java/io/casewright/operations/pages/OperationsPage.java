package io.casewright.operations.pages;

import io.casewright.platform.pages.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of operations shows.
 *
 * @param engineVersion null when the engine does not answer
 * @param groups of incidents; null when the engine does not tell them
 * @param moreIncidents whether there are more than the engine's search answers
 * @param versions null when the engine does not tell them
 */
record OperationsPage(
        boolean mayAct,
        @Nullable String engineVersion,
        List<Figure> figures,
        @Nullable List<Group> groups,
        long incidents,
        boolean moreIncidents,
        long deadLetters,
        List<Entry> outbox,
        List<Unlike> unlike,
        @Nullable List<Version> versions,
        CommandList commands) {

    /**
     * Something measured.
     *
     * @param moment shown instead of the value
     */
    record Figure(
            String label, @Nullable String value, @Nullable Moment moment, String help) {}

    /**
     * Incidents of one cause.
     *
     * @param id what the command to retry names it by
     * @param further how many cases are not listed
     * @param running whether they are being retried
     */
    record Group(
            String id,
            String step,
            String process,
            String kind,
            int count,
            Moment since,
            String text,
            String remedy,
            List<Place> places,
            int further,
            boolean running) {}

    /**
     * Where an incident is.
     *
     * @param address of the case file; null when the number is none of a case
     */
    record Place(String number, @Nullable String address) {}

    /** What waits in the outbox for the same receiver. */
    record Entry(String kind, String message, long count, String age, String failures) {}

    /** Something that MySQL and the engine do not see alike. */
    record Unlike(String what, Moment since, String remedy) {}

    /** A version of a process. */
    record Version(String process, int version, boolean newest, long running) {}

    /** @param running whether one of them has not ended */
    record CommandList(List<Done> commands, boolean running) {}

    /** A command and what came of it. */
    record Done(
            String step,
            String process,
            String by,
            Moment at,
            String state,
            String stateName,
            String result,
            String reason) {}
}
