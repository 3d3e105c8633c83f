package io.casewright.handoff.persistence;

import io.casewright.handoff.domain.VendorTicketNote;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What was said and done about the tickets; it can be added to and read, nothing else. */
public interface VendorTicketNotes extends Repository<VendorTicketNote, Long> {

    VendorTicketNote save(VendorTicketNote note);

    boolean existsByTicketIdAndStepKey(long ticketId, String stepKey);

    /** As they were recorded. */
    List<VendorTicketNote> findByTicketIdOrderById(long ticketId);

    /** As they were said. */
    @Query(
            "SELECT n FROM VendorTicketNote n WHERE n.ticketId = :ticketId ORDER BY COALESCE(n.writtenAt, n.recordedAt), n.id")
    List<VendorTicketNote> findAsSaid(long ticketId);
}
