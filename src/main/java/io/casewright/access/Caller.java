package io.casewright.access;

import java.util.Set;

/**
 * Who calls the REST interface: a person of the partner's house, or a program. A method of a controller takes it as a parameter.
 *
 * @param name login of the person, or name under which the issuer knows the program
 */
public record Caller(String name, Set<Scope> scopes, Reach reach) {

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the caller belongs to the partner's house and may see what is meant for nobody else: findings, notes, who works on a case. */
    public boolean isInside() {
        return reach.isWhole();
    }

    boolean may(Scope scope) {
        return scopes.contains(scope) && !reach.isNone();
    }
}
