package io.casewright.casefile.web;

import io.casewright.access.Caller;
import io.casewright.casefile.application.FindCases;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.NotPossibleNow;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.web.CaseView.PlanOfCaseView;
import io.casewright.customer.Requester;
import io.casewright.plan.application.Plans;
import io.casewright.plan.domain.PlanVersion;
import io.casewright.platform.text.PublicAddress;
import io.casewright.platform.web.RequestRefused;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Shows cases together with who asks and under which terms, at three queries whatever their number. */
@Component
class CaseViews {

    private final FindCases findCases;
    private final Plans plans;
    private final PublicAddress address;

    CaseViews(FindCases findCases, Plans plans, PublicAddress address) {
        this.findCases = findCases;
        this.plans = plans;
        this.address = address;
    }

    CaseView of(SupportCase supportCase, Caller caller) {
        return of(List.of(supportCase), caller).getFirst();
    }

    /** Of a case whose requester was just read. */
    CaseView of(SupportCase supportCase, Requester requester, Caller caller) {
        var plan = plans.ofCase(supportCase.number().value());
        return CaseView.of(supportCase, requester, plan(supportCase, plan), caller);
    }

    private PlanOfCaseView plan(SupportCase supportCase, PlanVersion plan) {
        String language = Locale.forLanguageTag(supportCase.request().locale()).getLanguage();
        return PlanOfCaseView.of(plan, language, address);
    }

    List<CaseView> of(List<SupportCase> cases, Caller caller) {
        var requesters = findCases.requestersOf(cases);
        var terms = plans.ofCases(
                cases.stream().map(found -> found.number().value()).toList());
        return cases.stream()
                .map(found -> CaseView.of(
                        found,
                        Objects.requireNonNull(requesters.get(found.contactId()), "the contact of " + found.number()),
                        plan(
                                found,
                                Objects.requireNonNull(terms.get(found.number().value()))),
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
