package io.casewright.simulator;

/** A part of the simulation: it keeps what it knows in memory and answers to its own paths. */
public interface SimulatedApi {

    void addTo(Routes routes);
}
