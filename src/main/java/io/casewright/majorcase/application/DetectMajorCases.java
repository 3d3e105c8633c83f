package io.casewright.majorcase.application;

import io.casewright.casefile.application.FindTrouble;
import io.casewright.casefile.application.FindTrouble.Trouble;
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
import java.util.stream.Collectors;
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

    private record Place(String service, String region) {}

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
        var open = majorCases.findByStateInOrderById(OPEN);
        var signs = signsAmong(candidates(open));
        open.forEach(each ->
                signs.stream().filter(sign -> belongs(sign, each)).forEach(sign -> add(each, sign.caseNumber())));
        var rest = signs.stream()
                .filter(sign -> open.stream().noneMatch(each -> each.isShownBy(sign)))
                .toList();
        Pattern.in(rest, settings.customers(), settings.within()).forEach(this::propose);
    }

    /** Where too few customers have trouble, and no major case is open, nobody reads what they wrote. */
    private List<Trouble> candidates(List<MajorCase> open) {
        var places = open.stream()
                .map(each -> new Place(each.service(), each.region()))
                .collect(Collectors.toSet());
        return free(trouble.openSince(clock.instant().minus(LOOK_BACK))).stream()
                .collect(Collectors.groupingBy(each -> new Place(each.service(), each.region())))
                .entrySet()
                .stream()
                .filter(each -> places.contains(each.getKey()) || customersOf(each.getValue()) >= settings.customers())
                .flatMap(each -> each.getValue().stream())
                .toList();
    }

    private static long customersOf(List<Trouble> troubles) {
        return troubles.stream().map(Trouble::customerId).distinct().count();
    }

    private List<Trouble> free(List<Trouble> found) {
        var taken = Set.copyOf(children.findTaken(
                found.stream().map(each -> each.number().value()).toList()));
        return found.stream()
                .filter(each -> !taken.contains(each.number().value()))
                .toList();
    }

    private List<Sign> signsAmong(List<Trouble> candidates) {
        var symptoms =
                trouble.symptomsOf(candidates.stream().map(Trouble::number).toList());
        return candidates.stream()
                .map(each -> new Sign(
                        each.number().value(),
                        each.customerId(),
                        each.service(),
                        each.region(),
                        symptoms.getOrDefault(each.number(), Set.of()),
                        each.receivedAt()))
                .toList();
    }

    private static boolean belongs(Sign sign, MajorCase majorCase) {
        return majorCase.isShownBy(sign) && !sign.receivedAt().isBefore(majorCase.since());
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
