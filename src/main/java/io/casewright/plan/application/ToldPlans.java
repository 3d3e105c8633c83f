package io.casewright.plan.application;

import io.casewright.calendar.CalendarVersions;
import io.casewright.plan.domain.CaseSite;
import io.casewright.plan.domain.PlanVersion;
import io.casewright.plan.domain.ToldVersion;
import io.casewright.plan.persistence.ToldStore;
import io.casewright.plan.persistence.ToldStore.Ref;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which version of which plan was told to whom, and when: what the partner can prove. */
@Service
public class ToldPlans {

    private final ToldStore store;
    private final Plans plans;
    private final CalendarVersions calendars;
    private final Clock clock;

    ToldPlans(ToldStore store, Plans plans, CalendarVersions calendars, Clock clock) {
        this.store = store;
        this.plans = plans;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * Keeps under which version a case is begun, and by which calendar it has its hours, in the transaction that adds the case.
     *
     * @param site null when none is known
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(String caseNumber, @Nullable CaseSite site) {
        store.begin(caseNumber);
        if (site != null) {
            store.place(caseNumber, site.id(), hoursAt(site, plans.ofCase(caseNumber)));
        }
    }

    private @Nullable String hoursAt(CaseSite site, PlanVersion version) {
        return version.terms()
                .placeOf(site.place())
                .map(place -> calendars.at(place, version.calendar()))
                .orElse(null);
    }

    /** Keeps that the contact of a case was told this version with the acknowledgement, in the transaction that writes it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void toldWith(String caseNumber, PlanVersion version) {
        store.toldWithCase(caseNumber, new Ref(version.plan(), version.number()), clock.instant());
    }

    /** To whom a version was told, the newest first. */
    public List<ToldVersion> of(PlanVersion version) {
        return store.of(version.plan(), version.number());
    }

    /** What a customer was told, the newest first. */
    public List<ToldVersion> ofCustomer(long customer) {
        return store.ofCustomer(customer);
    }

    /** What was told with the acknowledgement of a case. */
    public List<ToldVersion> withCase(String caseNumber) {
        return store.withCase(caseNumber);
    }
}
