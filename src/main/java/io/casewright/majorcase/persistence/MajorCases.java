package io.casewright.majorcase.persistence;

import io.casewright.majorcase.domain.MajorCase;
import io.casewright.majorcase.domain.MajorCaseState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All major cases. */
public interface MajorCases extends Repository<MajorCase, Long> {

    MajorCase save(MajorCase majorCase);

    Optional<MajorCase> findById(long id);

    List<MajorCase> findByStateInOrderById(Collection<MajorCaseState> states);

    /** Those that no process has taken up although they were proposed before the given time. */
    @Query(
            "select m from MajorCase m where m.processInstanceKey is null and m.state = PROPOSED and m.proposedAt < :before")
    List<MajorCase> findNotTakenUp(Instant before);
}
