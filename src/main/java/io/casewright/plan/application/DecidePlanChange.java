package io.casewright.plan.application;

import io.casewright.plan.domain.PlanApproval;
import io.casewright.plan.domain.PlanDraft;
import io.casewright.plan.domain.PlanFields;
import io.casewright.plan.domain.PlanFields.Difference;
import io.casewright.plan.domain.TermsReading;
import io.casewright.plan.domain.Validity.Impossible;
import io.casewright.plan.persistence.DraftStore;
import io.casewright.plan.persistence.PlanStore;
import io.casewright.platform.text.PublicAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A second person decides on the next version of a plan; approved, it holds from its day on and is announced. */
@Service
public class DecidePlanChange {

    private static final Pattern KEY = Pattern.compile("Plan (\\d{1,18})-(\\d{1,18})");
    private static final Duration TIME_TO_DECIDE = Duration.ofDays(2);
    private static final int LONGEST_DIFFERENCE = 6000;
    private static final String DECIDED = "This change of the plan was decided already.";

    private final DraftStore drafts;
    private final PlanStore store;
    private final DraftCheck check;
    private final AnnouncePlan announce;
    private final PublicAddress address;
    private final Clock clock;

    DecidePlanChange(
            DraftStore drafts,
            PlanStore store,
            DraftCheck check,
            AnnouncePlan announce,
            PublicAddress address,
            Clock clock) {
        this.drafts = drafts;
        this.store = store;
        this.check = check;
        this.announce = announce;
        this.address = address;
        this.clock = clock;
    }

    /** What the second person reads. */
    public record Facts(
            String planName,
            String planDifference,
            String planValidFrom,
            String planProposedBy,
            String planLink,
            Instant decideBy) {}

    /** One that was decided meanwhile is told as such. */
    @Transactional(readOnly = true)
    public Facts show(String key) {
        return find(key, false)
                .map(draft -> new Facts(
                        draft.planName(),
                        difference(draft),
                        draft.fields().of(PlanFields.VALID_FROM).isEmpty()
                                ? "as soon as it is approved"
                                : draft.fields().of(PlanFields.VALID_FROM),
                        Objects.requireNonNullElse(draft.proposedBy(), ""),
                        "%s/desk/plans/%d".formatted(address.publicUrl(), draft.plan()),
                        decideBy(draft.changedAt())))
                .orElse(new Facts("", DECIDED, "", "", address.publicUrl() + "/desk/plans", decideBy(null)));
    }

    private Instant decideBy(@Nullable Instant proposedAt) {
        return Objects.requireNonNullElse(proposedAt, clock.instant()).plus(TIME_TO_DECIDE);
    }

    private String difference(PlanDraft draft) {
        var before = store.of(draft.plan()).stream()
                .findFirst()
                .map(version -> version.fields())
                .orElse(new PlanFields(Map.of()));
        String lines = draft.fields().differencesTo(before).stream()
                .map(Difference::inWords)
                .collect(Collectors.joining("\n"));
        String told = lines.isEmpty() ? "Nothing but the day from which on it holds." : lines;
        return told.length() > LONGEST_DIFFERENCE
                ? told.substring(0, LONGEST_DIFFERENCE) + "…\nThe rest stands at the plan."
                : told;
    }

    /**
     * Why the decision cannot count, as a sentence for who decides.
     *
     * @param approved null when the form did not say
     */
    @Transactional(readOnly = true)
    public Optional<String> problemWith(
            String key, @Nullable Boolean approved, @Nullable String reason, @Nullable String person) {
        return find(key, false).flatMap(draft -> problemWith(draft, approved, reason, person));
    }

    private Optional<String> problemWith(
            PlanDraft draft, @Nullable Boolean approved, @Nullable String reason, @Nullable String person) {
        if (person == null) {
            return Optional.of("Nobody who is logged in at Casewright decided this; decide it at the Desk.");
        }
        if (person.equals(draft.proposedBy())) {
            return Optional.of("You proposed this change of the plan, so somebody else decides it.");
        }
        if (approved == null) {
            return Optional.of("Approve the plan: choose one.");
        }
        if (!approved) {
            return reason == null ? Optional.of("Reason: required when the plan is not approved.") : Optional.empty();
        }
        return check.faultsOf(draft.plan(), draft.fields()).entrySet().stream()
                .findFirst()
                .map(fault -> "%s %s. Decline it, so that it is proposed anew."
                        .formatted(PlanFields.label(fault.getKey()), fault.getValue()));
    }

    /**
     * Takes the decision; once.
     *
     * @return whether the change is approved
     * @throws IllegalStateException when there is a problem with it meanwhile
     */
    @Transactional
    public boolean decide(String key, @Nullable Boolean approved, @Nullable String reason, @Nullable String person) {
        var found = find(key, true);
        if (found.isEmpty()) {
            return store.isMadeOf(key);
        }
        var draft = found.get();
        problemWith(draft, approved, reason, person).ifPresent(problem -> {
            throw new IllegalStateException("The decision on %s cannot be taken: %s".formatted(key, problem));
        });
        String decidedBy = Objects.requireNonNull(person);
        if (!Boolean.TRUE.equals(approved)) {
            drafts.decline(draft.plan(), decidedBy, Objects.requireNonNull(reason));
            return false;
        }
        add(key, draft, decidedBy);
        return true;
    }

    private void add(String key, PlanDraft draft, String person) {
        Instant now = clock.instant();
        int number = store.lastNumberOf(draft.plan()) + 1;
        store.add(
                draft.plan(),
                number,
                Objects.requireNonNullElse(validFrom(draft), now),
                TermsReading.of(draft.fields()).calendar(),
                draft.fields(),
                new PlanApproval(Objects.requireNonNull(draft.proposedBy()), person, now));
        store.madeOf(draft.plan(), number, key);
        drafts.remove(draft.plan());
        announce.announce(draft.plan(), number);
    }

    private @Nullable Instant validFrom(PlanDraft draft) {
        try {
            return check.validity(draft.plan(), draft.fields()).from();
        } catch (Impossible e) {
            throw new IllegalStateException(PlanFields.label(PlanFields.VALID_FROM) + " " + e.getMessage(), e);
        }
    }

    private Optional<PlanDraft> find(String key, boolean holds) {
        var named = KEY.matcher(key);
        if (!named.matches()) {
            return Optional.empty();
        }
        long plan = Long.parseLong(named.group(1));
        return (holds ? drafts.hold(plan) : drafts.find(plan))
                .filter(draft -> draft.isProposed() && draft.key().equals(key));
    }
}
