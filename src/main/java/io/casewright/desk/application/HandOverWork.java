package io.casewright.desk.application;

import io.casewright.access.Person;
import io.casewright.desk.domain.Load;
import io.casewright.desk.domain.PromiseRow;
import io.casewright.desk.persistence.PromiseReads;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** Shows what would be missed next and who has how much to do, and hands over what an absent person has open. */
@Service
public class HandOverWork {

    private static final int SHOWN = 100;

    private final PromiseReads reads;
    private final WorkOnTask work;
    private final Clock clock;

    HandOverWork(PromiseReads reads, WorkOnTask work, Clock clock) {
        this.reads = reads;
        this.work = work;
        this.clock = clock;
    }

    /** A task that was left as it is, and why. */
    public record Left(long taskId, String why) {}

    /** What became of the tasks. */
    public record Outcome(int done, List<Left> left) {}

    public List<PromiseRow> next() {
        return reads.next(SHOWN);
    }

    public List<Load> loads() {
        return reads.loads(clock.instant());
    }

    /**
     * Hands over all that somebody has open, one task after the other: what cannot be handed over keeps nothing else back.
     *
     * @param to login of who gets them; empty gives them back to their queues
     * @throws TaskNotDone when the person is no duty manager
     */
    public Outcome handOver(String login, String to, Person by) {
        work.requireDutyManager(by);
        int done = 0;
        var left = new ArrayList<Left>();
        for (long id : reads.openOf(login)) {
            try {
                work.takeFrom(id, login, to, by);
                done++;
            } catch (TaskNotDone e) {
                left.add(new Left(id, String.valueOf(e.getMessage())));
            }
        }
        return new Outcome(done, left);
    }
}
