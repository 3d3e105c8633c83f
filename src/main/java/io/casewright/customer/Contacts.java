package io.casewright.customer;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

interface Contacts extends JpaRepository<Contact, Long> {

    @EntityGraph(attributePaths = {"customer", "customer.partner", "customer.supportPlan"})
    Optional<Contact> findByCustomerIdAndEmail(long customerId, String email);

    @EntityGraph(attributePaths = {"customer", "customer.partner", "customer.supportPlan"})
    List<Contact> findByIdIn(Collection<Long> ids);
}
