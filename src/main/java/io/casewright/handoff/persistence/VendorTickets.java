package io.casewright.handoff.persistence;

import io.casewright.handoff.domain.Target;
import io.casewright.handoff.domain.VendorTicket;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** The twins of the tickets there. */
public interface VendorTickets extends JpaRepository<VendorTicket, Long> {

    Optional<VendorTicket> findByHandOffReference(String reference);

    Optional<VendorTicket> findByHandOffStepKey(String stepKey);

    Optional<VendorTicket> findByTargetAndVendorNumber(Target target, String vendorNumber);

    List<VendorTicket> findByHandOffCaseNumberOrderById(String caseNumber);
}
