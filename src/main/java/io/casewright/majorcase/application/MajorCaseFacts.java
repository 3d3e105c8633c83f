package io.casewright.majorcase.application;

import io.casewright.casefile.application.FindTrouble;
import io.casewright.majorcase.domain.MajorCase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the forms show of a major case. These names are the names of the process variables.
 *
 * @param majorCaseService the product, in small letters
 * @param majorCaseCases one line per case: number, customer, receipt, subject
 * @param majorTaskDue when the next thing is to be done
 */
public record MajorCaseFacts(
        String majorCaseService, String majorCaseRegion, String majorCaseCases, Instant majorTaskDue) {

    private static final int LINES = 40;

    static MajorCaseFacts of(MajorCase majorCase, List<FindTrouble.Line> cases, Instant due) {
        String lines = cases.stream().limit(LINES).map(MajorCaseFacts::line).collect(Collectors.joining("\n"));
        int more = cases.size() - LINES;
        return new MajorCaseFacts(
                majorCase.service(),
                majorCase.region().isEmpty() ? "not named" : majorCase.region(),
                more > 0 ? "%s%nand %d more".formatted(lines, more) : lines,
                due);
    }

    private static String line(FindTrouble.Line each) {
        return "%s · %s · %s · %s%s"
                .formatted(
                        each.number(),
                        each.customerName(),
                        each.receivedAt().truncatedTo(ChronoUnit.MINUTES),
                        each.subject(),
                        each.ended() ? " (ended)" : "");
    }
}
