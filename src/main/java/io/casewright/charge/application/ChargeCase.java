package io.casewright.charge.application;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.casewright.casefile.application.CaseClosed;
import io.casewright.casefile.application.CaseEnded;
import io.casewright.casefile.application.CaseSteps;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.charge.domain.CasePrice;
import io.casewright.charge.domain.CaseVerdict;
import io.casewright.charge.domain.Verdict;
import io.casewright.charge.persistence.CaseCharges;
import io.casewright.charge.persistence.TimeEntries;
import io.casewright.plan.application.Plans;
import io.casewright.plan.domain.Charging;
import io.casewright.platform.engine.Decisions;
import io.casewright.platform.outbox.Outbox;
import io.casewright.platform.time.PartnerDays;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Charges a case when it has ended, and anew when time is booked afterwards: the decision {@code charging} says whether, the plan version the
 * case began under says how much. What was charged before is only ever added to.
 */
@Service
public class ChargeCase {

    private static final TaskDescriptor<Order> TASK = TaskDescriptor.of("charge-case", Order.class);

    private final CaseSteps steps;
    private final Plans plans;
    private final Decisions decisions;
    private final TimeEntries entries;
    private final CaseCharges charges;
    private final KeepCharges keepCharges;
    private final Outbox outbox;
    private final TransactionTemplate transactions;
    private final PartnerDays days;
    private final Clock clock;

    ChargeCase(
            CaseSteps steps,
            Plans plans,
            Decisions decisions,
            TimeEntries entries,
            CaseCharges charges,
            KeepCharges keepCharges,
            Outbox outbox,
            TransactionTemplate transactions,
            PartnerDays days,
            Clock clock) {
        this.steps = steps;
        this.plans = plans;
        this.decisions = decisions;
        this.entries = entries;
        this.charges = charges;
        this.keepCharges = keepCharges;
        this.outbox = outbox;
        this.transactions = transactions;
        this.days = days;
        this.clock = clock;
    }

    /** Which case to charge. */
    record Order(String caseNumber) {}

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void closed(CaseClosed closed) {
        order(closed.supportCase().number(), "closed-" + closed.supportCase().reopenings());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void ended(CaseEnded ended) {
        order(ended.number(), "ended");
    }

    /** Time was booked, or taken back. */
    void booked(CaseNumber number, String key) {
        order(number, key);
    }

    private void order(CaseNumber number, String cause) {
        outbox.add(TASK.instance(number.value() + ":" + cause)
                .data(new Order(number.value()))
                .build());
    }

    /** A case that goes on is charged when it ends again. */
    void charge(Order order) {
        var number = new CaseNumber(order.caseNumber());
        var asked = steps.find(number);
        if (!asked.status().isEnded()) {
            return;
        }
        var facts = factsOf(asked);
        var version = plans.ofCase(number.value());
        var verdict = decide(version.terms().charging(), facts);
        transactions.executeWithoutResult(status -> {
            charges.hold(number.value());
            var found = steps.find(number);
            if (!found.status().isEnded()) {
                return;
            }
            if (!factsOf(found).equals(facts)) {
                throw new IllegalStateException(number + " changed while it was decided on; it is decided anew");
            }
            charges.decided(number.value(), verdict);
            var price = new CasePrice(
                    version.terms().charging(),
                    verdict,
                    entries.ofCase(number.value()),
                    days.of(found.endedAt().orElseThrow()));
            keepCharges.keep(found, version, price);
        });
    }

    private CaseVerdict decide(Charging charging, ChargedCase facts) {
        String model = charging.model().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new CaseVerdict(
                verdict(model, facts, false),
                charging.afterHoursRate() == null ? null : verdict(model, facts, true),
                clock.instant());
    }

    private Verdict verdict(String model, ChargedCase facts, boolean afterHours) {
        return decisions
                .decide("charging", facts.asVariables(model, afterHours), Verdict.class)
                .orElseGet(Verdict::ofNoRule);
    }

    private ChargedCase factsOf(SupportCase supportCase) {
        return ChargedCase.of(supportCase, kind -> steps.lastTimeOf(supportCase, kind));
    }

    @Configuration(proxyBeanMethods = false)
    static class Charges {

        @Bean
        Task<Order> chargeCaseTask(Outbox outbox, ChargeCase chargeCase) {
            return outbox.task(TASK, chargeCase::charge);
        }
    }
}
