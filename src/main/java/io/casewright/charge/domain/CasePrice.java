package io.casewright.charge.domain;

import io.casewright.charge.domain.ChargeLine.Kind;
import io.casewright.plan.domain.Charging;
import io.casewright.plan.domain.Charging.Model;
import io.casewright.platform.text.Money;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Works out what a case costs by the terms it began under; the same facts always come to the same. */
public final class CasePrice {

    private final Charging charging;
    private final CaseVerdict verdict;
    private final List<TimeEntry> work;
    private final LocalDate endedOn;

    /** @param entries all of the case, also those that were taken back */
    public CasePrice(Charging charging, CaseVerdict verdict, List<TimeEntry> entries, LocalDate endedOn) {
        this.charging = charging;
        this.verdict = verdict;
        this.work = entries.stream().filter(TimeEntry::isOpenToCorrection).toList();
        this.endedOn = endedOn;
    }

    /**
     * Something the case costs.
     *
     * @param source what it is for: the same of one case is charged once
     * @param minutes that are charged; null where time does not count
     * @param timeEntry the work it is for; null for the case as a whole
     */
    public record Charge(
            String source,
            Kind kind,
            LocalDate day,
            @Nullable Integer minutes,
            Money unitPrice,
            Money amount,
            @Nullable Long timeEntry) {}

    /** How much of an entry is charged at which rate. */
    private record Counted(int within, int outside) {}

    /** @param prepaid takes so many minutes of the case from prepaid hours in all, and says how many of them those cover */
    public List<Charge> charges(IntUnaryOperator prepaid) {
        var charges = new ArrayList<Charge>();
        if (charging.model() == Model.PER_INCIDENT && verdict.within().charged()) {
            var price = Objects.requireNonNull(charging.price());
            charges.add(new Charge("incident", Kind.INCIDENT, endedOn, null, price, price, null));
        }
        work.forEach(entry -> chargeWork(entry, charges));
        if (charging.model() == Model.PREPAID_HOURS) {
            beyondPackage(prepaid).ifPresent(charges::add);
        }
        return charges;
    }

    /** How many minutes of work are charged within the service hours, or without regard to them. */
    public int countedWithin() {
        return work.stream().mapToInt(entry -> count(entry).within()).sum();
    }

    private void chargeWork(TimeEntry entry, List<Charge> charges) {
        var counted = count(entry);
        if (charging.model() == Model.HOURLY && counted.within() > 0) {
            charges.add(ofWork(
                    "entry:" + entry.id(),
                    Kind.TIME,
                    entry,
                    counted.within(),
                    Objects.requireNonNull(charging.price())));
        }
        if (counted.outside() > 0) {
            charges.add(ofWork(
                    "entry-after-hours:" + entry.id(),
                    Kind.AFTER_HOURS,
                    entry,
                    counted.outside(),
                    Objects.requireNonNull(charging.afterHoursRate())));
        }
    }

    private static Charge ofWork(String source, Kind kind, TimeEntry entry, int minutes, Money rate) {
        return new Charge(source, kind, entry.day(), minutes, rate, rate.forMinutes(minutes), entry.id());
    }

    private Optional<Charge> beyondPackage(IntUnaryOperator prepaid) {
        int worked = countedWithin();
        int beyond = worked - prepaid.applyAsInt(worked);
        if (beyond <= 0) {
            return Optional.empty();
        }
        var price = charging.pricePerHour().orElseThrow();
        var day =
                work.stream().map(TimeEntry::day).max(Comparator.naturalOrder()).orElse(endedOn);
        return Optional.of(
                new Charge("beyond-package", Kind.BEYOND_PACKAGE, day, beyond, price, price.forMinutes(beyond), null));
    }

    /** What rounding up adds counts at the rate within the service hours, unless all of the work was outside. */
    private Counted count(TimeEntry entry) {
        int counted = rounded(entry.minutes());
        var outside = verdict.outside();
        if (outside == null) {
            return new Counted(verdict.within().charged() ? counted : 0, 0);
        }
        int after = entry.afterHours() == entry.minutes() ? counted : entry.afterHours();
        return new Counted(verdict.within().charged() ? counted - after : 0, outside.charged() ? after : 0);
    }

    private int rounded(int minutes) {
        int step = minutesOf(charging.roundUpTo(), 1);
        int counted = Math.max(minutes, minutesOf(charging.atLeast(), 0));
        return (counted + step - 1) / step * step;
    }

    private static int minutesOf(@Nullable Duration length, int otherwise) {
        return length == null ? otherwise : (int) length.toMinutes();
    }
}
