package io.casewright.plan.web;

import io.casewright.plan.domain.Charging;
import io.casewright.plan.domain.HoursWords;
import io.casewright.plan.domain.PlanTerms;
import io.casewright.plan.domain.PlanVersion;
import io.casewright.plan.domain.PlanWords;
import io.casewright.plan.domain.Targets;
import io.casewright.platform.text.Money;
import io.casewright.platform.text.PublicAddress;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of a plan, in one language.
 *
 * @param plan id of the plan
 * @param validUntil when the next version takes its place; null when none is known
 * @param writtenIn the languages this can be read in
 * @param languages the languages in which support is given
 * @param support what is done, by the type of support; a type that is not there is not given
 * @param targets by severity
 * @param page where people read the same
 */
record PlanView(
        long plan,
        int version,
        String name,
        @Nullable String summary,
        String language,
        List<String> writtenIn,
        Instant validFrom,
        @Nullable Instant validUntil,
        boolean hasBegun,
        Map<String, String> support,
        HoursView serviceHours,
        List<String> contact,
        List<String> languages,
        ChargingView charging,
        Map<String, TargetsView> targets,
        Map<String, String> delivery,
        URI page) {

    /**
     * When support is given.
     *
     * @param text what is said of it beside
     * @param words the spans in words
     * @param holdAt {@code OURS}, or {@code SITE} when they hold in the time zone of the customer's site, with the holidays there
     * @param country whose public holidays are days off
     */
    record HoursView(
            @Nullable String text,
            List<String> words,
            String holdAt,
            String zone,
            List<String> hours,
            @Nullable String country,
            @Nullable String region,
            List<String> closedDays,
            List<String> openSpans) {

        static HoursView of(PlanWords words, PlanTerms terms, Locale language) {
            var calendar = terms.calendar();
            return new HoursView(
                    words.hours(),
                    HoursWords.of(calendar, language),
                    terms.hoursAt().name(),
                    calendar.zone(),
                    calendar.hours(),
                    calendar.country(),
                    calendar.region(),
                    calendar.closedDays(),
                    calendar.openSpans());
        }
    }

    /** How support is charged; amounts as decimal texts. */
    record ChargingView(
            String model,
            @Nullable String price,
            @Nullable String currency,
            @Nullable Integer hours,
            @Nullable Duration roundUpTo,
            @Nullable Duration atLeast,
            @Nullable String afterHoursRate,
            @Nullable String taxName,
            @Nullable BigDecimal taxPercent,
            @Nullable String included) {

        static ChargingView of(Charging charging, PlanWords words) {
            return new ChargingView(
                    charging.model().name(),
                    amount(charging.price()),
                    charging.currency() == null ? null : charging.currency().getCurrencyCode(),
                    charging.hours(),
                    charging.roundUpTo(),
                    charging.atLeast(),
                    amount(charging.afterHoursRate()),
                    charging.tax() == null ? null : charging.tax().name(),
                    charging.tax() == null ? null : charging.tax().percent(),
                    words.included());
        }

        private static @Nullable String amount(@Nullable Money money) {
            return money == null ? null : money.amount().toPlainString();
        }
    }

    /** In what service time something is promised. */
    record TargetsView(
            Duration firstResponse,
            @Nullable Duration nextUpdate,
            @Nullable Duration resolution) {

        static TargetsView of(Targets targets) {
            return new TargetsView(targets.firstResponse(), targets.nextUpdate(), targets.resolution());
        }
    }

    static PlanView of(
            PlanVersion version,
            Locale language,
            @Nullable Instant validUntil,
            boolean hasBegun,
            PublicAddress address) {
        var terms = version.terms();
        var words = terms.wordsFor(language);
        var targets = new LinkedHashMap<String, TargetsView>();
        for (String severity : List.of("CRITICAL", "MODERATE", "MINIMAL")) {
            var each = terms.targets().get(severity);
            if (each != null) {
                targets.put(severity.toLowerCase(Locale.ROOT), TargetsView.of(each));
            }
        }
        var delivery = new LinkedHashMap<String, String>();
        if (terms.firstLine() != null) {
            delivery.put("firstLine", terms.firstLine().name());
        }
        if (terms.secondLine() != null) {
            delivery.put("secondLine", terms.secondLine().name());
        }
        return new PlanView(
                version.plan(),
                version.number(),
                words.name(),
                words.summary(),
                terms.languageFor(language),
                terms.words().keySet().stream().sorted().toList(),
                version.validFrom(),
                validUntil,
                hasBegun,
                support(words),
                HoursView.of(words, terms, language),
                words.contact(),
                terms.languages(),
                ChargingView.of(terms.charging(), words),
                targets,
                delivery,
                address.ofPlan(version.plan(), version.number(), terms.languageFor(language)));
    }

    private static Map<String, String> support(PlanWords words) {
        var support = new LinkedHashMap<String, String>();
        if (words.billing() != null) {
            support.put("billing", words.billing());
        }
        if (words.subscription() != null) {
            support.put("subscription", words.subscription());
        }
        if (words.technical() != null) {
            support.put("technical", words.technical());
        }
        return support;
    }
}
