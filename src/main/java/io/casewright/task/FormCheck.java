package io.casewright.task;

import java.util.Optional;
import java.util.Set;

/**
 * Says whether what a person sends for a task does, before it is taken. It only reads, and goes by the same rules as the use
 * case that records the answers afterwards.
 *
 * @param <A> a record of the answers and of what they are judged by; the names of its components are those of variables
 */
public interface FormCheck<A extends Record> {

    /** The user tasks whose forms it checks. */
    Set<String> elements();

    Class<A> answers();

    /** Whether the answers count only from a person who is logged in at Casewright; see {@link SignedAnswers}. */
    default boolean needsLogin() {
        return false;
    }

    /**
     * Why the answers cannot be taken, as a sentence for the person.
     *
     * @param person login of who has the task; of who is logged in, where that is needed
     */
    Optional<String> problemWith(A answers, String person);
}
