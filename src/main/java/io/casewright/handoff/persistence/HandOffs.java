package io.casewright.handoff.persistence;

import io.casewright.handoff.domain.HandOff;
import org.springframework.data.repository.Repository;

/** What was handed off; it can be added to and read, nothing else. */
public interface HandOffs extends Repository<HandOff, Long> {

    HandOff save(HandOff handOff);

    int countByCaseNumber(String caseNumber);
}
