package io.casewright.casefile.process;

import io.casewright.casefile.application.RecordResolution.Plan;
import io.casewright.casefile.domain.PlannedChange;
import io.casewright.platform.engine.FormChoice;
import io.casewright.platform.engine.FormValues;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an agent means to solve a case, as the forms say it.
 *
 * @param amount as it was typed
 * @param resolution words for the customer
 * @param newQuantity as it was typed
 * @param subscriptionChoices what the form offered
 * @param backReason why the case goes back to its diagnosis, for colleagues
 */
public record PlanAnswers(
        @Nullable String action,
        @Nullable String actionDetail,
        @Nullable String amount,
        @Nullable String resolution,
        @Nullable String subscription,
        @Nullable String newQuantity,
        @Nullable List<FormChoice> subscriptionChoices,
        @Nullable String backReason) {

    Plan plan(boolean approvalNeeded) {
        return new Plan(
                FormValues.text(action),
                FormValues.text(actionDetail),
                FormValues.text(amount),
                FormValues.text(resolution),
                FormValues.text(backReason),
                FormValues.text(newQuantity),
                change(),
                approvalNeeded);
    }

    /** A subscription that was not among the customer's is none. */
    private @Nullable PlannedChange change() {
        String id = FormValues.text(subscription);
        if (id == null || subscriptionChoices == null) {
            return null;
        }
        return subscriptionChoices.stream()
                .filter(choice -> choice.value().equals(id))
                .findFirst()
                .map(choice -> new PlannedChange(id, choice.label(), null))
                .orElse(null);
    }
}
