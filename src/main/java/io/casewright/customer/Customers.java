package io.casewright.customer;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface Customers extends JpaRepository<Customer, Long> {

    Optional<Customer> findByTenantIdOrDomain(String tenantId, String domain);
}
