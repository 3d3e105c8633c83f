package io.casewright.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.stereotype.Component;

/** Tells who calls the REST interface. Who has a role is a person; a program has scopes and a reach instead. */
@Component
public class Callers {

    private final People people;
    private final AccessSettings settings;

    Callers(People people, AccessSettings settings) {
        this.people = people;
        this.settings = settings;
    }

    /**
     * Who makes the request that is being answered.
     *
     * @throws AuthenticationCredentialsNotFoundException when nobody has said who he is
     */
    public Caller current() {
        return of(SecurityContextHolder.getContext().getAuthentication())
                .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("Nobody has said who calls."));
    }

    Optional<Caller> of(@Nullable Authentication authentication) {
        return people.of(authentication)
                .filter(person -> !person.roles().isEmpty())
                .map(Callers::person)
                .or(() -> Optional.ofNullable(authentication)
                        .map(Authentication::getPrincipal)
                        .filter(ClaimAccessor.class::isInstance)
                        .map(said -> program(new Claims(((ClaimAccessor) said).getClaims()))));
    }

    private static Caller person(Person person) {
        var scopes = person.worksOnCases() ? EnumSet.allOf(Scope.class) : EnumSet.of(Scope.READ);
        return new Caller(person.login(), scopes, Reach.WHOLE);
    }

    private Caller program(Claims claims) {
        Set<String> words = Stream.concat(claims.scopes(), claims.words(settings.rolesClaim()))
                .collect(Collectors.toSet());
        return new Caller(
                claims.client(),
                Arrays.stream(Scope.values())
                        .filter(scope -> words.contains(scope.word()))
                        .collect(Collectors.toSet()),
                Reach.ofWords(claims.words(settings.reachClaim())));
    }
}
