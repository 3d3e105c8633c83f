package io.casewright.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the issuer says about a person. What it leaves out or writes in another shape counts as not given, so a person never has more by mistake. */
record Claims(Map<String, Object> all) {

    private static final String DUTY_QUEUE = "duty-manager";

    Person person(String rolesClaim, String queuesClaim) {
        String login = text("preferred_username", text("sub", ""));
        Set<Role> roles =
                words(rolesClaim).map(Role::ofWord).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<String> queues = words(queuesClaim).collect(Collectors.toSet());
        return new Person(
                login, text("name", login), roles, roles.contains(Role.DUTY_MANAGER) ? withDuty(queues) : queues);
    }

    /** Duty managers share a queue that no claim has to give them. */
    static Set<String> withDuty(Set<String> queues) {
        var all = new HashSet<>(queues);
        all.add(DUTY_QUEUE);
        return all;
    }

    private String text(String claim, String otherwise) {
        return all.get(claim) instanceof String text && !text.isBlank() ? text.strip() : otherwise;
    }

    /** A program's name: that of its registration rather than that of its account, where the issuer tells both. */
    String client() {
        return text("client_id", text("azp", text("appid", text("sub", ""))));
    }

    /** Scopes that were granted; a text of them has blanks between (RFC 9068, section 2.2.3). */
    Stream<String> scopes() {
        return Stream.of("scope", "scp").flatMap(this::words).flatMap(words -> Arrays.stream(words.split(" ", -1)));
    }

    Stream<String> words(String claim) {
        Stream<?> values = switch (find(claim)) {
            case String text -> Arrays.stream(text.split(",", -1));
            case Collection<?> list -> list.stream();
            case null, default -> Stream.empty();
        };
        return values.filter(String.class::isInstance)
                .map(value -> ((String) value).strip())
                .filter(word -> !word.isEmpty());
    }

    /** By its whole name, which may have dots in it as web addresses do, else step by step. */
    private @Nullable Object find(String claim) {
        if (all.containsKey(claim)) {
            return all.get(claim);
        }
        Object found = all;
        for (String step : List.of(claim.split("\\.", -1))) {
            found = found instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return found;
    }
}
