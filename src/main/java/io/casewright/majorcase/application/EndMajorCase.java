package io.casewright.majorcase.application;

import io.casewright.casefile.application.FollowMajorCase;
import io.casewright.casefile.domain.Step;
import io.casewright.majorcase.domain.MajorCaseNumber;
import io.casewright.majorcase.domain.MajorCaseState;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends a major case. Its children stay open: each closes when its own customer confirms. */
@Service
public class EndMajorCase {

    private final MajorCaseDesk desk;
    private final FollowMajorCase follow;
    private final Clock clock;

    EndMajorCase(MajorCaseDesk desk, FollowMajorCase follow, Clock clock) {
        this.desk = desk;
        this.follow = follow;
        this.clock = clock;
    }

    @Transactional
    public void end(MajorCaseNumber number, Step step) {
        var majorCase = desk.find(number);
        if (majorCase.state() == MajorCaseState.OPEN) {
            desk.adoptedBy(majorCase).forEach(child -> follow.leave(child, number.value(), step));
            majorCase.end(clock.instant());
        }
    }
}
