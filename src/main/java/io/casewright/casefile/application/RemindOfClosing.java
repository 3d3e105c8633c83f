package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.MessageReadings;
import io.casewright.message.LetterContent.ClosingReminder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds a customer who has not said whether the resolution helped that the case closes by itself. */
@Service
public class RemindOfClosing {

    private final CaseSteps steps;
    private final Correspondence correspondence;
    private final MessageReadings readings;

    RemindOfClosing(CaseSteps steps, Correspondence correspondence, MessageReadings readings) {
        this.steps = steps;
        this.correspondence = correspondence;
        this.readings = readings;
    }

    /** Once per step; not when the customer has said something meanwhile. */
    @Transactional
    public void remind(CaseNumber number, Step step) {
        steps.once(steps.find(number), step, supportCase -> {
            var closesAt = supportCase.confirmationDue();
            if (supportCase.status() != CaseStatus.RESOLVED
                    || closesAt.isEmpty()
                    || supportCase.customerAnswer().isPresent()
                    || readings.anyUnread(supportCase.id())) {
                return;
            }
            correspondence.write(supportCase, new ClosingReminder(closesAt.get()), step);
            steps.record(supportCase, Kind.CLOSING_ANNOUNCED, Actor.SYSTEM, step, null);
        });
    }
}
