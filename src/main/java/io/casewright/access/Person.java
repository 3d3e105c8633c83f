package io.casewright.access;

import java.util.Arrays;
import java.util.Set;

/**
 * Who is logged in. A method of a controller takes it as a parameter.
 *
 * @param login unique in the partner's house, and the assignee of this person's tasks
 * @param name as others read it
 * @param queues the candidate groups whose tasks this person may take
 */
public record Person(String login, String name, Set<Role> roles, Set<String> queues) {

    public Person {
        roles = Set.copyOf(roles);
        queues = Set.copyOf(queues);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether the person works on cases, rather than only looks. */
    public boolean worksOnCases() {
        return hasAny(Role.AGENT, Role.SPECIALIST, Role.DUTY_MANAGER);
    }

    public boolean hasAny(Role... wanted) {
        return Arrays.stream(wanted).anyMatch(roles::contains);
    }
}
