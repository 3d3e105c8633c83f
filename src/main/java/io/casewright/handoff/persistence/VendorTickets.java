package io.casewright.handoff.persistence;

import io.casewright.handoff.domain.Target;
import io.casewright.handoff.domain.VendorTicket;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The twins of the tickets there. */
public interface VendorTickets extends JpaRepository<VendorTicket, Long> {

    Optional<VendorTicket> findByHandOffReference(String reference);

    Optional<VendorTicket> findByHandOffStepKey(String stepKey);

    Optional<VendorTicket> findByTargetAndVendorNumber(Target target, String vendorNumber);

    /** The references of those that have not ended. */
    @Query("SELECT h.reference FROM VendorTicket t JOIN t.handOff h WHERE t.state IN (PREPARED, OPEN)")
    Set<String> findOpenReferences();

    List<VendorTicket> findByHandOffCaseNumberOrderById(String caseNumber);

    /** Alone until the transaction ends: polls, workers and mails take turns at one ticket. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT t FROM VendorTicket t JOIN FETCH t.handOff h WHERE h.reference = :reference")
    Optional<VendorTicket> lockByReference(String reference);

    /** As {@link #lockByReference}. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT t FROM VendorTicket t JOIN FETCH t.handOff WHERE t.id = :id")
    Optional<VendorTicket> lockById(long id);

    /** Those to be asked about at their desks, the longest unheard of first: open ones, and closed ones for a while. */
    @Query("""
            SELECT new io.casewright.handoff.persistence.WatchedTicket(
                t.id, t.channel, t.tenantId, t.vendorNumber, t.watch.statusThere, t.watch.changedThere,
                t.watch.settled, t.watch.lookedAt, t.watch.troubleSince, t.watch.followed)
            FROM VendorTicket t
            WHERE t.watch.watched = true AND t.watch.told = true AND t.vendorNumber IS NOT NULL
              AND (t.state = io.casewright.handoff.domain.VendorTicket.State.OPEN
                OR (t.state = io.casewright.handoff.domain.VendorTicket.State.CLOSED AND t.endedAt > :closedSince))
            ORDER BY t.watch.contactAt, t.id""")
    List<WatchedTicket> findWatched(Instant closedSince);

    /** Their desk answered, and there is nothing new. */
    @Modifying
    @Query("UPDATE VendorTicket t SET t.watch.contactAt = :at WHERE t.id IN :ids")
    void heardOf(Collection<Long> ids, Instant at);

    /** How many tickets that have not ended stand where. */
    @Query(nativeQuery = true, value = """
            SELECT standing, COUNT(*) AS tickets
            FROM (
              SELECT CASE
                  WHEN state = 'PREPARED' THEN 'prepared'
                  WHEN trouble_since IS NOT NULL THEN 'desk_away'
                  WHEN status_there = 'ATTENTION_NEEDED' THEN 'attention_needed'
                  ELSE 'open' END AS standing
              FROM vendor_ticket
              WHERE state IN ('PREPARED', 'OPEN')) standings
            GROUP BY standing""")
    List<StandingCount> countByStanding();

    /** How many tickets stand there. */
    interface StandingCount {

        String getStanding();

        long getTickets();
    }
}
