package io.casewright.operations.pages;

import io.casewright.platform.pages.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page of dead letters shows. */
record DeadLettersPage(boolean mayAct, List<Way> ways, List<Done> done) {

    /**
     * What is stuck on one way.
     *
     * @param away why it cannot be told
     */
    record Way(
            String id,
            String title,
            List<Letter> letters,
            @Nullable String away) {}

    /** @param actions in the order in which they are offered */
    record Letter(String key, String what, @Nullable String place, String reason, Moment since, List<Offer> actions) {}

    /** @param asked what the person is asked for: nothing, a reason, or a case */
    record Offer(String action, String words, String asked) {}

    /** A decision. */
    record Done(
            String what,
            @Nullable String place,
            String person,
            Moment at,
            @Nullable String reason) {}
}
