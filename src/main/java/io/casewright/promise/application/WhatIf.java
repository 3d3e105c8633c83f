package io.casewright.promise.application;

import io.casewright.calendar.Calendars;
import io.casewright.calendar.domain.CalendarPlace;
import io.casewright.calendar.domain.ServiceCalendar;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Severity;
import io.casewright.plan.domain.PlanTerms;
import io.casewright.promise.domain.ClockState;
import io.casewright.promise.domain.PromiseClock;
import io.casewright.promise.domain.PromiseClock.Outcome;
import io.casewright.promise.domain.PromiseKind;
import io.casewright.promise.domain.Replay;
import io.casewright.promise.domain.Terms;
import io.casewright.promise.persistence.PromiseHistory;
import io.casewright.promise.persistence.PromiseHistory.Happened;
import io.casewright.site.application.Sites;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What would have become of the promises of the last months had other terms held for the customers of a plan. What was not promised then
 * cannot be replayed; nothing is changed.
 */
@Service
public class WhatIf {

    private static final String DRAFT = "draft";

    private final PromiseHistory history;
    private final PromisedTerms promisedTerms;
    private final Sites sites;
    private final Clock clock;

    WhatIf(PromiseHistory history, PromisedTerms promisedTerms, Sites sites, Clock clock) {
        this.history = history;
        this.promisedTerms = promisedTerms;
        this.sites = sites;
        this.clock = clock;
    }

    /** A promise that would have ended another way. */
    public record Turned(CaseNumber number, PromiseKind kind) {}

    /**
     * What would have become of a customer's promises.
     *
     * @param breachedThen how many were breached
     * @param breachedNow how many would have been
     * @param gained breached only by the other terms
     * @param lost breached only by those that held
     * @param notPromised how many would not have been promised at all
     */
    public record OfCustomer(
            long customer,
            String name,
            int promises,
            int breachedThen,
            int breachedNow,
            List<Turned> gained,
            List<Turned> lost,
            int notPromised) {}

    /**
     * What would have become of all of them.
     *
     * @param since when the cases came
     * @param customers those with the most breaches gained first
     */
    public record Answer(Instant since, int cases, List<OfCustomer> customers) {

        public int promises() {
            return customers.stream().mapToInt(OfCustomer::promises).sum();
        }
    }

    /** @param terms of which nothing is wrong */
    @Transactional(readOnly = true)
    public Answer ask(long plan, PlanTerms terms, int months) {
        var now = clock.instant();
        var since = now.atOffset(ZoneOffset.UTC).minusMonths(months).toInstant();
        var hours = new HoursBySite(terms, sites.placesUnder(plan));
        var tallies = new HashMap<Long, Tally>();
        var cases = new HashSet<CaseNumber>();
        history.ofPlan(plan, since, happened -> {
            cases.add(happened.number());
            tallies.computeIfAbsent(happened.customer(), id -> new Tally(happened))
                    .add(happened, Replay.of(happened.state(), held -> instead(held, happened, terms, hours), now));
        });
        return new Answer(since, cases.size(), sorted(tallies));
    }

    private Optional<Terms> instead(Terms held, Happened happened, PlanTerms terms, HoursBySite hours) {
        return promisedTerms
                .target(happened.state().kind(), Severity.valueOf(held.severity()), terms)
                .map(target ->
                        new Terms(held.since(), DRAFT, held.severity(), DRAFT, hours.of(happened.site()), target));
    }

    /** The hours of a plan, which may be others at each site. */
    private static final class HoursBySite {

        private final PlanTerms terms;
        private final Map<Long, CalendarPlace> places;
        private final ServiceCalendar ours;
        private final Map<CalendarPlace, ServiceCalendar> there = new HashMap<>();

        HoursBySite(PlanTerms terms, Map<Long, CalendarPlace> places) {
            this.terms = terms;
            this.places = places;
            this.ours = Calendars.of(terms.calendar());
        }

        ServiceCalendar of(@Nullable Long site) {
            return terms.placeOf(site == null ? null : places.get(site))
                    .map(place -> there.computeIfAbsent(
                            place, each -> Calendars.of(terms.calendar().at(each))))
                    .orElse(ours);
        }
    }

    private static List<OfCustomer> sorted(Map<Long, Tally> tallies) {
        return tallies.values().stream()
                .map(Tally::told)
                .sorted(Comparator.comparing((OfCustomer told) -> -told.gained().size())
                        .thenComparing(told -> -told.lost().size())
                        .thenComparing(OfCustomer::name))
                .toList();
    }

    private static final class Tally {

        private static final Set<Outcome> BREACHED = Set.of(Outcome.BREACHED, Outcome.MISSED);

        private final Happened first;
        private final List<Turned> gained = new ArrayList<>();
        private final List<Turned> lost = new ArrayList<>();
        private int promises;
        private int then;
        private int now;
        private int notPromised;

        Tally(Happened first) {
            this.first = first;
        }

        void add(Happened happened, Optional<PromiseClock> replayed) {
            promises++;
            boolean wasBreached = isBreached(PromiseClock.of(happened.state()));
            boolean wouldBe = replayed.filter(Tally::isBreached).isPresent();
            then += wasBreached ? 1 : 0;
            now += wouldBe ? 1 : 0;
            notPromised += replayed.isEmpty() ? 1 : 0;
            if (wouldBe != wasBreached) {
                (wouldBe ? gained : lost).add(turned(happened.number(), happened.state()));
            }
        }

        OfCustomer told() {
            return new OfCustomer(
                    first.customer(), first.customerName(), promises, then, now, gained, lost, notPromised);
        }

        private static Turned turned(CaseNumber number, ClockState state) {
            return new Turned(number, state.kind());
        }

        private static boolean isBreached(PromiseClock promise) {
            return BREACHED.contains(promise.outcome());
        }
    }
}
