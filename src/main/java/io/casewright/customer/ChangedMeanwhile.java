package io.casewright.customer;

/** Somebody else changed the customer, contact or site after it was read; nothing was changed. */
public class ChangedMeanwhile extends RuntimeException {

    /** @param what it is, as a sentence begins with it: Customer, Contact or Site */
    public ChangedMeanwhile(String what, long id) {
        super(what + " " + id
                + " was changed by somebody else after you opened it. Compare, and send again what is still right.");
    }
}
