package io.casewright.casefile.persistence;

import io.casewright.casefile.domain.TimelineEntry;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Everything that happened to the cases; it can be added to and read, nothing else. */
public interface Timeline extends Repository<TimelineEntry, Long> {

    TimelineEntry save(TimelineEntry entry);

    List<TimelineEntry> findByCaseIdOrderById(long caseId);

    Optional<TimelineEntry> findByCaseIdAndStepKey(long caseId, String stepKey);

    List<TimelineEntry> findByCaseIdAndKind(long caseId, TimelineEntry.Kind kind);

    Optional<TimelineEntry> findFirstByCaseIdAndKindOrderByIdDesc(long caseId, TimelineEntry.Kind kind);

    boolean existsByCaseIdAndStepKey(long caseId, String stepKey);
}
