package io.casewright.satisfaction.pages;

import io.casewright.casefile.CaseSection;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.pages.Moment;
import io.casewright.platform.pages.Moments;
import io.casewright.platform.pages.Texts;
import io.casewright.satisfaction.application.ReadSurvey;
import io.casewright.satisfaction.application.ReadSurvey.Asked;
import io.casewright.satisfaction.domain.Rating;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the customer thinks of it, on the page of the case. */
@Component
class SatisfactionSection implements CaseSection {

    private final ReadSurvey readSurvey;
    private final Moments moments;
    private final Texts texts;

    SatisfactionSection(ReadSurvey readSurvey, Moments moments, Texts texts) {
        this.readSurvey = readSurvey;
        this.moments = moments;
        this.texts = texts;
    }

    /** @param rating null while there is no answer */
    record Shown(
            Moment askedAt,
            @Nullable String rating,
            @Nullable Moment answeredAt,
            String comment,
            boolean isToBeCalled,
            @Nullable String callNote) {}

    @Override
    public String template() {
        return "satisfaction/case";
    }

    @Override
    public Optional<Shown> of(CaseNumber number) {
        return readSurvey.of(number).map(this::shown);
    }

    private Shown shown(Asked asked) {
        Rating rating = asked.rating();
        var answeredAt = asked.answeredAt();
        return new Shown(
                moments.of(asked.askedAt()),
                rating == null ? null : texts.of("satisfaction.rating", rating.stars(), Rating.BEST),
                answeredAt == null ? null : moments.of(answeredAt),
                rating == null ? "" : rating.comment(),
                asked.isToBeCalled(),
                asked.callNote());
    }
}
