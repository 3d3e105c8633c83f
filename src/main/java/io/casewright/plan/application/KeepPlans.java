package io.casewright.plan.application;

import io.casewright.plan.domain.PlanDraft;
import io.casewright.plan.domain.PlanFields;
import io.casewright.plan.domain.PlanRefused;
import io.casewright.plan.persistence.DraftStore;
import io.casewright.plan.persistence.PlanStore;
import io.casewright.platform.engine.EngineMessage;
import io.casewright.platform.engine.EngineOutbox;
import io.casewright.platform.text.InputText;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A process owner writes the next version of a plan, and proposes it to a second person. */
@Service
public class KeepPlans {

    private static final int LONGEST_NAME = 80;

    private final DraftStore drafts;
    private final PlanStore store;
    private final DraftCheck check;
    private final EngineOutbox engine;
    private final Clock clock;

    KeepPlans(DraftStore drafts, PlanStore store, DraftCheck check, EngineOutbox engine, Clock clock) {
        this.drafts = drafts;
        this.store = store;
        this.check = check;
        this.engine = engine;
        this.clock = clock;
    }

    /** A plan in a list; the version is null while none holds. */
    public record Listed(
            long id,
            String name,
            @Nullable Integer version,
            @Nullable String draftState) {}

    public List<Listed> plans() {
        return drafts.plans().stream()
                .map(plan -> new Listed(
                        plan.id(),
                        plan.name(),
                        store.inForce(plan.id(), clock.instant()).orElse(null),
                        plan.draftState()))
                .toList();
    }

    /**
     * Adds a plan that no customer can have before its first version holds.
     *
     * @throws PlanRefused when it cannot have this name
     */
    @Transactional
    public long add(String name) {
        String plain = name.strip();
        var problem = InputText.problemWith(plain);
        if (plain.isEmpty() || plain.length() > LONGEST_NAME || problem.isPresent()) {
            throw new PlanRefused(Map.of(
                    "name",
                    plain.isEmpty()
                            ? "is required"
                            : problem.orElse("must have at most %d characters".formatted(LONGEST_NAME))));
        }
        try {
            return drafts.addPlan(plain);
        } catch (DuplicateKeyException e) {
            throw new PlanRefused(Map.of("name", "is that of another plan; choose another one"));
        }
    }

    /**
     * What is written of the next version; while nothing is, what the newest version says.
     *
     * @throws NoSuchPlan when there is no such plan
     */
    public PlanDraft draft(long plan) {
        return drafts.find(plan).orElseGet(() -> {
            String name = store.nameOf(plan).orElseThrow(() -> new NoSuchPlan("There is no plan %d.".formatted(plan)));
            var newest = store.of(plan).stream().findFirst();
            return new PlanDraft(
                    plan,
                    name,
                    0,
                    newest.map(version -> version.fields()).orElse(new PlanFields(Map.of())),
                    false,
                    null,
                    null,
                    null,
                    null,
                    null);
        });
    }

    /** What is wrong with the fields, by field. */
    public Map<String, String> faultsOf(long plan, PlanFields fields) {
        return check.faultsOf(plan, fields);
    }

    /**
     * Keeps what is written so far, right or not.
     *
     * @param revision of the draft that was looked at
     * @throws DraftChangedMeanwhile when it is another by now
     */
    @Transactional
    public void keep(long plan, long revision, PlanFields fields, String login) {
        var found = drafts.hold(plan);
        if (found.isEmpty()) {
            draft(plan);
            if (revision != 0 || !drafts.add(plan, fields, login, clock.instant())) {
                throw new DraftChangedMeanwhile();
            }
            return;
        }
        if (found.get().revision() != revision || found.get().isProposed()) {
            throw new DraftChangedMeanwhile();
        }
        drafts.change(plan, fields, login, clock.instant());
    }

    /**
     * Keeps it, and asks a second person to decide on it.
     *
     * @throws PlanRefused when something is wrong with it
     * @throws DraftChangedMeanwhile when it is another by now
     */
    @Transactional
    public void propose(long plan, long revision, PlanFields fields, String login) {
        var faults = check.faultsOf(plan, fields);
        if (!faults.isEmpty()) {
            throw new PlanRefused(faults);
        }
        keep(plan, revision, fields, login);
        drafts.propose(plan, login);
        String key = drafts.find(plan).orElseThrow().key();
        engine.send(EngineMessage.starting(PlanMessages.CHANGE_PROPOSED, key, Map.of("planChange", key)));
    }
}
