package io.casewright.customer;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface Customers extends JpaRepository<Customer, Long> {

    /** By name only open customers; of a reseller all that it has or had, whose cases it goes on to see. */
    @Query(nativeQuery = true, value = """
                    SELECT id FROM customer WHERE tenant_id IN (:customers) AND closed_at IS NULL
                    UNION SELECT customer_id FROM customer_domain WHERE domain IN (:customers) AND held = 1
                    UNION SELECT u.id FROM customer u JOIN partner p ON p.id = u.partner_id
                    WHERE p.kind = 'INDIRECT_RESELLER' AND LOWER(p.name) IN (:resellers)""")
    Set<Long> findIds(Collection<String> customers, Collection<String> resellers);

    @Query(nativeQuery = true, value = """
                    SELECT id FROM customer WHERE tenant_id = :name AND closed_at IS NULL
                    UNION SELECT customer_id FROM customer_domain WHERE domain = :name AND held = 1""")
    Optional<Long> findOpen(String name);

    @Query(nativeQuery = true, value = """
                    SELECT id FROM customer WHERE tenant_id = :name
                    UNION SELECT customer_id FROM customer_domain WHERE domain = :name""")
    Set<Long> findEver(String name);

    Optional<Customer> findByTenantId(String tenantId);

    @Query("select u from CustomerDomain d join d.customer u where d.domain in :domains and d.held = 1")
    List<Customer> findHolders(Collection<String> domains);

    /** One at a time changes a customer, so that the second sees what the first did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select u from Customer u where u.id = :id")
    Optional<Customer> findToChange(long id);
}
