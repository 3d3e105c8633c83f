package io.casewright.site.application;

import io.casewright.calendar.domain.CalendarPlace;
import io.casewright.plan.domain.CaseSite;
import io.casewright.site.domain.Site;
import io.casewright.site.persistence.SiteStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Where customers' people are, and where cases come from. */
@Service
public class Sites {

    private final SiteStore store;

    Sites(SiteStore store) {
        this.store = store;
    }

    /** All of a customer, those that are open first. */
    public List<Site> of(long customer) {
        return store.of(customer);
    }

    /** The contacts who can be put at a site, names by id. */
    public Map<Long, String> contactsOf(long customer) {
        return store.contactsOf(customer);
    }

    /** Where a case comes from: the site of its contact, or the customer's main one; empty when there is none. */
    public Optional<CaseSite> ofCase(String number) {
        return store.ofCase(number);
    }

    /** The same for the open cases of a customer that come from a site, by number. */
    public Map<String, CaseSite> ofOpenCases(long customer) {
        return store.ofOpenCases(customer);
    }

    /** Name of the site from which a case was begun; empty when none was known then. */
    public Optional<String> nameOfBegun(String number) {
        return store.nameOfBegun(number);
    }

    /** The places of all sites of customers under a plan, by id of the site. */
    public Map<Long, CalendarPlace> placesUnder(long plan) {
        return store.placesUnder(plan);
    }
}
