package io.casewright.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClaimsTests {

    static Stream<Arguments> rolesAreRead() {
        return Stream.of(
                Arguments.of(
                        "a list", "roles", Map.of("roles", List.of("agent", "auditor")), roles("AGENT", "AUDITOR")),
                Arguments.of("one word", "roles", Map.of("roles", "agent"), roles("AGENT")),
                Arguments.of(
                        "words with commas", "roles", Map.of("roles", "agent, auditor,"), roles("AGENT", "AUDITOR")),
                Arguments.of(
                        "any usual spelling",
                        "roles",
                        Map.of("roles", List.of("duty-manager", "PROCESS_OWNER", "Specialist ")),
                        roles("DUTY_MANAGER", "PROCESS_OWNER", "SPECIALIST")),
                Arguments.of(
                        "nested",
                        "realm_access.roles",
                        Map.of("realm_access", Map.of("roles", List.of("agent", "offline_access"))),
                        roles("AGENT")),
                Arguments.of(
                        "deeper",
                        "resource_access.casewright.roles",
                        Map.of("resource_access", Map.of("casewright", Map.of("roles", List.of("agent")))),
                        roles("AGENT")),
                Arguments.of(
                        "a name with dots",
                        "https://partner.example/roles",
                        Map.of("https://partner.example/roles", List.of("agent")),
                        roles("AGENT")),
                Arguments.of("unknown words", "roles", Map.of("roles", List.of("root", "")), roles()),
                Arguments.of("not given", "roles", Map.of(), roles()),
                Arguments.of("nested in nothing", "realm_access.roles", Map.of("realm_access", "agent"), roles()),
                Arguments.of("a number", "roles", Map.of("roles", 7), roles()),
                Arguments.of("a map", "roles", Map.of("roles", Map.of("agent", true)), roles()),
                Arguments.of(
                        "a list of other things",
                        "roles",
                        Map.of("roles", Arrays.asList(7, null, List.of("agent"), "auditor")),
                        roles("AUDITOR")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void rolesAreRead(String what, String claim, Map<String, Object> claims, Set<Role> expected) {
        assertThat(new Claims(claims).person(claim, "queues").roles()).isEqualTo(expected);
    }

    @Test
    void queuesAreReadAsTheyAreWritten() {
        var person = new Claims(Map.of("groups", List.of("technical", "first-line"))).person("roles", "groups");
        assertThat(person.queues()).containsExactlyInAnyOrder("technical", "first-line");
    }

    @Test
    void aDutyManagerHasTheQueueOfDutyManagers() {
        var claims = new Claims(Map.of("roles", "duty-manager", "queues", List.of("technical")));
        assertThat(claims.person("roles", "queues").queues()).containsExactlyInAnyOrder("technical", "duty-manager");
        assertThat(new Claims(Map.of("roles", "agent"))
                        .person("roles", "queues")
                        .queues())
                .isEmpty();
    }

    @Test
    void loginAndNameHaveSubstitutes() {
        var full = new Claims(Map.of("sub", "4711", "preferred_username", "mara", "name", "Mara Lindt"));
        assertThat(full.person("roles", "queues"))
                .extracting(Person::login, Person::name)
                .containsExactly("mara", "Mara Lindt");
        var bare = new Claims(Map.of("sub", "4711", "preferred_username", " ", "name", 5));
        assertThat(bare.person("roles", "queues"))
                .extracting(Person::login, Person::name)
                .containsExactly("4711", "4711");
    }

    private static Set<Role> roles(String... names) {
        return Stream.of(names).map(Role::valueOf).collect(Collectors.toSet());
    }
}
