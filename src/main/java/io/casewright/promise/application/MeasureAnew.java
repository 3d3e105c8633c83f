package io.casewright.promise.application;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.casewright.casefile.application.CaseSteps;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.plan.application.RunningCases;
import io.casewright.plan.application.RunningCases.Wanted;
import io.casewright.plan.domain.PlanVersion;
import io.casewright.platform.outbox.Outbox;
import io.casewright.promise.persistence.CaseSituation;
import io.casewright.promise.persistence.PromiseStore;
import io.casewright.promise.persistence.PromiseStore.Kept;
import io.casewright.site.application.Sites;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Measures the promises of a customer's open cases by the plan and the sites as they are now, when somebody decides so: a change of either
 * alone touches no running promise. What was used and held of a promise stays. What is not promised by the plan of today any more is kept as it
 * was, and nothing new is promised to a case that came before.
 */
@Service
public class MeasureAnew {

    private static final TaskDescriptor<Next> TASK = TaskDescriptor.of("measure-anew", Next.class);

    /** So few that whoever else changes one of the cases hardly waits. */
    private static final int AT_ONCE = 50;

    private final RunningCases running;
    private final Sites sites;
    private final CaseSteps steps;
    private final PromiseStore store;
    private final PromisedTerms terms;
    private final KeepPromises keepPromises;
    private final Outbox outbox;
    private final Clock clock;

    MeasureAnew(
            RunningCases running,
            Sites sites,
            CaseSteps steps,
            PromiseStore store,
            PromisedTerms terms,
            KeepPromises keepPromises,
            Outbox outbox,
            Clock clock) {
        this.running = running;
        this.sites = sites;
        this.steps = steps;
        this.store = store;
        this.terms = terms;
        this.keepPromises = keepPromises;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * The next cases are to be measured.
     *
     * @param part how many times some were before
     */
    record Next(long customer, String login, int part) {}

    /** How many open cases of a customer are measured otherwise than they would be if they came now. */
    @Transactional(readOnly = true)
    public int differing(long customer) {
        return otherwise(customer).size();
    }

    /** Has all of them measured soon, in the name of who decided it. */
    @Transactional
    public void order(long customer, String login) {
        order(new Next(customer, login, 0));
    }

    private void order(Next next) {
        outbox.add(TASK.instance("measure-anew-%d:%d".formatted(next.customer(), next.part()))
                .data(next)
                .build());
    }

    /** Goes on until none is left; the second time it finds none. */
    @Transactional
    public void next(Next next) {
        var otherwise = otherwise(next.customer());
        var some = new LinkedHashMap<CaseNumber, Wanted>();
        otherwise.entrySet().stream()
                .limit(AT_ONCE)
                .forEach(each -> some.put(new CaseNumber(each.getKey()), each.getValue()));
        measure(some, next.login());
        if (otherwise.size() > AT_ONCE) {
            order(new Next(next.customer(), next.login(), next.part() + 1));
        }
    }

    private Map<String, Wanted> otherwise(long customer) {
        return running.measuredOtherwise(customer, sites.ofOpenCases(customer));
    }

    private void measure(Map<CaseNumber, Wanted> some, String login) {
        // First the cases, as everybody does who changes one.
        var cases = some.keySet().stream()
                .map(number -> steps.hold(number).orElseThrow())
                .toList();
        var promises = store.holdRunning(some.keySet());
        var situations = store.situationsOf(some.keySet());
        for (var supportCase : cases) {
            var number = supportCase.number();
            var version = running.measure(number.value(), Objects.requireNonNull(some.get(number)));
            measure(promises.getOrDefault(number, List.of()), Objects.requireNonNull(situations.get(number)), version);
            tell(supportCase, version, login);
        }
    }

    private void measure(List<Kept> promises, CaseSituation situation, PlanVersion version) {
        var now = clock.instant();
        keepPromises.change(
                promises,
                promise -> terms.of(promise.kind(), situation, version).ifPresent(by -> promise.measureBy(now, by)));
    }

    private void tell(SupportCase supportCase, PlanVersion version, String login) {
        steps.record(
                supportCase,
                Kind.MEASURED_ANEW,
                Actor.agent(login),
                null,
                "Its promises are measured by %s from now on.".formatted(version.name()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Measuring {

        @Bean
        Task<Next> measureAnewTask(Outbox outbox, MeasureAnew measureAnew) {
            return outbox.task(TASK, measureAnew::next);
        }
    }
}
