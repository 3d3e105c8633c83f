package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Category;
import io.casewright.casefile.domain.Severity;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.SupportCases;
import io.casewright.casefile.persistence.SupportCases.AboutTheSame;
import io.casewright.platform.text.BodyText;
import io.casewright.triage.RequestFacts;
import io.casewright.triage.RequestReader;
import io.casewright.triage.RequestText;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a request says, for the decisions that follow. */
@Service
public class ReadRequest {

    private final CaseSteps steps;
    private final SupportCases cases;
    private final RequestReader reader;

    ReadRequest(CaseSteps steps, SupportCases cases, RequestReader reader) {
        this.steps = steps;
        this.cases = cases;
        this.reader = reader;
    }

    /**
     * What was read.
     *
     * @param statedCategory what the customer stated, null when nothing
     * @param statedSeverity likewise
     * @param triagePlans of the task to triage, by severity
     * @param openCase number of an open case of the same customer that may be about the same; null when there is none
     * @param sameRequest its number again, if it is told in the same words: a subject alone may stand over two different things
     */
    public record Reading(
            RequestFacts facts,
            @Nullable Category statedCategory,
            @Nullable Severity statedSeverity,
            @Nullable Integer affectedUsers,
            Map<String, TriagePlan> triagePlans,
            @Nullable String openCase,
            @Nullable String sameRequest) {}

    @Transactional
    public Reading read(CaseNumber number, Step step) {
        var found = steps.find(number);
        var request = found.request();
        RequestFacts facts = reader.read(new RequestText(
                request.subject(), BodyText.of(request.description()), request.product(), request.affectedUsers()));
        steps.once(
                found, step, supportCase -> steps.record(supportCase, Kind.READ, Actor.SYSTEM, step, summary(facts)));
        var open = cases
                .findOpenAboutTheSame(
                        found.customerId(), found.id(), request.subject().strip())
                .stream()
                .findFirst();
        return new Reading(
                facts,
                request.category(),
                request.severityStated() ? request.severity() : null,
                request.affectedUsers(),
                steps.triagePlansOf(found),
                open.map(AboutTheSame::getNumber).orElse(null),
                open.filter(AboutTheSame::getInTheSameWords)
                        .map(AboutTheSame::getNumber)
                        .orElse(null));
    }

    private static String summary(RequestFacts facts) {
        return String.format(
                Locale.ROOT,
                "Language %s; reads like %s (%.0f %%)",
                facts.language(),
                facts.suggestedCategory().name().toLowerCase(Locale.ROOT),
                facts.categoryConfidence() * 100);
    }
}
