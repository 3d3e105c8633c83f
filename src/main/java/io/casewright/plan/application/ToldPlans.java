package io.casewright.plan.application;

import io.casewright.plan.domain.PlanVersion;
import io.casewright.plan.domain.ToldVersion;
import io.casewright.plan.persistence.ToldStore;
import io.casewright.plan.persistence.ToldStore.Ref;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which version of which plan was told to whom, and when: what the partner can prove. */
@Service
public class ToldPlans {

    private final ToldStore store;
    private final Clock clock;

    ToldPlans(ToldStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Keeps under which version a case is begun, in the transaction that adds the case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(String caseNumber) {
        store.begin(caseNumber);
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
