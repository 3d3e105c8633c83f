package io.casewright.operations.pages;

import io.casewright.access.Person;
import io.casewright.access.Role;
import io.casewright.operations.application.DeadLetters;
import io.casewright.operations.application.DeadLetters.Stuck;
import io.casewright.operations.domain.Decision;
import io.casewright.operations.pages.DeadLettersPage.Done;
import io.casewright.operations.pages.DeadLettersPage.Letter;
import io.casewright.operations.pages.DeadLettersPage.Offer;
import io.casewright.operations.pages.DeadLettersPage.Way;
import io.casewright.platform.deadletter.DeadLetter;
import io.casewright.platform.deadletter.DeadLetter.Action;
import io.casewright.platform.pages.Moments;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says in words what is stuck for good, and what can be done. */
@Component
class DeadLettersPages {

    private static final Map<String, String> SEND_AGAIN =
            Map.of("words", "Have somebody read it", "mails", "Judge it anew");

    private final DeadLetters deadLetters;
    private final Moments moments;

    DeadLettersPages(DeadLetters deadLetters, Moments moments) {
        this.deadLetters = deadLetters;
        this.moments = moments;
    }

    DeadLettersPage page(Person person) {
        var stuck = deadLetters.read();
        var titles = stuck.stream().collect(Collectors.toMap(Stuck::crossing, Stuck::title));
        return new DeadLettersPage(
                person.hasAny(Role.OPERATIONS, Role.DUTY_MANAGER),
                stuck.stream().map(this::way).toList(),
                deadLetters.decisions().stream()
                        .map(decision -> done(decision, titles.getOrDefault(decision.crossing(), "")))
                        .toList());
    }

    private Way way(Stuck stuck) {
        return new Way(
                stuck.crossing(),
                stuck.title(),
                stuck.letters().stream()
                        .map(letter -> letter(stuck.crossing(), letter))
                        .toList(),
                stuck.away());
    }

    private Letter letter(String crossing, DeadLetter letter) {
        return new Letter(
                letter.key(),
                letter.what(),
                letter.place(),
                letter.reason(),
                moments.of(letter.since()),
                letter.actions().stream()
                        .sorted()
                        .map(action -> offer(crossing, action))
                        .toList());
    }

    private static Offer offer(String crossing, Action action) {
        return switch (action) {
            case SEND_AGAIN -> new Offer(action.name(), SEND_AGAIN.getOrDefault(crossing, "Send again"), "");
            case ATTACH -> new Offer(action.name(), "Attach to another case", "target");
            case REOPEN -> new Offer(action.name(), "Reopen its case", "reason");
            case DISCARD -> new Offer(action.name(), "Discard", "reason");
        };
    }

    private Done done(Decision decision, String title) {
        String action = switch (Action.valueOf(decision.action())) {
            case SEND_AGAIN -> "sent again";
            case ATTACH -> "attached to " + decision.target();
            case REOPEN -> "its case reopened";
            case DISCARD -> "discarded";
        };
        return new Done(
                "%s: %s".formatted(title, action),
                decision.place(),
                decision.personName(),
                moments.of(decision.decidedAt()),
                decision.reason());
    }
}
