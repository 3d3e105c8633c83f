package io.casewright.majorcase.application;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.casewright.majorcase.domain.MajorCaseNumber;
import io.casewright.platform.engine.FormChoice;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a proposed major case up and shows the cases that speak for it. */
@Service
public class ListCases {

    private final MajorCaseDesk desk;
    private final MajorCaseSettings settings;

    ListCases(MajorCaseDesk desk, MajorCaseSettings settings) {
        this.desk = desk;
        this.settings = settings;
    }

    /**
     * What is to be confirmed. These names are the names of the process variables.
     *
     * @param majorCaseChoices the open cases, to choose among
     * @param casesChosen their numbers
     */
    public record Proposal(
            @JsonUnwrapped MajorCaseFacts facts, List<FormChoice> majorCaseChoices, List<String> casesChosen) {}

    @Transactional
    public Proposal list(MajorCaseNumber number, long processInstanceKey) {
        var majorCase = desk.find(number);
        majorCase.register(processInstanceKey);
        var cases = desk.casesOf(majorCase);
        var open = cases.stream().filter(each -> !each.ended()).toList();
        return new Proposal(
                MajorCaseFacts.of(majorCase, cases, majorCase.proposedAt().plus(settings.confirmWithin())),
                open.stream()
                        .map(each -> new FormChoice(
                                MajorCaseFacts.line(each), each.number().value()))
                        .toList(),
                open.stream().map(each -> each.number().value()).toList());
    }
}
