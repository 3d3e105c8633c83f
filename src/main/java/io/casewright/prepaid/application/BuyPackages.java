package io.casewright.prepaid.application;

import io.casewright.plan.application.Plans;
import io.casewright.plan.domain.Charging;
import io.casewright.plan.domain.PlanVersion;
import io.casewright.platform.text.Money;
import io.casewright.platform.time.PartnerDays;
import io.casewright.prepaid.domain.PurchaseRefused;
import io.casewright.prepaid.domain.TypedPurchase;
import io.casewright.prepaid.persistence.Buyers;
import io.casewright.prepaid.persistence.PrepaidAccounts;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Books packages of prepaid hours that a customer buys, by what its plan says now. */
@Service
public class BuyPackages {

    private static final int MINUTES_OF_AN_HOUR = 60;

    private final Buyers buyers;
    private final PrepaidAccounts accounts;
    private final MoveHours moveHours;
    private final Plans plans;
    private final ApplicationEventPublisher events;
    private final PartnerDays days;
    private final Clock clock;

    BuyPackages(
            Buyers buyers,
            PrepaidAccounts accounts,
            MoveHours moveHours,
            Plans plans,
            ApplicationEventPublisher events,
            PartnerDays days,
            Clock clock) {
        this.buyers = buyers;
        this.accounts = accounts;
        this.moveHours = moveHours;
        this.plans = plans;
        this.events = events;
        this.days = days;
        this.clock = clock;
    }

    /** A package as a plan offers it now: its price without tax. */
    public record Offer(long plan, int planVersion, int hours, Money price) {}

    /** What a customer can buy; empty when its plan has no prepaid hours, or it is closed or unknown. */
    @Transactional(readOnly = true)
    public Optional<Offer> offerTo(long customer) {
        return buyers.planOf(customer).flatMap(plans::now).flatMap(BuyPackages::offer);
    }

    /**
     * Books the packages.
     *
     * @param login of who books them
     * @param key one for each purchase of the customer: the same again books nothing
     * @return false when that was booked before
     * @throws PurchaseRefused when it cannot be booked so; nothing is changed
     */
    @Transactional
    public boolean buy(long customer, TypedPurchase typed, String login, String key) {
        var faults = typed.faults();
        if (!faults.isEmpty()) {
            throw new PurchaseRefused(faults);
        }
        var offer = buyers.holdPlanOf(customer)
                .flatMap(plans::now)
                .flatMap(BuyPackages::offer)
                .orElseThrow(() -> new PurchaseRefused(Map.of(
                        "packages",
                        "cannot be bought by this customer now; it must be open, and have a plan with prepaid hours")));
        int packages = typed.count();
        String purchase = "bought:%d:%s".formatted(customer, key);
        boolean isNew = moveHours.buy(
                accounts.hold(customer),
                packages * offer.hours() * MINUTES_OF_AN_HOUR,
                purchase,
                typed.note().strip(),
                login);
        if (isNew) {
            events.publishEvent(new PackageBought(
                    customer, packages, offer.price(), days.today(), offer.plan(), offer.planVersion(), purchase));
        }
        return isNew;
    }

    private static Optional<Offer> offer(PlanVersion version) {
        var charging = version.terms().charging();
        var hours = charging.hours();
        var price = charging.price();
        return charging.model() == Charging.Model.PREPAID_HOURS && hours != null && price != null
                ? Optional.of(new Offer(version.plan(), version.number(), hours, price))
                : Optional.empty();
    }
}
