package io.casewright.platform.deadletter;

import io.casewright.platform.deadletter.DeadLetter.Action;
import java.util.List;

/** One of the ways out of the program, or into it, on which something may be stuck for good. */
public interface Crossing {

    /** Its name in addresses, figures and what is kept. */
    String id();

    /** Its name for people. */
    String title();

    /**
     * The oldest, so many at most.
     *
     * @throws CrossingAway when it cannot be told now
     */
    List<DeadLetter> dead(int most);

    long count();

    /**
     * Does what was decided.
     *
     * @param target where it is to be attached; empty for other actions
     * @param words why, for those who read it later; may be empty
     * @return false when it is not here any more
     * @throws DecisionRefused when that is not possible
     * @throws CrossingAway when it cannot be done now
     */
    boolean decide(DeadLetter letter, Action action, String target, String words, DecidedBy person);
}
