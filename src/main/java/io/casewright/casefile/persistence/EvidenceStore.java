package io.casewright.casefile.persistence;

import io.casewright.casefile.domain.Evidence;
import java.util.List;
import org.springframework.data.repository.Repository;

/** What was checked, tried or seen for the cases; it can be added to and read, nothing else. */
public interface EvidenceStore extends Repository<Evidence, Long> {

    Evidence save(Evidence evidence);

    List<Evidence> findByCaseIdOrderById(long caseId);
}
