package io.casewright.majorcase.application;

import io.casewright.casefile.application.Overtaken;
import io.casewright.majorcase.domain.MajorCase;
import io.casewright.majorcase.domain.MajorCaseChild;
import io.casewright.majorcase.domain.MajorCaseNumber;
import io.casewright.majorcase.domain.MajorCaseState;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records whether a duty manager holds the cases to be one trouble. The first answer counts. */
@Service
public class ConfirmMajorCase {

    private final MajorCaseDesk desk;
    private final Clock clock;

    ConfirmMajorCase(MajorCaseDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** What became of the proposal. */
    public enum Verdict {
        MAJOR,
        NOT_MAJOR
    }

    /**
     * Why the answer cannot be taken, as a sentence for the duty manager.
     *
     * @param chosen numbers of the cases that are one trouble; null where a form of before could not ask
     */
    @Transactional(readOnly = true)
    public Optional<String> problemWith(
            MajorCaseNumber number, @Nullable Boolean isMajor, @Nullable Collection<String> chosen) {
        if (isMajor == null) {
            return Optional.of("Is it one trouble that many customers share: choose one.");
        }
        if (!isMajor || chosen == null) {
            return Optional.empty();
        }
        var known = desk.childrenOf(desk.find(number)).stream()
                .map(MajorCaseChild::caseNumber)
                .toList();
        if (chosen.isEmpty()) {
            return Optional.of("Cases that are this trouble: choose at least one, or say that it is none.");
        }
        return chosen.stream()
                .filter(each -> !known.contains(each))
                .findFirst()
                .map(each -> "Cases that are this trouble: %s is not among the cases of %s. Load the page again."
                        .formatted(each, number));
    }

    /**
     * Records the answer. Cases that were shown and not chosen go on alone.
     *
     * @param shown numbers of the cases that the form offered; one that arrived since is neither chosen nor left out
     * @throws Overtaken when there is a problem with it
     */
    @Transactional
    public Verdict confirm(
            MajorCaseNumber number,
            @Nullable Boolean isMajor,
            Collection<String> shown,
            @Nullable Collection<String> chosen,
            @Nullable String agent) {
        var majorCase = desk.find(number);
        if (majorCase.state() == MajorCaseState.PROPOSED) {
            Overtaken.failOn(number, problemWith(number, isMajor, chosen));
            if (Boolean.TRUE.equals(isMajor)) {
                majorCase.confirm(agent);
                leaveOut(majorCase, shown, chosen == null ? shown : chosen);
            } else {
                majorCase.reject(agent, clock.instant());
            }
        }
        return majorCase.state() == MajorCaseState.OPEN ? Verdict.MAJOR : Verdict.NOT_MAJOR;
    }

    private void leaveOut(MajorCase majorCase, Collection<String> shown, Collection<String> chosen) {
        desk.childrenOf(majorCase).stream()
                .filter(child -> shown.contains(child.caseNumber()) && !chosen.contains(child.caseNumber()))
                .forEach(child -> child.leaveOut(clock.instant()));
    }
}
