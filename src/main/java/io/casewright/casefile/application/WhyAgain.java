package io.casewright.casefile.application;

import io.casewright.casefile.Words;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.Evidence;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.EvidenceStore;
import io.casewright.casefile.persistence.Timeline;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells who diagnoses a case again why, and what was tried and said before. */
@Component
class WhyAgain {

    private static final Set<Kind> REASONS = EnumSet.of(
            Kind.DECLINED, Kind.FAILED, Kind.RETURNED, Kind.TICKET_CLOSED, Kind.UNLINKED, Kind.REJECTED, Kind.REOPENED);

    private final Timeline timeline;
    private final EvidenceStore evidence;

    WhyAgain(Timeline timeline, EvidenceStore evidence) {
        this.timeline = timeline;
        this.evidence = evidence;
    }

    /** Cut to what a form can show; empty when it is diagnosed for the first time. */
    String of(SupportCase supportCase) {
        var reasons = sinceItWasDiagnosed(supportCase).stream()
                .filter(entry -> REASONS.contains(entry.kind()))
                .map(entry -> Words.of(entry.kind()) + (entry.text() == null ? "." : ": " + entry.text()))
                .distinct()
                .toList();
        if (reasons.isEmpty()) {
            return "";
        }
        var all = new ArrayList<String>();
        evidence.findByCaseIdOrderById(supportCase.id()).stream()
                .filter(proof -> proof.kind() == Evidence.Kind.TROUBLESHOOTING)
                .reduce((earlier, later) -> later)
                .ifPresent(proof -> all.add("Tried before: " + proof.text()));
        supportCase.resolution().ifPresent(words -> all.add("The customer was told: " + words));
        all.addAll(reasons);
        return AgentText.shown(all);
    }

    private List<TimelineEntry> sinceItWasDiagnosed(SupportCase supportCase) {
        var all = timeline.findByCaseIdOrderById(supportCase.id());
        int from = 0;
        for (int at = 0; at < all.size(); at++) {
            // What was linked by itself is no diagnosis that anybody could remember.
            if (all.get(at).kind() == Kind.DIAGNOSED && all.get(at).actor().kind() == Actor.Kind.AGENT) {
                from = at;
            }
        }
        return all.subList(from, all.size());
    }
}
