package io.casewright.casefile.persistence;

import io.casewright.casefile.domain.PlannedAction;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** Actions that need a second person. */
public interface PlannedActions extends JpaRepository<PlannedAction, Long> {

    /** The action that was proposed last. */
    Optional<PlannedAction> findFirstByCaseIdOrderByIdDesc(long caseId);
}
