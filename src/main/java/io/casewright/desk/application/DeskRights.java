package io.casewright.desk.application;

import io.casewright.access.Person;
import io.casewright.access.Role;
import org.jspecify.annotations.Nullable;

/** Who may do what at the Desk: everybody in the house may look; who works on cases may act, within their queues; customers are a duty manager's. */
public final class DeskRights {

    static final String ONLY_LOOKS =
            "Your login lets you look, not act. Who works on cases has the role agent, specialist or duty manager.";

    private DeskRights() {}

    /** Whether the person works on cases, rather than only looks. */
    public static boolean acts(Person person) {
        return person.worksOnCases();
    }

    /** Whether the person may change customers and contacts. */
    public static boolean keepsCustomers(Person person) {
        return person.has(Role.DUTY_MANAGER);
    }

    /** Whether the person may hand over what others have, in all queues. */
    public static boolean managesWork(Person person) {
        return person.has(Role.DUTY_MANAGER);
    }

    /** Whether the person may read what was erased, by whom and when. */
    public static boolean seesErasures(Person person) {
        return person.hasAny(Role.DUTY_MANAGER, Role.AUDITOR);
    }

    static boolean mayTake(Person person, @Nullable String queue) {
        return acts(person) && (queue == null || person.queues().contains(queue));
    }
}
