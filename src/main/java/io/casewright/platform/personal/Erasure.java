package io.casewright.platform.personal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose traces are to be erased.
 *
 * @param contact id of the contact; null when only cases of a person are meant, who stays
 * @param own the cases of the person that are meant
 * @param others other cases of the same customer, in which the person may be named
 * @param inOwn the traces to look for in the person's own
 * @param inOthers those to look for elsewhere, where less is certainly the person's
 * @param standIn id of the contact that the cases are kept under
 */
public record Erasure(
        @Nullable Long contact,
        List<Case> own,
        List<Case> others,
        PersonTraces inOwn,
        PersonTraces inOthers,
        Pseudonym pseudonym,
        long standIn,
        Instant at) {

    /** A case, by both of its names. */
    public record Case(long id, String number) {}

    public Erasure {
        own = List.copyOf(own);
        others = List.copyOf(others);
    }

    public List<Long> ownIds() {
        return own.stream().map(Case::id).toList();
    }
}
