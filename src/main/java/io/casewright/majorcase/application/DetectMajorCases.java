package io.casewright.majorcase.application;

import io.casewright.casefile.application.FindTrouble;
import io.casewright.majorcase.domain.MajorCase;
import io.casewright.majorcase.domain.MajorCaseChild;
import io.casewright.majorcase.domain.MajorCaseState;
import io.casewright.majorcase.domain.Pattern;
import io.casewright.majorcase.domain.Sign;
import io.casewright.majorcase.persistence.MajorCaseChildren;
import io.casewright.majorcase.persistence.MajorCases;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notices that different customers have the same trouble. A case that belongs or belonged to a major case is no sign of
 * another one: what a duty manager rejected is not proposed again for the same cases.
 */
@Service
public class DetectMajorCases {

    private static final Logger log = LoggerFactory.getLogger(DetectMajorCases.class);

    /** Triage by a person takes its time, so cases are looked at that were received up to a day ago. */
    private static final Duration LOOK_BACK = Duration.ofDays(1);

    private static final Set<MajorCaseState> OPEN = Set.of(MajorCaseState.PROPOSED, MajorCaseState.OPEN);

    private final FindTrouble trouble;
    private final MajorCases majorCases;
    private final MajorCaseChildren children;
    private final MajorCaseProcess process;
    private final MajorCaseSettings settings;
    private final Clock clock;

    DetectMajorCases(
            FindTrouble trouble,
            MajorCases majorCases,
            MajorCaseChildren children,
            MajorCaseProcess process,
            MajorCaseSettings settings,
            Clock clock) {
        this.trouble = trouble;
        this.majorCases = majorCases;
        this.children = children;
        this.process = process;
        this.settings = settings;
        this.clock = clock;
    }

    /** Adds what arrived to the major cases that are open, and proposes new ones for the rest. */
    @Transactional
    public void detect() {
        var signs = freeSigns();
        var open = majorCases.findByStateInOrderById(OPEN);
        open.forEach(each ->
                signs.stream().filter(sign -> belongs(sign, each)).forEach(sign -> add(each, sign.caseNumber())));
        var rest = signs.stream()
                .filter(sign -> open.stream().noneMatch(each -> samePlace(sign, each)))
                .toList();
        Pattern.in(rest, settings.customers(), settings.within()).forEach(this::propose);
    }

    private List<Sign> freeSigns() {
        var found = trouble.openSince(clock.instant().minus(LOOK_BACK));
        var taken = Set.copyOf(children.findTaken(
                found.stream().map(each -> each.number().value()).toList()));
        return found.stream()
                .filter(each -> !taken.contains(each.number().value()))
                .map(each -> new Sign(
                        each.number().value(), each.customerId(), each.service(), each.region(), each.receivedAt()))
                .toList();
    }

    private static boolean belongs(Sign sign, MajorCase majorCase) {
        return samePlace(sign, majorCase) && !sign.receivedAt().isBefore(majorCase.since());
    }

    private static boolean samePlace(Sign sign, MajorCase majorCase) {
        return sign.service().equals(majorCase.service()) && sign.region().equals(majorCase.region());
    }

    private void propose(Pattern pattern) {
        var majorCase = majorCases.save(new MajorCase(pattern, clock.instant()));
        pattern.signs().forEach(sign -> add(majorCase, sign.caseNumber()));
        process.startFor(majorCase.number());
        log.info(
                "{} is proposed from {} cases",
                majorCase.number(),
                pattern.signs().size());
    }

    private void add(MajorCase majorCase, String caseNumber) {
        children.save(new MajorCaseChild(majorCase.number(), caseNumber));
    }
}
