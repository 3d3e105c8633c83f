package io.casewright.majorcase.application;

import io.casewright.casefile.application.FindTrouble;
import io.casewright.majorcase.domain.MajorCase;
import io.casewright.majorcase.domain.MajorCaseChild;
import io.casewright.majorcase.domain.MajorCaseState;
import io.casewright.majorcase.persistence.MajorCases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares the major cases with their cases and with their processes, and tells the processes what is new. */
@Service
public class MajorCaseAudit {

    private static final Logger log = LoggerFactory.getLogger(MajorCaseAudit.class);
    private static final Duration TAKE_UP_TIME = Duration.ofMinutes(1);
    private static final Duration ADOPTION_TIME = Duration.ofMinutes(10);

    private final MajorCases majorCases;
    private final MajorCaseDesk desk;
    private final MajorCaseProcess process;
    private final Clock clock;

    MajorCaseAudit(MajorCases majorCases, MajorCaseDesk desk, MajorCaseProcess process, Clock clock) {
        this.majorCases = majorCases;
        this.desk = desk;
        this.process = process;
        this.clock = clock;
    }

    /** Orders what has to happen; what is ordered already is not ordered again. */
    @Transactional
    public void audit() {
        Instant now = clock.instant();
        for (MajorCase waiting : majorCases.findNotTakenUp(now.minus(TAKE_UP_TIME))) {
            if (process.startFor(waiting.number())) {
                log.warn("{} has no process yet; its start was ordered again", waiting.number());
            }
        }
        for (MajorCase each : majorCases.findByStateInOrderById(Set.of(MajorCaseState.PROPOSED, MajorCaseState.OPEN))) {
            var openCases = desk.casesOf(each).stream()
                    .filter(line -> !line.ended())
                    .map(FindTrouble.Line::number)
                    .map(Object::toString)
                    .collect(Collectors.toSet());
            if (openCases.isEmpty()) {
                each.dissolve(now);
                process.tellAllCasesEnded(each.number());
            } else if (each.state() == MajorCaseState.OPEN) {
                announceArrivals(each, openCases, now);
            }
        }
    }

    private void announceArrivals(MajorCase majorCase, Set<String> openCases, Instant now) {
        var arrived = desk.childrenOf(majorCase).stream()
                .filter(child -> openCases.contains(child.caseNumber()))
                .filter(child -> child.isToBeAnnounced(now.minus(ADOPTION_TIME)))
                .toList();
        if (!arrived.isEmpty()) {
            arrived.forEach((MajorCaseChild child) -> child.announce(now));
            process.tellCaseArrived(majorCase.number());
        }
    }
}
