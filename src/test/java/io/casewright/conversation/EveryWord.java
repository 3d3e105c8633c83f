package io.casewright.conversation;

import io.casewright.conversation.Kept.Place;
import io.casewright.conversation.Memory.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Every word is in one thread, once; and what a customer wrote was answered, read by a person, or is in an open task. */
final class EveryWord implements Rule {

    /** They say again what was said. */
    private static final Set<String> REPEATING = Set.of("REMINDER", "CLOSING_REMINDER");

    private final Kept kept;
    private final BiPredicate<String, String> isInOpenTask;

    /** @param isInOpenTask whether an open task shows that word, and of which case */
    EveryWord(Kept kept, BiPredicate<String, String> isInOpenTask) {
        this.kept = kept;
        this.isInOpenTask = isInOpenTask;
    }

    @Override
    public List<String> brokenBy(Memory memory) {
        var faults = new ArrayList<String>();
        memory.written.forEach(word -> {
            expect(faults, word.mark(), 1, place -> place.kind().equals("REPLY"), "in the customer's thread");
            kept.placesOf(word.mark()).stream()
                    .filter(place -> place.kind().equals("REPLY"))
                    .filter(place -> !place.caseNumber().equals(word.caseNumber()))
                    .forEach(place -> faults.add("%s was written about %s and is kept in %s"
                            .formatted(word.mark(), word.caseNumber(), place.caseNumber())));
            if (word.forPerson() && !isHeard(word, memory)) {
                faults.add("%s, written about %s, is in no open task and was seen by nobody"
                        .formatted(word.mark(), word.caseNumber()));
            }
        });
        memory.notes.forEach(mark ->
                expect(faults, mark, 1, place -> place.kind().equals("NOTE") && place.isInternal(), "among the notes"));
        memory.vendorNotes.forEach(
                mark -> expect(faults, mark, 1, place -> place.kind().equals("VENDOR"), "in the ticket's thread"));
        memory.promised.forEach(
                mark -> expect(faults, mark, memory.told.get(mark), EveryWord::isFirstLetter, "in a letter"));
        memory.told.forEach((mark, times) -> {
            if (count(mark, EveryWord::isFirstLetter) > times) {
                faults.add("%s was said to the customer more than the %d times it was meant".formatted(mark, times));
            }
        });
        return faults;
    }

    private static boolean isFirstLetter(Place place) {
        return place.isLetter() && !REPEATING.contains(place.kind());
    }

    private void expect(List<String> faults, String mark, int times, Predicate<Place> where, String what) {
        long found = count(mark, where);
        if (found != times) {
            faults.add("%s is %d times %s, not %d".formatted(mark, found, what, times));
        }
    }

    private long count(String mark, Predicate<Place> where) {
        return kept.placesOf(mark).stream().filter(where).count();
    }

    private boolean isHeard(Written word, Memory memory) {
        return memory.seen.contains(word.mark())
                || memory.takenBack.contains(word.mark())
                || memory.cases.stream()
                        .map(kept::caseOf)
                        .anyMatch(each -> Words.in(each.description()).contains(word.mark()))
                || memory.cases.stream().anyMatch(number -> isInOpenTask.test(word.mark(), number));
    }
}
