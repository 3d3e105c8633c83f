package io.casewright.casefile.pages;

import io.casewright.platform.pages.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case, as it is shown.
 *
 * @param locale language of what the customer wrote, a BCP 47 tag
 * @param next what is due next; null when nothing is
 */
record CaseFilePage(
        String number,
        String subject,
        String status,
        String statusName,
        String locale,
        String request,
        @Nullable String question,
        @Nullable String findings,
        @Nullable String resolution,
        @Nullable String duplicateOf,
        @Nullable String followUpOf,
        @Nullable Moment ended,
        @Nullable Promise next,
        List<Waiting> tasks,
        List<Fact> facts,
        Plan plan,
        List<Promise> promises,
        List<Happening> timeline,
        List<Letter> messages,
        List<Proof> evidence,
        Place place) {

    /**
     * A task that waits for somebody.
     *
     * @param assignee login of who has it; null when nobody has
     */
    record Waiting(
            long id,
            String step,
            @Nullable String queue,
            @Nullable String assignee) {}

    /** One thing to know about the case; the value may come from outside. */
    record Fact(String label, String value, @Nullable Moment moment) {

        Fact(String label, String value) {
            this(label, value, null);
        }
    }

    /**
     * The version of a plan under which the case was begun.
     *
     * @param told when the contact was told it; null before the acknowledgement
     * @param site of the customer that the case comes from; null when none is known
     */
    record Plan(
            long id,
            int version,
            String name,
            @Nullable Moment told,
            @Nullable String site) {}

    /**
     * What is awaited until a time.
     *
     * @param due null while nothing moves it
     * @param name CSS class of its state: {@code open}, {@code late} or {@code done}
     * @param used how much of the time is used up; null where it is the customer's
     * @param held who holds the time; null when nobody does
     * @param passed which parts of the time were used up when; null when none
     * @param parts where the time went
     */
    record Promise(
            String label,
            @Nullable Moment due,
            String state,
            String name,
            @Nullable String used,
            @Nullable String held,
            @Nullable String passed,
            List<PromisePart> parts) {

        Promise(String label, Moment due, String state, String name) {
            this(label, due, state, name, null, null, null, List.of());
        }
    }

    /** A part of a promise's time. */
    record PromisePart(Moment from, Moment to, String length, String what, String measured) {}

    record Happening(
            Moment at,
            String what,
            String who,
            @Nullable String whoName,
            @Nullable String step,
            @Nullable String text) {}

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
            @Nullable String recipient,
            @Nullable String subject,
            String body,
            String history,
            @Nullable String delivery,
            @Nullable String failure) {}

    record Proof(
            Moment at,
            String kind,
            String text,
            @Nullable String role,
            @Nullable String by) {}

    /**
     * Where in its model the case stands.
     *
     * @param visited ids of elements it has been at, separated by blanks
     */
    record Place(String model, String element, String label, String visited) {}
}
