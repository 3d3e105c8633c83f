package io.casewright.plan.application;

/** Somebody else changed what is written of the plan; nothing was changed. */
public class DraftChangedMeanwhile extends RuntimeException {

    DraftChangedMeanwhile() {
        super("Somebody else changed this plan after you opened it. Compare, and send again what is still right.");
    }
}
