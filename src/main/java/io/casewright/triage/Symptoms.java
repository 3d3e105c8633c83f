package io.casewright.triage;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What goes wrong by a text, in words by which two texts in two languages can be compared. */
final class Symptoms {

    private static final Set<String> CONCEPTS =
            Set.of("bounce", "dns", "login", "ransom", "slow", "spam", "stopped", "suspended");

    private static final Pattern CODE =
            Pattern.compile("\\b(?:0x[0-9a-f]{4,}|aadsts\\d+|[45]\\d\\d \\d\\.\\d{1,3}\\.\\d{1,3})\\b");
    private static final int SHORTEST_WORD = 5;
    private static final int LONGEST_WORD = 60;

    private final Concepts concepts;

    Symptoms(Concepts concepts) {
        this.concepts = concepts;
    }

    /** Where neither a known symptom nor an error's code is named, what it is about and the subject's longer words. */
    Set<String> in(String subject, String body, String product) {
        CleanText all = CleanText.of(subject, body);
        Set<String> topics = concepts.in(all);
        var found = new TreeSet<String>();
        topics.stream().filter(CONCEPTS::contains).forEach(found::add);
        CODE.matcher(all.text()).results().forEach(code -> found.add(code.group()));
        if (found.isEmpty()) {
            found.addAll(topics);
            var named = Set.copyOf(CleanText.of(product).words());
            CleanText.of(subject).words().stream()
                    .filter(word -> word.length() >= SHORTEST_WORD && word.length() <= LONGEST_WORD)
                    .filter(Predicate.not(named::contains))
                    .forEach(found::add);
        }
        return found;
    }
}
