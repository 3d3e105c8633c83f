package io.casewright.report.domain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is counted. */
public enum Report {
    /** Cases received in the period, by how they came in. */
    INTAKE("PORTAL", "EMAIL", "PHONE", "API"),
    /** Cases that are open now, by their age, whatever the period. */
    BACKLOG("DAY", "THREE_DAYS", "WEEK", "MONTH", "OLDER"),
    /** Promises that were kept or missed in the period. */
    PROMISES(
            "FIRST_RESPONSE_KEPT",
            "FIRST_RESPONSE_MISSED",
            "NEXT_UPDATE_KEPT",
            "NEXT_UPDATE_MISSED",
            "RESOLUTION_KEPT",
            "RESOLUTION_MISSED"),
    /** How often work on a case began again, after its end or because the solution did not help. */
    REOPENED("REOPENED"),
    /** Hand-offs of the period, by where they went. */
    HAND_OFFS("MICROSOFT", "PROVIDER", "VENDOR"),
    /** Customers that were asked in the period, by their rating. */
    SATISFACTION("1", "2", "3", "4", "5", "NO_ANSWER");

    private final List<String> columns;

    Report(String... columns) {
        this.columns = List.of(columns);
    }

    /** Into what it is divided; names of ours. */
    public List<String> columns() {
        return columns;
    }

    /** As addresses write it, such as {@code hand-offs}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Report> ofWord(String word) {
        return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
