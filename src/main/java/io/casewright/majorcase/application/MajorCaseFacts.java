package io.casewright.majorcase.application;

import io.casewright.casefile.application.FindTrouble;
import io.casewright.majorcase.domain.MajorCase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the forms show of a major case. These names are the names of the process variables.
 *
 * @param majorCaseService the product, in small letters
 * @param majorCaseSymptom what goes wrong at all of them
 * @param majorCaseCases one line per case: number, customer, receipt, subject
 * @param majorTaskDue when the next thing is to be done
 */
public record MajorCaseFacts(
        String majorCaseService,
        String majorCaseRegion,
        String majorCaseSymptom,
        String majorCaseCases,
        Instant majorTaskDue) {

    private static final int LINES = 40;

    /** In a zone that it names: who reads it may be anywhere. */
    private static final DateTimeFormatter RECEIVED = DateTimeFormatter.ofPattern(
                    "d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    static MajorCaseFacts of(MajorCase majorCase, List<FindTrouble.Line> cases, Instant due) {
        String lines = cases.stream().limit(LINES).map(MajorCaseFacts::line).collect(Collectors.joining("\n"));
        int more = cases.size() - LINES;
        return new MajorCaseFacts(
                majorCase.service(),
                majorCase.region().isEmpty() ? "not named" : majorCase.region(),
                majorCase.symptom().isEmpty() ? "not named" : majorCase.symptom(),
                more > 0 ? "%s%nand %d more".formatted(lines, more) : lines,
                due);
    }

    static String line(FindTrouble.Line each) {
        return "%s · %s · %s · %s%s"
                .formatted(
                        each.number(),
                        each.customerName(),
                        RECEIVED.format(each.receivedAt()),
                        each.subject(),
                        each.ended() ? " (ended)" : "");
    }
}
