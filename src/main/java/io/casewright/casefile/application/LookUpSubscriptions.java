package io.casewright.casefile.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.customer.CustomerDirectory;
import io.casewright.microsoft.MicrosoftTrouble;
import io.casewright.platform.engine.FormChoice;
import io.casewright.platform.text.CutText;
import io.casewright.subscription.Subscription;
import io.casewright.subscription.SubscriptionWords;
import io.casewright.subscription.Subscriptions;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Looks up what the customer of a case subscribes to, for an agent to choose from. It takes seconds, so no transaction. */
@Service
public class LookUpSubscriptions {

    /** Together with the note they stay below 4 KB of variables. */
    private static final int SHOWN = 12;

    private static final int LABEL = 100;
    private static final int NOTE = 1500;

    private final CaseSteps steps;
    private final CustomerDirectory directory;
    private final Subscriptions subscriptions;

    LookUpSubscriptions(CaseSteps steps, CustomerDirectory directory, Subscriptions subscriptions) {
        this.steps = steps;
        this.directory = directory;
        this.subscriptions = subscriptions;
    }

    /**
     * What can be chosen.
     *
     * @param note the subscriptions at length, or why there are none to choose from
     */
    public record Found(List<FormChoice> choices, String note) {}

    /** Partner Center's trouble holds nobody up: without choices a person carries the action out. */
    public Found lookUp(CaseNumber number) {
        if (!subscriptions.isConfigured()) {
            return new Found(List.of(), "No line to Microsoft is set up; a person carries out every change.");
        }
        String tenantId = directory.contact(steps.find(number).contactId()).tenantId();
        try {
            return shown(subscriptions.of(tenantId).stream()
                    .filter(subscription -> !subscription.isOver())
                    .toList());
        } catch (MicrosoftTrouble trouble) {
            return new Found(
                    List.of(),
                    CutText.upTo(
                            NOTE,
                            "The subscriptions could not be read, so a person carries out the change: "
                                    + trouble.reason()));
        }
    }

    private static Found shown(List<Subscription> current) {
        if (current.isEmpty()) {
            return new Found(List.of(), "Partner Center shows no subscription of the customer that can be changed.");
        }
        var some = current.subList(0, Math.min(SHOWN, current.size()));
        String note = some.stream().map(SubscriptionWords::line).collect(Collectors.joining("\n"))
                + (current.size() > SHOWN ? "\nand %d more, in Partner Center.".formatted(current.size() - SHOWN) : "");
        return new Found(some.stream().map(LookUpSubscriptions::choice).toList(), CutText.upTo(NOTE, note));
    }

    private static FormChoice choice(Subscription subscription) {
        return new FormChoice(
                CutText.upTo(LABEL, "%s, now %d seats".formatted(subscription.name(), subscription.quantity())),
                subscription.id());
    }
}
