package io.casewright.localstack.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody who can log in at the local start; the password is the login. */
public enum DemoPerson {
    DEMO("demo", "Dana Moser", "agent", Queues.ALL),
    ACT("act", "Arno Castell", "duty-manager", Queues.ALL),
    AGENT("agent", "Mara Lindt", "agent", List.of("first-line")),
    SPECIALIST("specialist", "Piet Janssen", "specialist", List.of("billing", "subscription", "technical")),
    MANAGER("manager", "Rosa Delgado", "duty-manager", Queues.ALL),
    OWNER("owner", "Tomas Novak", "process-owner", List.of()),
    OPERATIONS("operations", "Ingrid Holm", "operations", List.of()),
    AUDITOR("auditor", "Luc Bernard", "auditor", List.of());

    private final String login;
    private final String fullName;
    private final String role;
    private final List<String> queues;

    DemoPerson(String login, String fullName, String role, List<String> queues) {
        this.login = login;
        this.fullName = fullName;
        this.role = role;
        this.queues = queues;
    }

    public String login() {
        return login;
    }

    public String fullName() {
        return fullName;
    }

    String role() {
        return role;
    }

    public static Optional<DemoPerson> of(String login) {
        return Arrays.stream(values())
                .filter(person -> person.login.equals(login))
                .findFirst();
    }

    /** What the server says about this person beside who it is. */
    public Map<String, Object> claims() {
        return Map.of("preferred_username", login, "name", fullName, "roles", List.of(role), "queues", queues);
    }

    private static final class Queues {

        private static final List<String> ALL = List.of("first-line", "billing", "subscription", "technical");
    }
}
