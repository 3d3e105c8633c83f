package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CustomerAnswer;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the customer's word on a resolution. */
@Service
public class ConfirmResolution {

    private final CaseSteps steps;
    private final CaseProcess process;

    ConfirmResolution(CaseSteps steps, CaseProcess process) {
        this.steps = steps;
        this.process = process;
    }

    /**
     * Records the answer and tells the process; the same answer again changes nothing.
     *
     * @return the case, empty when there is none of this number
     * @throws io.casewright.casefile.domain.NotPossibleNow when the case does not wait for an answer or has another one
     */
    @Transactional
    public Optional<SupportCase> confirm(CaseNumber number, CustomerAnswer answer, String client) {
        return confirm(number, answer, client, null);
    }

    /**
     * As {@link #confirm(CaseNumber, CustomerAnswer, String)}.
     *
     * @param words by which the customer said so; null where nothing was said but the answer
     */
    @Transactional
    public Optional<SupportCase> confirm(
            CaseNumber number, CustomerAnswer answer, String client, @Nullable String words) {
        return steps.hold(number).map(supportCase -> {
            confirm(supportCase, answer, Actor.customer(client), words);
            return supportCase;
        });
    }

    /** @param words by which the customer said so; null where nothing was said but the answer */
    void confirm(SupportCase supportCase, CustomerAnswer answer, Actor actor, @Nullable String words) {
        boolean first = supportCase.customerAnswer().isEmpty();
        supportCase.answer(answer);
        if (first) {
            var kind = answer == CustomerAnswer.SOLVED ? TimelineEntry.Kind.CONFIRMED : TimelineEntry.Kind.REJECTED;
            steps.record(supportCase, kind, actor, null, words);
            process.tellAnswered(supportCase);
        }
    }
}
