package io.casewright.desk.application;

import io.casewright.access.Person;
import io.casewright.desk.domain.Colleague;
import io.casewright.desk.persistence.DeskPeople;
import io.casewright.desk.persistence.Presence;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Who has a task open: each page says so every some seconds, and who has not said so for a while has gone. */
@Service
public class SeePresence {

    private static final Duration GONE_AFTER = Duration.ofSeconds(25);

    private final Presence presence;
    private final DeskPeople people;
    private final Clock clock;

    SeePresence(Presence presence, DeskPeople people, Clock clock) {
        this.presence = presence;
        this.people = people;
        this.clock = clock;
    }

    /** The person is there. */
    public void seen(long taskId, Person person) {
        presence.seen(taskId, person.login(), clock.instant());
    }

    public void left(long taskId, Person person) {
        presence.left(taskId, person.login());
    }

    /** Names of the others who are there. */
    public List<String> others(long taskId, Person person) {
        var logins = presence.at(taskId, clock.instant().minus(GONE_AFTER));
        if (logins.stream().allMatch(person.login()::equals)) {
            return List.of();
        }
        var names = people.all().stream().collect(Collectors.toMap(Colleague::login, Function.identity()));
        return logins.stream()
                .filter(login -> !login.equals(person.login()))
                .map(login -> names.containsKey(login) ? names.get(login).name() : login)
                .toList();
    }

    @Scheduled(fixedDelay = 10 * 60 * 1000, initialDelay = 60 * 1000)
    void forgetGone() {
        presence.forgetBefore(clock.instant().minus(GONE_AFTER));
    }
}
