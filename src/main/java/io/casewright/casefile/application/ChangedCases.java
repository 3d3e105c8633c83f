package io.casewright.casefile.application;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.casewright.access.Reach;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.persistence.CaseChanges;
import io.casewright.casefile.persistence.CaseChanges.Place;
import io.casewright.casefile.persistence.CaseChanges.Question;
import io.casewright.casefile.persistence.SupportCases;
import io.casewright.message.MessageKept;
import io.casewright.participant.ParticipantsChanged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Tells which cases changed, to whoever keeps a copy of them: each at its last change, which is one that its customer can see. */
@Service
public class ChangedCases {

    private final CaseChanges changes;
    private final SupportCases cases;
    private final CaseAccess access;
    private final Clock clock;

    ChangedCases(CaseChanges changes, SupportCases cases, CaseAccess access, Clock clock) {
        this.changes = changes;
        this.cases = cases;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Cases as they are now.
     *
     * @param position of the last one; to read on behind
     */
    public record Changed(List<SupportCase> cases, long position) {}

    @EventListener
    void written(CaseWritten written) {
        changes.touch(written.number().value());
    }

    @EventListener
    void kept(MessageKept kept) {
        if (kept.message().isForCustomers()) {
            changes.touch(kept.message().caseNumber());
        }
    }

    @EventListener
    void changed(ParticipantsChanged changed) {
        changes.touch(changed.caseNumber());
    }

    /**
     * Those within reach that changed at this time or after it, the one that changed first first.
     *
     * @param after position behind which to read on; 0 at the beginning
     * @param customer tenant id or domain; null for all
     */
    public Changed since(
            Instant since, long after, @Nullable String customer, @Nullable CaseStatus status, Reach reach, int most) {
        settle();
        var customers = access.customersOf(customer, reach);
        var places = changes.read(new Question(after, since, customers, status == null ? null : status.name()), most);
        var found = cases
                .findByNumberInOrderById(places.stream().map(Place::caseNumber).toList())
                .stream()
                .collect(Collectors.toMap(each -> each.number().value(), Function.identity()));
        return new Changed(
                places.stream()
                        .map(place -> Objects.requireNonNull(found.get(place.caseNumber())))
                        .toList(),
                places.isEmpty() ? after : places.getLast().position());
    }

    private void settle() {
        Instant now = clock.instant();
        while (changes.isAnyTouched() && changes.settle(now)) {
            // In parts, so that no transaction takes long.
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        /** Also where nobody asks, or what was noted would only grow. */
        @Bean
        Task<Void> settleCaseChangesTask(ChangedCases changed) {
            return Tasks.recurring("settle-case-changes", FixedDelay.of(Duration.ofMinutes(1)))
                    .execute((entry, context) -> changed.settle());
        }
    }
}
