package io.casewright.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody would remember who listened to a conversation and knows nothing of how it is brought about. */
final class Memory {

    final long seed;
    final Words words;

    /** All that was done, one step after the other. */
    final List<String> steps = new ArrayList<>();

    /** All cases that came of it, the first one first. */
    final List<String> cases = new ArrayList<>();

    final List<Written> written = new ArrayList<>();
    final Set<String> notes = new HashSet<>();
    final Set<String> vendorNotes = new HashSet<>();

    /** Marks that a person had in front of them in a form that was done with. */
    final Set<String> seen = new HashSet<>();

    /** How often the customer may hear a word. */
    final Map<String, Integer> told = new HashMap<>();

    /** Words of which somebody said that the customer gets them now. */
    final Set<String> promised = new HashSet<>();

    /** Cases that the customer took back, with what had been written until then. */
    final Set<String> takenBack = new HashSet<>();

    Memory(long seed) {
        this.seed = seed;
        words = new Words(seed);
    }

    /** A case that follows one of ours is ours as well. */
    void findFollowing(JdbcClient database) {
        for (int at = 0; at < cases.size(); at++) {
            database
                    .sql("SELECT number FROM support_case WHERE follow_up_of = ? ORDER BY id")
                    .param(cases.get(at))
                    .query(String.class)
                    .list()
                    .stream()
                    .filter(number -> !cases.contains(number))
                    .forEach(cases::add);
        }
    }

    /** The customer wants to hear no more of it. */
    void takenBack(String caseNumber) {
        written.stream()
                .filter(each -> each.caseNumber().equals(caseNumber))
                .forEach(each -> takenBack.add(each.mark()));
    }

    /** What the customer wrote about a case, and whether a person has to see it. */
    record Written(String mark, String caseNumber, boolean forPerson) {}
}
