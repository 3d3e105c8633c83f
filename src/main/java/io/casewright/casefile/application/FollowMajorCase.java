package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Evidence;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.EvidenceStore;
import io.casewright.message.LetterContent;
import io.casewright.message.PublicText;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to a case because many customers have the same trouble. The case goes its own way all the same: nothing
 * here changes where it stands. An ended case is left alone.
 */
@Service
public class FollowMajorCase {

    private final CaseSteps steps;
    private final EvidenceStore evidence;
    private final Correspondence correspondence;
    private final Clock clock;

    FollowMajorCase(CaseSteps steps, EvidenceStore evidence, Correspondence correspondence, Clock clock) {
        this.steps = steps;
        this.evidence = evidence;
        this.correspondence = correspondence;
        this.clock = clock;
    }

    /**
     * The case becomes a child, which proves that other customers have the same trouble.
     *
     * @param proof what the evidence says; it may leave the house with a hand-off, so it names no customer
     * @return whether the case is open, and thereby a child
     */
    @Transactional
    public boolean join(CaseNumber number, String majorCase, String proof, Step step) {
        return whenOpen(number, step, supportCase -> {
            evidence.save(supportCase.proves(Evidence.Kind.OTHER_CUSTOMERS, proof, null, null, clock.instant(), step));
            steps.record(supportCase, Kind.MAJOR_CASE_JOINED, Actor.SYSTEM, step, majorCase);
        });
    }

    /** The customer of the case is told how things stand. */
    @Transactional
    public void update(CaseNumber number, String words, @Nullable String agent, Step step) {
        whenOpen(number, step, supportCase -> {
            correspondence.write(supportCase, new LetterContent.Update(new PublicText(words)), step);
            steps.record(supportCase, Kind.MAJOR_CASE_UPDATED, Actor.agent(agent), step, words);
        });
    }

    /** The major case is over; this one stays open until its own customer confirms. */
    @Transactional
    public void leave(CaseNumber number, String majorCase, Step step) {
        whenOpen(
                number,
                step,
                supportCase -> steps.record(supportCase, Kind.MAJOR_CASE_LEFT, Actor.SYSTEM, step, majorCase));
    }

    private boolean whenOpen(CaseNumber number, Step step, Consumer<SupportCase> action) {
        var found = steps.find(number);
        if (!found.status().isEnded()) {
            steps.once(found, step, action);
        }
        return !found.status().isEnded();
    }
}
