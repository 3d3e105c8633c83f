package io.casewright.casefile.application;

import io.casewright.casefile.domain.CaseStatus;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which cases somebody means, by their numbers or by words that begin so. */
public interface CaseSearch {

    /**
     * What is searched for.
     *
     * @param text the number of a case, the customer's own reference of one, or words of the subject, the description, the customer or
     *     the contact
     * @param customers whose cases may be found, by id; null for all
     * @param status in which they are; null for any
     * @param isInside whether somebody of the house asks: nobody else finds cases by the numbers of tickets at Microsoft
     */
    record Question(
            String text,
            @Nullable Collection<Long> customers,
            @Nullable CaseStatus status,
            boolean isInside) {}

    /** The ids of those that are meant, the newest first, at most so many. Where very many cases have the words, the oldest of them are not looked at. */
    List<Long> newest(Question question, int most);
}
