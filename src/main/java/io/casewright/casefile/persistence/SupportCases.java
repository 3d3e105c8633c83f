package io.casewright.casefile.persistence;

import io.casewright.casefile.domain.SupportCase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;

/** All cases. */
public interface SupportCases extends JpaRepository<SupportCase, Long>, JpaSpecificationExecutor<SupportCase> {

    Optional<SupportCase> findByNumber(String number);

    Optional<SupportCase> findByIntakeKey(String intakeKey);

    /** How many cases have each status. */
    @Query("select c.status as status, count(c) as cases from SupportCase c group by c.status")
    List<StatusCount> countByStatus();

    /** Numbers of cases that no process has taken up although they were received before the given time. */
    @Query("select c.number from SupportCase c where c.status = RECEIVED and c.receivedAt < :before")
    List<String> findNotTakenUp(Instant before);

    /** One line of {@link #countByStatus()}. */
    interface StatusCount {
        io.casewright.casefile.domain.CaseStatus getStatus();

        long getCases();
    }
}
