package io.casewright.majorcase.persistence;

import io.casewright.majorcase.domain.MajorCaseChild;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The cases of all major cases. */
public interface MajorCaseChildren extends Repository<MajorCaseChild, Long> {

    MajorCaseChild save(MajorCaseChild child);

    List<MajorCaseChild> findByMajorCaseIdOrderById(long majorCaseId);

    /** Which of the given cases belong, or belonged, to a major case. */
    @Query("select c.caseNumber from MajorCaseChild c where c.caseNumber in :caseNumbers")
    List<String> findTaken(Collection<String> caseNumbers);
}
