package io.casewright.desk.application;

import io.casewright.access.Person;
import io.casewright.desk.domain.Draft;
import io.casewright.desk.persistence.Drafts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Keeps what people typed and did not send, until they send or drop it. */
@Service
public class KeepDrafts {

    private static final Duration KEPT = Duration.ofDays(30);

    private final Drafts drafts;
    private final Clock clock;

    KeepDrafts(Drafts drafts, Clock clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    public Optional<Draft> find(long taskId, Person person) {
        return drafts.find(taskId, person.login());
    }

    /**
     * When it was kept.
     *
     * @throws TaskNotDone when the person only looks
     */
    public Instant save(long taskId, Person person, String answers, String form, String shown) {
        if (!DeskRights.acts(person)) {
            throw TaskNotDone.onlyLooks();
        }
        Instant now = clock.instant();
        drafts.save(taskId, person.login(), new Draft(answers, form, shown, now));
        return now;
    }

    public void drop(long taskId, Person person) {
        drafts.drop(taskId, person.login());
    }

    @Scheduled(fixedDelay = 6 * 60 * 60 * 1000, initialDelay = 60 * 1000)
    void forgetOld() {
        drafts.dropOlderThan(clock.instant().minus(KEPT));
    }
}
