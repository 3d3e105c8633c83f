package io.casewright.site.application;

import io.casewright.customer.Change;
import io.casewright.customer.ChangedMeanwhile;
import io.casewright.customer.CustomerHistory;
import io.casewright.customer.CustomerNotChanged;
import io.casewright.customer.DetailsRefused;
import io.casewright.customer.Editor;
import io.casewright.site.domain.Site;
import io.casewright.site.domain.SiteDetails;
import io.casewright.site.persistence.SiteStore;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the sites of customers. What changes here concerns new cases; those that run go on by the hours they have until somebody measures
 * them anew.
 *
 * <p>Every method throws {@link DetailsRefused}, {@link CustomerNotChanged} or {@link ChangedMeanwhile} when it changed nothing, and
 * {@link NoSuchElementException} when there is no such customer or site.
 */
@Service
public class KeepSites {

    private final SiteStore store;
    private final CustomerHistory history;
    private final Clock clock;

    KeepSites(SiteStore store, CustomerHistory history, Clock clock) {
        this.store = store;
        this.history = history;
        this.clock = clock;
    }

    /** The id of the new site, which is the main one when it is the first. */
    @Transactional
    public long add(long customer, SiteDetails details, Editor editor) {
        requireOpen(customer);
        var all = store.of(customer);
        check(customer, details, all);
        boolean isMain = details.isMain() || all.stream().noneMatch(Site::isMain);
        long id = store.add(customer, details.name().strip(), SiteCheck.place(details), isMain);
        keep(customer, id, details, isMain, null, editor);
        return id;
    }

    @Transactional
    public void change(long customer, long site, long version, SiteDetails details, Editor editor) {
        requireOpen(customer);
        var before = site(customer, site, version);
        if (before.isClosed()) {
            throw new CustomerNotChanged("Site " + before.name() + " is closed. Reopen it first.");
        }
        check(
                customer,
                details,
                store.of(customer).stream().filter(each -> each.id() != site).toList());
        if (before.isMain() && !details.isMain()) {
            throw new CustomerNotChanged(
                    "Site %s is the main one. Make another one the main site instead.".formatted(before.name()));
        }
        store.change(site, details.name().strip(), SiteCheck.place(details), details.isMain());
        keep(customer, site, details, details.isMain(), before, editor);
    }

    /** Nobody is there any more: its contacts are at the main site. */
    @Transactional
    public void close(long customer, long site, long version, Editor editor) {
        store.hold(customer);
        var found = site(customer, site, version);
        if (found.isClosed()) {
            throw new CustomerNotChanged("Site " + found.name() + " is closed already.");
        }
        boolean hasOthers = store.of(customer).stream().anyMatch(each -> each.id() != site && !each.isClosed());
        if (found.isMain() && hasOthers) {
            throw new CustomerNotChanged(
                    "Site %s is the main one. Make another one the main site first.".formatted(found.name()));
        }
        store.close(site, clock.instant());
        history.add(customer, null, List.of(new Change("site", found.written(), null)), editor);
    }

    @Transactional
    public void reopen(long customer, long site, long version, Editor editor) {
        requireOpen(customer);
        var found = site(customer, site, version);
        if (!found.isClosed()) {
            throw new CustomerNotChanged("Site " + found.name() + " is open already.");
        }
        store.close(site, null);
        history.add(customer, null, List.of(new Change("site", null, found.written())), editor);
    }

    private void requireOpen(long customer) {
        if (!store.hold(customer)) {
            throw new CustomerNotChanged("Customer " + customer + " is closed. Reopen it first.");
        }
    }

    private Site site(long customer, long site, long version) {
        var found = find(customer, site);
        if (found.version() != version) {
            throw new ChangedMeanwhile("Site", site);
        }
        return found;
    }

    private Site find(long customer, long site) {
        return store.of(customer).stream()
                .filter(each -> each.id() == site)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("Customer " + customer + " has no site " + site));
    }

    private void check(long customer, SiteDetails details, List<Site> others) {
        var faults = SiteCheck.faultsOf(
                details,
                others.stream().map(Site::name).collect(Collectors.toSet()),
                store.contactsOf(customer).keySet());
        if (!faults.isEmpty()) {
            throw new DetailsRefused(faults);
        }
    }

    private void keep(
            long customer, long id, SiteDetails details, boolean isMain, @Nullable Site before, Editor editor) {
        if (isMain) {
            store.onlyMain(customer, id);
        }
        var were = new HashSet<>(before == null ? Set.of() : before.contacts());
        were.retainAll(store.contactsOf(customer).keySet());
        details.contacts().stream().filter(each -> !were.contains(each)).forEach(each -> {
            store.put(each, id);
            history.add(
                    customer,
                    each,
                    List.of(new Change("site", null, details.name().strip())),
                    editor);
        });
        were.stream().filter(each -> !details.contacts().contains(each)).forEach(each -> {
            store.takeAway(each, id);
            history.add(
                    customer, each, List.of(new Change("site", details.name().strip(), null)), editor);
        });
        String written = find(customer, id).written();
        String was = before == null ? null : before.written();
        if (!Objects.equals(was, written)) {
            history.add(customer, null, List.of(new Change("site", was, written)), editor);
        }
    }
}
