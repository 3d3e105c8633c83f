package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a case of its own of a second problem that came in the same case; both say so. */
@Service
public class SplitCase {

    private final CaseSteps steps;
    private final FollowingCase followingCase;

    SplitCase(CaseSteps steps, FollowingCase followingCase) {
        this.steps = steps;
        this.followingCase = followingCase;
    }

    /** Why nothing can be opened in the name of who asked, as a sentence for the agent. */
    @Transactional(readOnly = true)
    public Optional<String> problemWith(CaseNumber number) {
        return followingCase.problemWith(steps.find(number)).map("A case of its own: "::concat);
    }

    /**
     * Opens the other case, in the name of the same contact; it is triaged like any other.
     *
     * @param problem what it is about, which has no {@linkplain WriteToCustomer#problemWith problem} as a text
     * @param agent login of who splits the case
     * @param key one for each split: sent twice it is one case
     * @return the number of the other case
     * @throws io.casewright.casefile.domain.NotPossibleNow when who asked was erased
     */
    @Transactional
    public CaseNumber split(CaseNumber number, String problem, String agent, String key) {
        var found = steps.find(number);
        found.requireNotErased("be split");
        boolean isNew = followingCase.find(found, key).isEmpty();
        var other = followingCase.open(found, problem, key).number();
        if (isNew) {
            steps.record(found, Kind.CASE_OPENED, Actor.agent(agent), null, other.value());
        }
        return other;
    }
}
