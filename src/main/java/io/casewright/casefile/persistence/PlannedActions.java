package io.casewright.casefile.persistence;

import io.casewright.casefile.domain.PlannedAction;
import io.casewright.casefile.domain.SupportCase;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** Actions that need a second person. */
public interface PlannedActions extends JpaRepository<PlannedAction, Long> {

    Optional<PlannedAction> findFirstByCaseIdOrderByIdDesc(long caseId);

    /**
     * The action that was proposed last.
     *
     * @throws NoSuchElementException when none was
     */
    default PlannedAction latestOf(SupportCase supportCase) {
        return findFirstByCaseIdOrderByIdDesc(supportCase.id())
                .orElseThrow(
                        () -> new NoSuchElementException("Case " + supportCase.number() + " has no planned action"));
    }
}
