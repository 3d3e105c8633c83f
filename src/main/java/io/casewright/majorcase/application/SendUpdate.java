package io.casewright.majorcase.application;

import io.casewright.casefile.application.FollowMajorCase;
import io.casewright.casefile.application.Overtaken;
import io.casewright.casefile.domain.Step;
import io.casewright.majorcase.domain.MajorCase;
import io.casewright.majorcase.domain.MajorCaseNumber;
import io.casewright.majorcase.domain.MajorCaseState;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the customers of all children the same, once each. */
@Service
public class SendUpdate {

    private static final int LONGEST = 2000;

    private final MajorCaseDesk desk;
    private final FollowMajorCase follow;
    private final MajorCaseSettings settings;
    private final Clock clock;

    SendUpdate(MajorCaseDesk desk, FollowMajorCase follow, MajorCaseSettings settings, Clock clock) {
        this.desk = desk;
        this.follow = follow;
        this.settings = settings;
        this.clock = clock;
    }

    /** What the forms show next, and whether the major case is over. */
    public record Outcome(MajorCaseFacts facts, boolean over) {}

    /** Why this cannot be sent, as a sentence for the duty manager; none when there is nobody to send it to any more. */
    @Transactional(readOnly = true)
    public Optional<String> problemWith(MajorCaseNumber number, @Nullable String words, boolean over) {
        return desk.find(number).state() == MajorCaseState.OPEN ? problemWith(words, over) : Optional.empty();
    }

    /**
     * Sends the words to every child that is still open.
     *
     * @param words for the customers; may be missing when it is over
     * @param over whether the duty manager holds the trouble to be over
     * @throws Overtaken when there is a problem with them
     */
    @Transactional
    public Outcome send(
            MajorCaseNumber number, @Nullable String words, boolean over, @Nullable String agent, Step step) {
        var majorCase = desk.find(number);
        if (majorCase.state() != MajorCaseState.OPEN) {
            return new Outcome(facts(majorCase), true);
        }
        Overtaken.failOn(number, problemWith(words, over));
        if (words != null) {
            desk.adoptedBy(majorCase).forEach(child -> follow.update(child, words, agent, step));
        }
        return new Outcome(facts(majorCase), over);
    }

    private static Optional<String> problemWith(@Nullable String words, boolean over) {
        if (words == null) {
            return over ? Optional.empty() : Optional.of("Words for all customers: required.");
        }
        return words.length() > LONGEST
                ? Optional.of("Words for all customers: at most %d characters, these are %d."
                        .formatted(LONGEST, words.length()))
                : Optional.empty();
    }

    private MajorCaseFacts facts(MajorCase majorCase) {
        return desk.factsOf(majorCase, clock.instant().plus(settings.updateEvery()));
    }
}
