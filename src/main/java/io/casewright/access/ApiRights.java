package io.casewright.access;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Which scope an address of the REST interface needs. */
@Component
class ApiRights {

    private final Callers callers;
    private final People people;

    ApiRights(Callers callers, People people) {
        this.callers = callers;
        this.people = people;
    }

    /** A no, with what is missing. */
    static final class Refusal extends AuthorizationDecision {

        private final String reason;

        Refusal(String reason) {
            super(false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    AuthorizationManager<RequestAuthorizationContext> needs(Scope scope) {
        return (authentication, request) -> decide(authentication, scope, false);
    }

    /** As far as only the partner's house may go. */
    AuthorizationManager<RequestAuthorizationContext> needsInside(Scope scope) {
        return (authentication, request) -> decide(authentication, scope, true);
    }

    /** As {@link #needsInside} to read; a person also needs one of these roles. */
    AuthorizationManager<RequestAuthorizationContext> needsAny(Role... roles) {
        return (authentication, request) ->
                refusal(authentication, roles).orElseGet(() -> decide(authentication, Scope.READ, true));
    }

    /** As {@link #needs} to read; a person also needs one of these roles. */
    AuthorizationManager<RequestAuthorizationContext> needsToRead(Role... roles) {
        return (authentication, request) ->
                refusal(authentication, roles).orElseGet(() -> decide(authentication, Scope.READ, false));
    }

    private Optional<AuthorizationDecision> refusal(Supplier<Authentication> authentication, Role... roles) {
        return people.of(authentication.get())
                .filter(person -> !person.roles().isEmpty() && !person.hasAny(roles))
                .map(person -> new Refusal("This is for %s."
                        .formatted(Arrays.stream(roles).map(Role::word).collect(Collectors.joining(" or ")))));
    }

    private AuthorizationDecision decide(Supplier<Authentication> authentication, Scope scope, boolean onlyInside) {
        var caller = callers.of(authentication.get()).orElse(null);
        if (caller == null) {
            return new AuthorizationDecision(false);
        }
        if (caller.reach().isNone()) {
            return new Refusal("These credentials name neither a role nor whose cases they are for.");
        }
        if (!caller.may(scope)) {
            return new Refusal("This needs %s, which these credentials do not give.".formatted(scope.word()));
        }
        if (onlyInside && !caller.isInside()) {
            return new Refusal("This is for the partner's own people and programs.");
        }
        return new AuthorizationDecision(true);
    }
}
