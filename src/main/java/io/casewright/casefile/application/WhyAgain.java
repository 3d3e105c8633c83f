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
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells who diagnoses a case again why, and what was tried and said before. */
@Component
class WhyAgain {

    private static final Set<Kind> REASONS = EnumSet.of(
            Kind.DECLINED, Kind.FAILED, Kind.RETURNED, Kind.TICKET_CLOSED, Kind.UNLINKED, Kind.REJECTED, Kind.REOPENED);

    /** What the form of the diagnosis asks for, beside what was found. */
    private static final Map<Evidence.Kind, String> LABELS = Map.of(
            Evidence.Kind.TROUBLESHOOTING, "Tried before",
            Evidence.Kind.SCOPE, "Who is affected",
            Evidence.Kind.IMPACT, "Impact on the business",
            Evidence.Kind.REPRODUCTION, "Steps to reproduce");

    private final Timeline timeline;
    private final EvidenceStore evidence;

    WhyAgain(Timeline timeline, EvidenceStore evidence) {
        this.timeline = timeline;
        this.evidence = evidence;
    }

    /** Cut to what a form can show; empty when it is diagnosed for the first time. */
    String of(SupportCase supportCase) {
        var course = timeline.findByCaseIdOrderById(supportCase.id());
        int last = lastDiagnosis(course);
        var reasons = course.subList(Math.max(last, 0), course.size()).stream()
                .filter(entry -> REASONS.contains(entry.kind()))
                .map(entry -> Words.of(entry.kind()) + (entry.text() == null ? "." : ": " + entry.text()))
                .distinct()
                .toList();
        if (reasons.isEmpty()) {
            return "";
        }
        var all = new ArrayList<String>();
        if (last >= 0) {
            all.add("Found before: " + course.get(last).text());
        }
        all.addAll(typed(supportCase));
        supportCase.resolution().ifPresent(words -> all.add("The customer was told: " + words));
        all.addAll(reasons);
        return AgentText.shown(all);
    }

    private List<String> typed(SupportCase supportCase) {
        var latest = new EnumMap<Evidence.Kind, Evidence>(Evidence.Kind.class);
        evidence.findByCaseIdOrderById(supportCase.id()).stream()
                .filter(proof -> LABELS.containsKey(proof.kind()))
                .forEach(proof -> latest.put(proof.kind(), proof));
        return latest.values().stream()
                .map(proof -> LABELS.get(proof.kind()) + ": " + proof.text())
                .toList();
    }

    /** What was linked by itself is no diagnosis that anybody could remember. */
    private static int lastDiagnosis(List<TimelineEntry> course) {
        for (int at = course.size() - 1; at >= 0; at--) {
            var entry = course.get(at);
            if (entry.kind() == Kind.DIAGNOSED && entry.actor().kind() == Actor.Kind.AGENT) {
                return at;
            }
        }
        return -1;
    }
}
