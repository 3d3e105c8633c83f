package io.casewright.plan.application;

import io.casewright.calendar.CalendarVersions;
import io.casewright.calendar.domain.CalendarPlace;
import io.casewright.plan.domain.CaseSite;
import io.casewright.plan.domain.PlanVersion;
import io.casewright.plan.persistence.ToldStore;
import io.casewright.plan.persistence.ToldStore.Ref;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases that run on under the terms they were begun under, while others hold for new ones. They move only when somebody decides so; what they
 * cost stays with the version under which they were begun.
 */
@Service
public class RunningCases {

    private final ToldStore told;
    private final Plans plans;
    private final CalendarVersions calendars;

    RunningCases(ToldStore told, Plans plans, CalendarVersions calendars) {
        this.told = told;
        this.plans = plans;
        this.calendars = calendars;
    }

    /**
     * What a case that came now would be promised by.
     *
     * @param site where it comes from; null when it comes from none
     */
    public record Wanted(PlanVersion version, @Nullable CaseSite site) {

        Ref ref() {
            return new Ref(
                    version.plan(),
                    version.number(),
                    place().map(place -> place.nameOf(version.calendar())).orElse(null));
        }

        private Optional<CalendarPlace> place() {
            return version.terms().placeOf(site == null ? null : site.place());
        }
    }

    /**
     * Open cases of a customer with promises to keep that would be measured otherwise if they came now, by number, in order.
     *
     * @param sites where its open cases come from, by number
     */
    public Map<String, Wanted> measuredOtherwise(long customer, Map<String, CaseSite> sites) {
        var otherwise = new TreeMap<String, Wanted>();
        plans.now(told.planOf(customer))
                .ifPresent(now -> told.measuringRunning(customer).forEach((number, ref) -> {
                    var wanted = new Wanted(now, sites.get(number));
                    if (!wanted.ref().equals(ref)) {
                        otherwise.put(number, wanted);
                    }
                }));
        return otherwise;
    }

    /** Keeps by what a case is measured from now on, in the current transaction, and answers it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public PlanVersion measure(String caseNumber, Wanted wanted) {
        var version = there(wanted);
        told.measure(caseNumber, wanted.ref());
        return version;
    }

    private PlanVersion there(Wanted wanted) {
        var version = wanted.version();
        return wanted.place()
                .map(place -> calendars.at(place, version.calendar()))
                .map(there -> version.in(there, calendars.named(there), calendars.textOf(there)))
                .orElse(version);
    }
}
