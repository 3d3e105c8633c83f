package io.casewright.majorcase.application;

import io.casewright.majorcase.domain.MajorCaseNumber;
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

    @Transactional
    public MajorCaseFacts list(MajorCaseNumber number, long processInstanceKey) {
        var majorCase = desk.find(number);
        majorCase.register(processInstanceKey);
        return desk.factsOf(majorCase, majorCase.proposedAt().plus(settings.confirmWithin()));
    }
}
