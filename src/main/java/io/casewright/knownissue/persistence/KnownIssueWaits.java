package io.casewright.knownissue.persistence;

import io.casewright.knownissue.domain.KnownIssueWait;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** When cases waited with known issues. */
public interface KnownIssueWaits extends Repository<KnownIssueWait, Long> {

    KnownIssueWait save(KnownIssueWait wait);

    /** The wait that goes on. */
    Optional<KnownIssueWait> findFirstByCaseIdAndEndedAtIsNullOrderByIdDesc(long caseId);

    /** The numbers of the cases that wait. */
    @Query("select c.number from KnownIssueWait w join SupportCase c on c.id = w.caseId where w.endedAt is null"
            + " and c.status = WAITING_FOR_SERVICE_INCIDENT")
    Set<String> findNumbersOfWaitingCases();

    List<KnownIssueWait> findByCaseIdOrderById(long caseId);
}
