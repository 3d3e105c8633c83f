package io.casewright.majorcase.application;

import io.casewright.majorcase.domain.MajorCaseNumber;
import io.casewright.majorcase.domain.MajorCaseState;
import java.time.Clock;
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
        NOT_MAJOR,
        UNANSWERED
    }

    @Transactional
    public Verdict confirm(MajorCaseNumber number, @Nullable Boolean isMajor, @Nullable String agent) {
        var majorCase = desk.find(number);
        if (majorCase.state() == MajorCaseState.PROPOSED) {
            if (isMajor == null) {
                return Verdict.UNANSWERED;
            }
            if (isMajor) {
                majorCase.confirm(agent);
            } else {
                majorCase.reject(agent, clock.instant());
            }
        }
        return majorCase.state() == MajorCaseState.OPEN ? Verdict.MAJOR : Verdict.NOT_MAJOR;
    }
}
