package io.casewright.casefile.web;

import io.casewright.access.Caller;
import io.casewright.casefile.application.FindCases;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.NotPossibleNow;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.platform.web.RequestRefused;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Shows cases together with who asks, at two queries whatever their number. */
@Component
class CaseViews {

    private final FindCases findCases;

    CaseViews(FindCases findCases) {
        this.findCases = findCases;
    }

    CaseView of(SupportCase supportCase, Caller caller) {
        return of(List.of(supportCase), caller).getFirst();
    }

    List<CaseView> of(List<SupportCase> cases, Caller caller) {
        var requesters = findCases.requestersOf(cases);
        return cases.stream()
                .map(found -> CaseView.of(
                        found,
                        Objects.requireNonNull(requesters.get(found.contactId()), "the contact of " + found.number()),
                        caller))
                .toList();
    }

    /**
     * The case after a change.
     *
     * @throws RequestRefused when it is not in a state for that
     */
    CaseView changed(SupportCase supportCase, Caller caller, Function<CaseNumber, Optional<SupportCase>> change) {
        try {
            return change.apply(supportCase.number())
                    .map(changed -> of(changed, caller))
                    .orElseThrow(
                            () -> CaseInReach.noSuchCase(supportCase.number().value()));
        } catch (NotPossibleNow e) {
            throw RequestRefused.conflict("not-possible-now", String.valueOf(e.getMessage()));
        }
    }
}
