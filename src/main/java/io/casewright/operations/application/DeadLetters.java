package io.casewright.operations.application;

import io.casewright.access.Person;
import io.casewright.casefile.domain.NotPossibleNow;
import io.casewright.operations.domain.Decision;
import io.casewright.operations.persistence.DecisionBook;
import io.casewright.platform.deadletter.Crossing;
import io.casewright.platform.deadletter.CrossingAway;
import io.casewright.platform.deadletter.DeadLetter;
import io.casewright.platform.deadletter.DeadLetter.Action;
import io.casewright.platform.deadletter.DecidedBy;
import io.casewright.platform.deadletter.DecisionRefused;
import io.casewright.platform.text.InputText;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All that is stuck for good on any way in or out, and what people decide about it. */
@Service
public class DeadLetters {

    private static final int MOST = 100;
    private static final int LATEST = 20;
    private static final int LONGEST_REASON = 500;

    private final List<Crossing> crossings;
    private final DecisionBook decisions;
    private final Clock clock;

    DeadLetters(List<Crossing> crossings, DecisionBook decisions, Clock clock) {
        this.crossings = List.copyOf(crossings);
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * What is stuck on one way.
     *
     * @param letters the oldest first
     * @param away why they cannot be told; null when they can
     */
    public record Stuck(
            String crossing,
            String title,
            List<DeadLetter> letters,
            @Nullable String away) {}

    public List<Stuck> read() {
        return crossings.stream().map(DeadLetters::stuck).toList();
    }

    /** How many there are; of a mailbox those that were counted when they came. */
    public long count() {
        return crossings.stream().mapToLong(Crossing::count).sum();
    }

    /** The latest decisions, the newest first. */
    public List<Decision> decisions() {
        return decisions.latest(LATEST);
    }

    /**
     * Does what a person decided, and keeps it; both or nothing.
     *
     * @param target number of the case or ticket to attach it to; read for that action only
     * @param reason needed to discard it or to reopen its case
     * @return false when somebody has decided already, or it came through after all
     * @throws DecisionRefused when that is not possible; the message says why
     * @throws CrossingAway when it cannot be done now
     */
    @Transactional
    public boolean decide(String crossing, String key, Action action, String target, String reason, Person person) {
        var way = crossings.stream()
                .filter(each -> each.id().equals(crossing))
                .findFirst()
                .orElseThrow(() -> new DecisionRefused("There is no such list."));
        var found = way.dead(MOST).stream()
                .filter(letter -> letter.key().equals(key))
                .findFirst();
        if (found.isEmpty()) {
            return false;
        }
        var letter = found.get();
        String wanted = action == Action.ATTACH ? target.strip() : "";
        String words = reason.strip();
        requireSense(letter, action, words);
        if (!isDone(way, letter, action, wanted, words, person)) {
            return false;
        }
        decisions.add(new Decision(
                crossing,
                key,
                letter.place(),
                action.name(),
                wanted.isEmpty() ? null : wanted,
                words.isEmpty() ? null : words,
                person.login(),
                person.name(),
                clock.instant()));
        return true;
    }

    private static void requireSense(DeadLetter letter, Action action, String reason) {
        if (!letter.actions().contains(action)) {
            throw new DecisionRefused("That cannot be done with this one any more. Look at it again.");
        }
        boolean needed = action == Action.DISCARD || action == Action.REOPEN;
        if (needed && reason.isEmpty()) {
            throw new DecisionRefused("Reason: it is required, for those who ask later why nothing was done.");
        }
        InputText.problemWith(reason).ifPresent(problem -> {
            throw new DecisionRefused("Reason: it " + problem + ".");
        });
        if (reason.length() > LONGEST_REASON) {
            throw new DecisionRefused("Reason: it must have at most %d characters.".formatted(LONGEST_REASON));
        }
    }

    private static boolean isDone(
            Crossing way, DeadLetter letter, Action action, String target, String words, Person person) {
        try {
            return way.decide(letter, action, target, words, new DecidedBy(person.login(), person.name()));
        } catch (NotPossibleNow e) {
            throw new DecisionRefused(e.getMessage() + ".");
        }
    }

    private static Stuck stuck(Crossing crossing) {
        try {
            return new Stuck(crossing.id(), crossing.title(), crossing.dead(MOST), null);
        } catch (CrossingAway e) {
            return new Stuck(crossing.id(), crossing.title(), List.of(), e.getMessage());
        }
    }
}
