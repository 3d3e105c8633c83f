package io.casewright.customer;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was written down cannot be taken; nothing was changed. */
public class DetailsRefused extends RuntimeException {

    private final transient Map<String, String> faults;

    /** @param faults by the name of the field; each is the end of a sentence that begins with it */
    public DetailsRefused(Map<String, String> faults) {
        super(sentences(faults));
        this.faults = Map.copyOf(faults);
    }

    public Map<String, String> faults() {
        return faults;
    }

    static String sentences(Map<String, String> faults) {
        return new TreeMap<>(faults)
                .entrySet().stream()
                        .map(fault -> fault.getKey() + " " + fault.getValue() + ".")
                        .collect(Collectors.joining(" "));
    }
}
