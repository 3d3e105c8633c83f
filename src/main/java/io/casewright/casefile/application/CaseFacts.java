package io.casewright.casefile.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Severity;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.customer.Requester;
import io.casewright.platform.text.PublicAddress;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the forms show of a case and what its process routes on. These names are the names of the process variables.
 *
 * @param requestText the request, cut to what a form can show
 * @param seenSeverity the severity, sent back by forms beside what they choose, so that none undoes a newer one
 * @param queue candidate group of the case's tasks
 * @param priority of the case's tasks, 0 to 100
 * @param taskDue when the next promise to the customer is due
 * @param caseLink address of the case file
 */
public record CaseFacts(
        String caseNumber,
        String customerName,
        String contactName,
        String subject,
        String requestText,
        @Nullable String product,
        String severity,
        String seenSeverity,
        @Nullable String category,
        @Nullable String findings,
        String queue,
        int priority,
        Instant taskDue,
        String caseLink) {

    static CaseFacts of(
            SupportCase supportCase,
            Requester requester,
            PublicAddress address,
            PromisedTimes promised,
            CaseSettings.Priorities priorities) {
        var request = supportCase.request();
        return new CaseFacts(
                supportCase.number().value(),
                requester.customerName(),
                requester.contactName(),
                request.subject(),
                AgentText.shown(request.description()),
                request.product(),
                request.severity().name().toLowerCase(Locale.ROOT),
                request.severity().name().toLowerCase(Locale.ROOT),
                request.category() == null ? null : request.category().name().toLowerCase(Locale.ROOT),
                supportCase.findings().orElse(null),
                supportCase.queue().group(),
                promised.priority(supportCase.number(), priorities.of(request.severity())),
                promised.nextDue(supportCase.number()),
                address.ofCase(supportCase.number()));
    }

    /** By severity, as the variables write it: the task to triage stands where the proposed severity puts it. */
    static Map<String, TriagePlan> triagePlans(
            CaseNumber number, PromisedTimes promised, CaseSettings.Priorities priorities) {
        return Stream.of(Severity.values())
                .collect(Collectors.toMap(
                        severity -> severity.name().toLowerCase(Locale.ROOT),
                        severity -> new TriagePlan(
                                promised.priority(number, priorities.of(severity)),
                                promised.firstResponse(number, severity))));
    }
}
