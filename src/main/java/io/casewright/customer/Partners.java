package io.casewright.customer;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface Partners extends JpaRepository<Partner, Long> {

    Optional<Partner> findByName(String name);
}
