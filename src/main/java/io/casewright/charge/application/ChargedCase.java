package io.casewright.charge.application;

import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.Category;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the decision {@code charging} is told of a case that has ended. */
record ChargedCase(@Nullable Category category, Ending ending, boolean knownIssue) {

    enum Ending {
        SOLVED,
        UNANSWERED,
        REDIRECTED,
        WITHDRAWN,
        JOINED
    }

    private static final Map<Kind, Ending> ENDINGS = Map.of(
            Kind.RESOLVED, Ending.SOLVED,
            Kind.UNANSWERED, Ending.UNANSWERED,
            Kind.REDIRECTED, Ending.REDIRECTED);

    static ChargedCase of(SupportCase supportCase, Function<Kind, Optional<Instant>> lastTime) {
        return new ChargedCase(
                supportCase.request().category(),
                ending(supportCase.status(), lastTime),
                supportCase.knownIssue().isPresent());
    }

    /** A case that was reopened ended once before, maybe in another way: the last one counts. */
    private static Ending ending(CaseStatus status, Function<Kind, Optional<Instant>> lastTime) {
        return switch (status) {
            case DUPLICATE -> Ending.JOINED;
            case WITHDRAWN -> Ending.WITHDRAWN;
            default ->
                ENDINGS.keySet().stream()
                        .filter(kind -> lastTime.apply(kind).isPresent())
                        .max(Comparator.comparing(kind -> lastTime.apply(kind).orElseThrow()))
                        .map(ENDINGS::get)
                        .orElse(Ending.UNANSWERED);
        };
    }

    Map<String, Object> asVariables(String model, boolean afterHours) {
        var variables = new HashMap<String, Object>();
        variables.put("model", model);
        variables.put("afterHours", afterHours);
        variables.put("category", category == null ? null : category.name().toLowerCase(Locale.ROOT));
        variables.put("ended", ending.name().toLowerCase(Locale.ROOT));
        variables.put("knownIssue", knownIssue);
        return variables;
    }
}
