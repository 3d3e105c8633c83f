package io.casewright.openinghours.application;

/** Somebody else changed the hours; nothing was changed. */
public class HoursChangedMeanwhile extends RuntimeException {

    HoursChangedMeanwhile() {
        super("Somebody else changed these hours after you opened them. Compare, and send again what is still right.");
    }
}
