package io.casewright.customer;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Contacts extends JpaRepository<Contact, Long> {

    @EntityGraph(attributePaths = {"customer", "customer.partner", "customer.supportPlan"})
    @Query("select c from Contact c where c.email = :email"
            + " and (c.customer.tenantId = :customer or c.customer.domain = :customer)")
    Optional<Contact> findOfCustomer(String customer, String email);

    @EntityGraph(attributePaths = {"customer", "customer.partner", "customer.supportPlan"})
    List<Contact> findByIdIn(Collection<Long> ids);
}
