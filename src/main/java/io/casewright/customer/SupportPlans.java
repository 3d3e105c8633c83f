package io.casewright.customer;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface SupportPlans extends JpaRepository<SupportPlan, Long> {

    Optional<SupportPlan> findByName(String name);
}
