package io.casewright.handoff.application;

import io.casewright.casefile.application.OpenTasks;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** Brings what is new at a ticket before the person who follows it, who may be about to enter something there. */
@Service
public class ShowNews {

    private final LookUpTicket lookUpTicket;
    private final OpenTasks tasks;
    private final Clock clock;

    ShowNews(LookUpTicket lookUpTicket, OpenTasks tasks, Clock clock) {
        this.lookUpTicket = lookUpTicket;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Moves the open task of the ticket's process up in the list, unless the ticket has ended.
     *
     * @param reference of the hand-off
     * @param processInstanceKey of the ticket's process
     * @return the ticket as it stands now
     */
    public LookUpTicket.Shown show(String reference, long processInstanceKey) {
        var shown = lookUpTicket.show(reference);
        if (!shown.ticket().hasEnded()) {
            tasks.hurry(processInstanceKey, clock.instant(), shown.facts().priority());
        }
        return shown;
    }
}
