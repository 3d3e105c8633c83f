package io.casewright.access;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** The two logins of the REST interface on a developer's machine. Spring's own users in memory would hash a password at the first login. */
final class DemoUsers implements UserDetailsService {

    private static final Set<String> QUEUES = Set.of("first-line", "billing", "subscription", "technical");

    private static final Map<String, Person> PEOPLE = Stream.of(
                    new Person("demo", "Dana Moser", Set.of(Role.AGENT), QUEUES),
                    new Person("act", "Arno Castell", Set.of(Role.DUTY_MANAGER), Claims.withDuty(QUEUES)))
            .collect(Collectors.toMap(Person::login, Function.identity()));

    @Override
    public UserDetails loadUserByUsername(String login) {
        var person = PEOPLE.get(login);
        if (person == null) {
            throw new UsernameNotFoundException(login);
        }
        return new LocalUser(person);
    }
}
