package io.casewright.satisfaction.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.satisfaction.domain.Rating;
import io.casewright.satisfaction.persistence.Surveys;
import io.casewright.satisfaction.persistence.Surveys.Survey;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What came of asking about a case. */
@Service
public class ReadSurvey {

    private final Surveys surveys;

    ReadSurvey(Surveys surveys) {
        this.surveys = surveys;
    }

    /**
     * A case that was asked about.
     *
     * @param rating null while there is no answer
     * @param isToBeCalled whether somebody has still to call the customer
     * @param callNote what was done; null where nothing was
     */
    public record Asked(
            Instant askedAt,
            @Nullable Rating rating,
            @Nullable Instant answeredAt,
            boolean isToBeCalled,
            @Nullable String callNote) {}

    @Transactional(readOnly = true)
    public Optional<Asked> of(CaseNumber number) {
        return surveys.of(number.value()).flatMap(ReadSurvey::asked);
    }

    private static Optional<Asked> asked(Survey survey) {
        var askedAt = survey.askedAt();
        return askedAt == null
                ? Optional.empty()
                : Optional.of(new Asked(
                        askedAt,
                        survey.rating(),
                        survey.answeredAt(),
                        survey.needsCall() && survey.calledAt() == null,
                        survey.callNote()));
    }
}
