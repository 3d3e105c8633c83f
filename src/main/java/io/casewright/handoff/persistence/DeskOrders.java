package io.casewright.handoff.persistence;

import io.casewright.handoff.domain.DeskOrder;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What is to be done at the desks, and what was. */
public interface DeskOrders extends Repository<DeskOrder, Long> {

    DeskOrder save(DeskOrder order);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT o FROM DeskOrder o WHERE o.id = :id")
    Optional<DeskOrder> lockById(long id);

    Optional<DeskOrder> findByOrderKey(String orderKey);

    Optional<DeskOrder> findByTicketIdAndKindAndStepKey(long ticketId, DeskOrder.Kind kind, String stepKey);

    List<DeskOrder> findByTicketIdAndKindOrderById(long ticketId, DeskOrder.Kind kind);

    Optional<DeskOrder> findFirstByTicketIdAndKindOrderByIdDesc(long ticketId, DeskOrder.Kind kind);

    int countByTicketIdAndKind(long ticketId, DeskOrder.Kind kind);

    /** Of this kind, and not settled yet; those that somebody does at this moment are among them. */
    List<DeskOrder> findByKindAndSettledAtIsNullOrderById(DeskOrder.Kind kind);
}
