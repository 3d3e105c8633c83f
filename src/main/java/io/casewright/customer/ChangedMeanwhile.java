package io.casewright.customer;

/** Somebody else changed the customer or contact after it was read; nothing was changed. */
public class ChangedMeanwhile extends RuntimeException {

    public ChangedMeanwhile(String what, long id) {
        super(what + " " + id
                + " was changed by somebody else after you opened it. Compare, and send again what is still right.");
    }
}
