package io.casewright.majorcase.application;

import io.casewright.casefile.application.Overtaken;
import io.casewright.majorcase.domain.MajorCaseNumber;
import io.casewright.majorcase.domain.MajorCaseState;
import java.time.Clock;
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

    /** Why the answer cannot be taken, as a sentence for the duty manager. */
    public Optional<String> problemWith(@Nullable Boolean isMajor) {
        return isMajor == null
                ? Optional.of("Is it one trouble that many customers share: choose one.")
                : Optional.empty();
    }

    /**
     * Records the answer.
     *
     * @throws Overtaken when there is a problem with it
     */
    @Transactional
    public Verdict confirm(MajorCaseNumber number, @Nullable Boolean isMajor, @Nullable String agent) {
        var majorCase = desk.find(number);
        if (majorCase.state() == MajorCaseState.PROPOSED) {
            Overtaken.failOn(number, problemWith(isMajor));
            if (Boolean.TRUE.equals(isMajor)) {
                majorCase.confirm(agent);
            } else {
                majorCase.reject(agent, clock.instant());
            }
        }
        return majorCase.state() == MajorCaseState.OPEN ? Verdict.MAJOR : Verdict.NOT_MAJOR;
    }
}
