package io.casewright.casefile.persistence;

import io.casewright.casefile.domain.KnownIssueWait;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** When cases waited with known issues. */
public interface KnownIssueWaits extends Repository<KnownIssueWait, Long> {

    KnownIssueWait save(KnownIssueWait wait);

    /** The wait that goes on. */
    Optional<KnownIssueWait> findFirstByCaseIdAndEndedAtIsNullOrderByIdDesc(long caseId);

    List<KnownIssueWait> findByCaseIdOrderById(long caseId);
}
