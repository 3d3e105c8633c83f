package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.MessageReadings;
import io.casewright.casefile.persistence.SupportCases;
import io.casewright.customer.CustomerDirectory;
import io.casewright.message.InboundMessage;
import io.casewright.message.Messages;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends a case whose request is open already, says so on both, and lets the open one lose nothing of it. */
@Service
public class JoinOpenCase {

    private final SupportCases cases;
    private final CaseSteps steps;
    private final CaseProcess process;
    private final ReplanCase replanCase;
    private final Messages messages;
    private final MessageReadings readings;
    private final CustomerDirectory directory;
    private final Clock clock;

    JoinOpenCase(
            SupportCases cases,
            CaseSteps steps,
            CaseProcess process,
            ReplanCase replanCase,
            Messages messages,
            MessageReadings readings,
            CustomerDirectory directory,
            Clock clock) {
        this.cases = cases;
        this.steps = steps;
        this.process = process;
        this.replanCase = replanCase;
        this.messages = messages;
        this.readings = readings;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Joins the case with the open one. If that one has ended since the triage, the case goes on alone: its process ends
     * here, so another one takes it up.
     */
    @Transactional
    public void join(CaseNumber number, CaseNumber open, Step step) {
        // Both, or two cases that are joined with each other at once would both end.
        cases.findAndHold(List.of(number.value(), open.value()));
        var found = steps.find(number);
        steps.once(found, step, supportCase -> {
            if (supportCase.status().isEnded()) {
                return;
            }
            var other = steps.find(open);
            if (other.status().isEnded()) {
                goOnAlone(supportCase, open, step);
            } else {
                supportCase.join(open, clock.instant());
                steps.record(supportCase, Kind.JOINED, Actor.SYSTEM, step, open.value());
                steps.record(other, Kind.JOINED, Actor.SYSTEM, null, number.value());
                becomeAsUrgent(other, supportCase);
                letRead(other, supportCase);
            }
        });
    }

    private void becomeAsUrgent(SupportCase open, SupportCase joined) {
        var severity = joined.severity();
        if (severity.isGraverThan(open.severity())) {
            replanCase.reassess(open, severity);
            steps.record(open, Kind.REASSESSED, Actor.SYSTEM, null, severity.name());
        }
    }

    /** Whoever works on the open case reads what was asked anew; if it is about something else, it becomes a case of its own there. */
    private void letRead(SupportCase open, SupportCase joined) {
        var request = joined.request();
        var kept = messages.receive(InboundMessage.fromPortal(
                open.number().value(),
                directory.contact(joined.contactId()).contactName(),
                request.subject() + "\n\n" + request.description(),
                false,
                "joined:" + joined.number()));
        readings.await(kept.id(), open.id());
        process.startReading(open.number(), kept.id());
    }

    private void goOnAlone(SupportCase supportCase, CaseNumber ended, Step step) {
        supportCase.awaitProcess();
        process.startFor(supportCase);
        steps.record(supportCase, Kind.NOT_JOINED, Actor.SYSTEM, step, ended.value());
    }
}
