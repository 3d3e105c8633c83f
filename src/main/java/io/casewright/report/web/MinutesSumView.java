package io.casewright.report.web;

import io.casewright.minutes.application.ReadMinutes.Period;
import io.casewright.minutes.application.ReadMinutes.Sum;
import io.casewright.minutes.domain.Owner;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Who owned the minutes of all cases of a period, in seconds. */
record MinutesSumView(
        LocalDate from, LocalDate to, SumView all, Map<String, SumView> byCustomer, Map<String, SumView> byVendor) {

    /** @param cases how many have time in the period */
    record SumView(long cases, long total, Map<String, Long> seconds) {

        static SumView of(Sum sum) {
            var seconds = new LinkedHashMap<String, Long>();
            sum.seconds().forEach((owner, each) -> seconds.put(lower(owner), each));
            return new SumView(sum.cases(), sum.total(), seconds);
        }
    }

    static MinutesSumView of(Period period, LocalDate from, LocalDate to) {
        var byCustomer = new LinkedHashMap<String, SumView>();
        period.byCustomer().forEach((customer, sum) -> byCustomer.put(customer, SumView.of(sum)));
        var byVendor = new LinkedHashMap<String, SumView>();
        period.byVendor().forEach((vendor, sum) -> byVendor.put(lower(vendor), SumView.of(sum)));
        return new MinutesSumView(from, to, SumView.of(period.all()), byCustomer, byVendor);
    }

    private static String lower(Owner owner) {
        return owner.name().toLowerCase(Locale.ROOT);
    }
}
