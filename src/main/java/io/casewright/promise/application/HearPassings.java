package io.casewright.promise.application;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.outbox.Outbox;
import io.casewright.promise.domain.PromiseKind;
import io.casewright.promise.domain.Thresholds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has what follows from a passed threshold done once it is certain that it was passed, each once. It may be noticed while a case is just being
 * written, when the case cannot be changed further.
 */
@Component
class HearPassings {

    private static final TaskDescriptor<Passed> TASK = TaskDescriptor.of("promise-passed", Passed.class);

    private final Outbox outbox;
    private final BreachSettings persons;

    HearPassings(Outbox outbox, BreachSettings persons, PromiseSettings settings) {
        persons.requireAmong(settings.thresholds());
        this.outbox = outbox;
        this.persons = persons;
    }

    record Passed(String caseNumber, long promise, int percent) {

        CaseNumber number() {
            return new CaseNumber(caseNumber);
        }
    }

    @EventListener
    void passed(PromisePassed passed) {
        if (passed.percent() == Thresholds.BREACH || needsPerson(passed.kind(), passed.percent())) {
            var order = new Passed(passed.number().value(), passed.promise(), passed.percent());
            outbox.add(TASK.instance("promise-%d:%d".formatted(order.promise(), order.percent()))
                    .data(order)
                    .build());
        }
    }

    boolean needsPerson(PromiseKind kind, int percent) {
        return persons.of(kind).contains(percent);
    }

    @Configuration(proxyBeanMethods = false)
    static class Hearing {

        @Bean
        Task<Passed> promisePassedTask(Outbox outbox, NotePassing notePassing) {
            return outbox.task(TASK, notePassing::note);
        }
    }
}
