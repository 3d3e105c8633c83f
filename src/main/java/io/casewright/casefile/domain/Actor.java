package io.casewright.casefile.domain;

import org.jspecify.annotations.Nullable;

/**
 * Who did something to a case.
 *
 * @param name login of a person or name of a client, where one is known
 */
public record Actor(Kind kind, @Nullable String name) {

    /** A customer, an agent in Tasklist, or Casewright itself. */
    public enum Kind {
        CUSTOMER,
        AGENT,
        SYSTEM
    }

    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null);

    /** An agent, by login where it is known. */
    public static Actor agent(@Nullable String login) {
        return new Actor(Kind.AGENT, login);
    }

    public static Actor customer(String name) {
        return new Actor(Kind.CUSTOMER, name);
    }
}
