package io.casewright.prepaid.domain;

import java.util.Map;

/** Packages cannot be bought so; nothing was changed. */
public class PurchaseRefused extends RuntimeException {

    private final transient Map<String, String> faults;

    /** @param faults by the name of the field; each is the end of a sentence that begins with it */
    public PurchaseRefused(Map<String, String> faults) {
        super("A purchase of prepaid hours was refused: " + faults);
        this.faults = Map.copyOf(faults);
    }

    public Map<String, String> faults() {
        return faults;
    }
}
