package io.casewright.customer;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Customers extends JpaRepository<Customer, Long> {

    @Query("select u.id from Customer u join u.partner p where u.tenantId in :customers or u.domain in :customers"
            + " or (p.kind = INDIRECT_RESELLER and lower(p.name) in :resellers)")
    Set<Long> findIds(Collection<String> customers, Collection<String> resellers);

    Optional<Customer> findByTenantIdOrDomain(String tenantId, String domain);
}
