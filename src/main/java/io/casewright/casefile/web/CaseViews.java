package io.casewright.casefile.web;

import io.casewright.casefile.application.FindCases;
import io.casewright.casefile.domain.SupportCase;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Shows cases together with who asks, at two queries whatever their number. */
@Component
class CaseViews {

    private final FindCases findCases;

    CaseViews(FindCases findCases) {
        this.findCases = findCases;
    }

    CaseView of(SupportCase supportCase) {
        return of(List.of(supportCase)).getFirst();
    }

    List<CaseView> of(List<SupportCase> cases) {
        var requesters = findCases.requestersOf(cases);
        return cases.stream()
                .map(found -> CaseView.of(
                        found,
                        Objects.requireNonNull(requesters.get(found.contactId()), "the contact of " + found.number())))
                .toList();
    }
}
