package io.casewright.casefile.pages;

import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where in the model of a case it stands. */
final class CurrentStep {

    /** The model in which every case has a place. */
    static final String MODEL = "support-case";

    private static final Set<Kind> LEAVES_WITHOUT_SOLUTION = EnumSet.of(Kind.REDIRECTED, Kind.UNANSWERED);

    private CurrentStep() {}

    /** Id of the element of {@link #MODEL}. */
    static String of(CaseStatus status, List<TimelineEntry> timeline) {
        return switch (status) {
            case RECEIVED -> "userTask_TriageRequest";
            case DIAGNOSING -> "callActivity_DiagnoseCase";
            case WAITING_FOR_CUSTOMER ->
                isHandedOff(timeline) ? "callActivity_HandOffCase" : "callActivity_DiagnoseCase";
            case RESOLVING -> "callActivity_ResolveCase";
            case HANDED_OFF -> "callActivity_HandOffCase";
            case WAITING_FOR_SERVICE_INCIDENT -> "event_KnownIssueOver";
            case RESOLVED -> "gateway_AwaitCustomer";
            case CLOSED -> endOf(timeline);
            case WITHDRAWN -> "endEvent_CaseWithdrawn";
            case DUPLICATE -> "endEvent_OpenCaseJoined";
        };
    }

    /** A case also closes at its triage, when it is somebody else's, and in its diagnosis, when there is nothing to do. */
    private static String endOf(List<TimelineEntry> timeline) {
        var end = timeline.reversed().stream()
                .map(TimelineEntry::kind)
                .filter(kind -> kind == Kind.CLOSED || LEAVES_WITHOUT_SOLUTION.contains(kind))
                .findFirst()
                .orElse(Kind.CLOSED);
        if (!LEAVES_WITHOUT_SOLUTION.contains(end)) {
            return "endEvent_CaseClosed";
        }
        if (end == Kind.UNANSWERED && isHandedOff(timeline)) {
            return "endEvent_ClosedUnanswered";
        }
        return isPastTriage(timeline) ? "endEvent_ClosedWithoutSolution" : "endEvent_CustomerRedirected";
    }

    /** Whether it was handed off after it was diagnosed last. */
    private static boolean isHandedOff(List<TimelineEntry> timeline) {
        return timeline.reversed().stream()
                .map(TimelineEntry::kind)
                .filter(kind -> kind == Kind.HANDED_OFF || kind == Kind.DIAGNOSED)
                .findFirst()
                .filter(Kind.HANDED_OFF::equals)
                .isPresent();
    }

    /** Whether work on it has begun; until then it can be redirected by the triage only. */
    static boolean isPastTriage(List<TimelineEntry> timeline) {
        return timeline.stream().anyMatch(entry -> entry.kind() == Kind.ACKNOWLEDGED);
    }
}
