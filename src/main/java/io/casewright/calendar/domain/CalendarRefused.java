package io.casewright.calendar.domain;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was written down is no calendar. */
public class CalendarRefused extends RuntimeException {

    private final transient Map<String, String> faults;

    /** @param faults by the name of the field; each is the end of a sentence that begins with it */
    public CalendarRefused(Map<String, String> faults) {
        super(new TreeMap<>(faults)
                .entrySet().stream()
                        .map(fault -> fault.getKey() + " " + fault.getValue() + ".")
                        .collect(Collectors.joining(" ")));
        this.faults = Map.copyOf(faults);
    }

    public Map<String, String> faults() {
        return faults;
    }
}
