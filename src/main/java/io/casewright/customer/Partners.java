package io.casewright.customer;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Partners extends JpaRepository<Partner, Long> {

    Optional<Partner> findByName(String name);

    /** The partner itself before its resellers. */
    @Query("select p.name from Partner p order by case when p.kind = INDIRECT_RESELLER then 1 else 0 end, p.id limit 1")
    Optional<String> findHouse();
}
