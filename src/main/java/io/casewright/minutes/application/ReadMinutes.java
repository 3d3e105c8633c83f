package io.casewright.minutes.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.minutes.domain.Hours;
import io.casewright.minutes.domain.Minutes;
import io.casewright.minutes.domain.OpenHours;
import io.casewright.minutes.domain.OwnedStretch;
import io.casewright.minutes.domain.Owner;
import io.casewright.minutes.persistence.TurnStore;
import io.casewright.minutes.persistence.TurnStore.Kept;
import io.casewright.openinghours.application.OpeningHours;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who owned the minutes: of one case, or of all cases in a period. */
@Service
public class ReadMinutes {

    private final TurnStore store;
    private final OpeningHours openingHours;
    private final Clock clock;

    ReadMinutes(TurnStore store, OpeningHours openingHours, Clock clock) {
        this.store = store;
        this.openingHours = openingHours;
        this.clock = clock;
    }

    /**
     * The seconds of several cases.
     *
     * @param cases how many have time in the period
     */
    public record Sum(long cases, Map<Owner, Long> seconds) {

        private static final Sum NONE = new Sum(0, Map.of());

        private Sum and(Map<Owner, Long> more) {
            var sums = new EnumMap<Owner, Long>(Owner.class);
            sums.putAll(seconds);
            more.forEach((owner, each) -> sums.merge(owner, each, Long::sum));
            return new Sum(cases + 1, sums);
        }

        public long total() {
            return seconds.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * The time of a period.
     *
     * @param byCustomer under the names of the customers
     * @param byVendor what tickets at Microsoft, the provider or a vendor and known issues of Microsoft's took while these were open, with how
     *     many cases
     */
    public record Period(Sum all, Map<String, Sum> byCustomer, Map<Owner, Sum> byVendor) {}

    /** Up to its end, or to now; empty when there is no such case. */
    @Transactional(readOnly = true)
    public Optional<Minutes> of(CaseNumber number) {
        return store.of(number).map(kept -> minutes(kept, hoursOfVendors(), clock.instant()));
    }

    /**
     * Of all cases, as far as their time lies between the two instants and before now.
     *
     * @param customer whose, by name, domain or tenant id; null for all
     */
    @Transactional(readOnly = true)
    public Period between(Instant from, Instant to, @Nullable String customer) {
        var now = clock.instant();
        var end = to.isBefore(now) ? to : now;
        var all = new Sum[] {Sum.NONE};
        var byCustomer = new TreeMap<String, Sum>();
        var byVendor = new EnumMap<Owner, Sum>(Owner.class);
        var vendors = hoursOfVendors();
        store.each(from, end, customer, kept -> {
            var within = minutes(kept, vendors, end).within(from, end);
            if (within.seconds() == 0) {
                return;
            }
            var sums = within.byOwner();
            all[0] = all[0].and(sums);
            byCustomer.merge(kept.customer(), Sum.NONE.and(sums), (before, one) -> before.and(sums));
            vendorsOf(within)
                    .forEach((vendor, seconds) -> byVendor.merge(
                            vendor,
                            Sum.NONE.and(Map.of(vendor, seconds)),
                            (before, one) -> before.and(Map.of(vendor, seconds))));
        });
        return new Period(all[0], byCustomer, byVendor);
    }

    /** What a vendor had while it was open; closed hours are nobody's fault. */
    private static Map<Owner, Long> vendorsOf(Minutes minutes) {
        var sums = new EnumMap<Owner, Long>(Owner.class);
        for (OwnedStretch stretch : minutes.stretches()) {
            if (stretch.owner() != Owner.CLOSED_HOURS) {
                switch (stretch.reason()) {
                    case TICKET, KNOWN_ISSUE -> sums.merge(stretch.owner(), stretch.seconds(), Long::sum);
                    default -> {}
                }
            }
        }
        return sums;
    }

    private Map<Owner, List<Hours>> hoursOfVendors() {
        var hours = new EnumMap<Owner, List<Hours>>(Owner.class);
        openingHours
                .ofVendors()
                .forEach((vendor, held) -> hours.put(
                        Owner.valueOf(vendor),
                        held.stream()
                                .map(each -> new Hours(each.since(), each.calendar()))
                                .toList()));
        return hours;
    }

    private static Minutes minutes(Kept kept, Map<Owner, List<Hours>> vendors, Instant until) {
        return Minutes.of(kept.facts(), kept.we(), new OpenHours(kept.hours(), vendors), until);
    }
}
