package io.casewright.conversation;

import io.casewright.conversation.Kept.Letter;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * No letter to a customer holds what is among those who work on the case, what a vendor said, what
 * an invoice costs, what was refused, or what others wrote.
 */
final class NothingInternal implements Rule {

    /** Nobody in these conversations tells a customer a sum: it would be what an invoice costs us. */
    private static final Pattern SUM = Pattern.compile("(?:EUR|USD|[€$])\\s?\\d+|\\d+[.,]\\d{2}\\s?(?:EUR|USD|[€$])");

    private final Kept kept;

    NothingInternal(Kept kept) {
        this.kept = kept;
    }

    @Override
    public List<String> brokenBy(Memory memory) {
        return memory.cases.stream()
                .flatMap(number -> kept.lettersOf(number).stream().flatMap(letter -> faults(letter, memory)))
                .toList();
    }

    private static Stream<String> faults(Letter letter, Memory memory) {
        return Stream.concat(
                        Words.in(letter.text()).stream().filter(mark -> !mayBeRead(mark, memory)),
                        SUM.matcher(letter.text()).results().map(MatchResult::group))
                .map(found -> "%s is in a letter of the kind %s".formatted(found, letter.kind()));
    }

    private static boolean mayBeRead(String mark, Memory memory) {
        boolean isRefused = mark.startsWith("TOLD-") && !memory.told.containsKey(mark);
        return memory.words.isOurs(mark) && !Words.isInternal(mark) && !isRefused;
    }
}
