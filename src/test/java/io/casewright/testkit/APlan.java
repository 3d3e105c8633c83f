package io.casewright.testkit;

import io.casewright.casefile.application.RecordResolution.Plan;
import io.casewright.casefile.domain.PlannedChange;
import org.jspecify.annotations.Nullable;

/** How an agent means to solve a case, with sensible defaults: words for the customer, no cost, one person. */
public final class APlan {

    private final String action;
    private @Nullable String detail;
    private @Nullable String amount;
    private @Nullable String backReason;
    private @Nullable String seats;
    private @Nullable PlannedChange change;
    private boolean approvalNeeded;

    private APlan(String action) {
        this.action = action;
    }

    public static APlan to(String action) {
        return new APlan(action);
    }

    public APlan detail(String text) {
        detail = text;
        return this;
    }

    public APlan costing(@Nullable String typed) {
        amount = typed;
        return this;
    }

    public APlan because(String text) {
        backReason = text;
        return this;
    }

    public APlan changing(String subscription, String name, @Nullable String seats) {
        change = new PlannedChange(subscription, name, null);
        this.seats = seats;
        return this;
    }

    public APlan forASecondPerson() {
        approvalNeeded = true;
        return this;
    }

    public Plan plan() {
        return new Plan(action, detail, amount, "Done", backReason, seats, change, approvalNeeded);
    }
}
