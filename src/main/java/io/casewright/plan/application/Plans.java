package io.casewright.plan.application;

import io.casewright.plan.domain.HoursWords;
import io.casewright.plan.domain.PlanApproval;
import io.casewright.plan.domain.PlanVersion;
import io.casewright.plan.persistence.PlanStore;
import io.casewright.plan.persistence.ToldStore;
import io.casewright.platform.text.InputText;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Where terms are read: which version of a plan holds when, and under which one a case was begun. */
@Service
public class Plans {

    private final PlanStore store;
    private final ToldStore told;
    private final Clock clock;

    Plans(PlanStore store, ToldStore told, Clock clock) {
        this.store = store;
        this.told = told;
        this.clock = clock;
    }

    /** A plan in outline, in the reader's language. */
    public record Outline(int version, String charging, String serviceHours, String contactMethods) {}

    /**
     * A version as an address names it.
     *
     * @param version null for the one that holds now
     * @throws NoSuchPlan when there is none
     */
    public PlanVersion asked(String plan, @Nullable String version) {
        long id = number(plan);
        var versions = store.numbersOf(id);
        if (store.nameOf(id).isEmpty()) {
            throw new NoSuchPlan("There is no plan %s.".formatted(shown(plan)));
        }
        if (version == null || version.isBlank()) {
            return now(id).orElseThrow(() -> new NoSuchPlan("Plan %d does not hold yet.".formatted(id)));
        }
        long number = number(version);
        if (!versions.contains((int) number) || number != (int) number) {
            throw new NoSuchPlan(
                    versions.isEmpty()
                            ? "Plan %d does not hold yet.".formatted(id)
                            : "Plan %d has no version %s; it has 1 to %d."
                                    .formatted(id, shown(version), versions.getLast()));
        }
        return store.find(id, (int) number).orElseThrow();
    }

    private static long number(String text) {
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : -1;
    }

    private static String shown(String text) {
        return text.length() > 40 || InputText.problemWith(text).isPresent() ? "of this name" : text;
    }

    /** The version that holds now; empty when the plan is unknown or none holds yet. */
    public Optional<PlanVersion> now(long plan) {
        return at(plan, clock.instant());
    }

    /** A version that is there. */
    public PlanVersion version(long plan, int number) {
        return store.find(plan, number).orElseThrow();
    }

    /** The version that holds or held at an instant; empty when none did. */
    public Optional<PlanVersion> at(long plan, Instant instant) {
        return store.inForce(plan, instant).flatMap(number -> store.find(plan, number));
    }

    /** Whether it holds now or held once. */
    public boolean hasBegun(PlanVersion version) {
        return !version.validFrom().isAfter(clock.instant());
    }

    /** Plans that a customer can have: those of which a version holds now, ids by name. */
    public Map<String, Long> holding() {
        return store.holding(clock.instant());
    }

    /** Who proposed and approved it; empty for one from before anybody approved. */
    public Optional<PlanApproval> approvalOf(PlanVersion version) {
        return store.approvalOf(version.plan(), version.number());
    }

    /** When the next version takes its place; empty when none is known. */
    public Optional<Instant> validUntil(PlanVersion version) {
        return store.nextAfter(version.plan(), version.validFrom());
    }

    /** All versions of a plan, the newest first. */
    public List<PlanVersion> versions(long plan) {
        return store.of(plan);
    }

    /** The version under which a case was begun, which holds for it whatever came after. */
    public PlanVersion ofCase(String caseNumber) {
        return told.ofCase(caseNumber)
                .flatMap(ref -> store.find(ref.plan(), ref.version(), ref.calendar()))
                .orElseThrow(() -> nothingHeld(caseNumber));
    }

    /** The version by which the promises of a case are measured: {@link #ofCase}, unless somebody had them measured anew. */
    public PlanVersion measuring(String caseNumber) {
        return told.measuring(caseNumber)
                .flatMap(ref -> store.find(ref.plan(), ref.version(), ref.calendar()))
                .orElseThrow(() -> nothingHeld(caseNumber));
    }

    private static NoSuchElementException nothingHeld(String caseNumber) {
        return new NoSuchElementException("No version of a plan held when case " + caseNumber
                + " was received; its customer needs a plan that holds");
    }

    /** {@link #ofCase} for several cases, by number; one query whatever their number. */
    public Map<String, PlanVersion> ofCases(Collection<String> caseNumbers) {
        var found = new HashMap<String, PlanVersion>();
        var kept = told.ofCases(caseNumbers);
        for (String number : caseNumbers) {
            var ref = kept.get(number);
            found.put(
                    number,
                    ref == null
                            ? ofCase(number)
                            : store.find(ref.plan(), ref.version(), ref.calendar())
                                    .orElseThrow());
        }
        return found;
    }

    /** In what a plan is charged now; empty when it charges nothing. */
    public Optional<Currency> currencyOf(long plan) {
        return now(plan).flatMap(version -> version.terms().charging().currencyIfAny());
    }

    /**
     * The plan as it holds now.
     *
     * @throws NoSuchElementException when no version holds
     */
    public Outline outline(long plan, Locale reader) {
        var version =
                now(plan).orElseThrow(() -> new NoSuchElementException("No version of plan " + plan + " holds now"));
        var words = version.terms().wordsFor(reader);
        return new Outline(
                version.number(),
                version.terms().charging().model().name(),
                words.hours() == null ? HoursWords.line(version.terms(), reader) : words.hours(),
                String.join(", ", words.contact()));
    }
}
