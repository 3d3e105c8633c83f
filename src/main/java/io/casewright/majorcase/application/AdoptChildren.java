package io.casewright.majorcase.application;

import io.casewright.casefile.application.FollowMajorCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Step;
import io.casewright.majorcase.domain.MajorCase;
import io.casewright.majorcase.domain.MajorCaseNumber;
import io.casewright.majorcase.domain.MajorCaseState;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the open cases of a confirmed major case its children, and proves to each that it is not alone. */
@Service
public class AdoptChildren {

    private final MajorCaseDesk desk;
    private final FollowMajorCase follow;
    private final MajorCaseSettings settings;
    private final Clock clock;

    AdoptChildren(MajorCaseDesk desk, FollowMajorCase follow, MajorCaseSettings settings, Clock clock) {
        this.desk = desk;
        this.follow = follow;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public MajorCaseFacts adopt(MajorCaseNumber number, Step step) {
        var majorCase = desk.find(number);
        if (majorCase.state() == MajorCaseState.OPEN) {
            String proof = proofOf(majorCase);
            for (var child : desk.childrenOf(majorCase)) {
                if (!child.hasJoined()
                        && follow.join(new CaseNumber(child.caseNumber()), number.value(), proof, step)) {
                    child.join(clock.instant());
                }
            }
        }
        return desk.factsOf(majorCase, clock.instant().plus(settings.updateEvery()));
    }

    private String proofOf(MajorCase majorCase) {
        var cases = desk.casesOf(majorCase);
        long customers =
                cases.stream().map(each -> each.customerId()).distinct().count();
        return "%d customers, %d cases, since %s: %s, region %s. %s, confirmed by a duty manager."
                .formatted(
                        customers,
                        cases.size(),
                        majorCase.since().truncatedTo(ChronoUnit.MINUTES),
                        majorCase.service(),
                        majorCase.region().isEmpty() ? "not named" : majorCase.region(),
                        majorCase.number());
    }
}
