package io.casewright.casefile.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.message.GivenUpLetters;
import io.casewright.message.GivenUpLetters.GivenUp;
import io.casewright.platform.deadletter.Crossing;
import io.casewright.platform.deadletter.DeadLetter;
import io.casewright.platform.deadletter.DeadLetter.Action;
import io.casewright.platform.deadletter.DecidedBy;
import io.casewright.platform.deadletter.DecisionRefused;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Letters that no mail server takes: they belong to their case, so there is no other to attach them to. */
@Component
@Order(1)
class LettersToCustomers implements Crossing {

    private final GivenUpLetters letters;
    private final SettleDeadLetters settle;

    LettersToCustomers(GivenUpLetters letters, SettleDeadLetters settle) {
        this.letters = letters;
        this.settle = settle;
    }

    @Override
    public String id() {
        return "letters";
    }

    @Override
    public String title() {
        return "Letters to customers";
    }

    @Override
    public List<DeadLetter> dead(int most) {
        var found = letters.list(most);
        var ended = settle.endedAmong(found.stream().map(GivenUp::caseNumber).toList());
        return found.stream().map(letter -> dead(letter, ended)).toList();
    }

    @Override
    public long count() {
        return letters.count();
    }

    private static DeadLetter dead(GivenUp letter, Set<String> ended) {
        var actions = EnumSet.of(Action.SEND_AGAIN, Action.DISCARD);
        if (ended.contains(letter.caseNumber())) {
            actions.add(Action.REOPEN);
        }
        return new DeadLetter(
                Long.toString(letter.id()),
                StringUtils.capitalize(letter.kind().name().toLowerCase(Locale.ROOT)),
                letter.caseNumber(),
                letter.reason(),
                letter.writtenAt(),
                actions);
    }

    @Override
    public boolean decide(DeadLetter letter, Action action, String target, String words, DecidedBy person) {
        long id = Long.parseLong(letter.key());
        var number = new CaseNumber(String.valueOf(letter.place()));
        return switch (action) {
            case SEND_AGAIN -> settle.sendLetterAgain(number, id);
            case DISCARD -> letters.settle(id);
            case REOPEN -> letters.settle(id) && settle.reopen(number, person.login(), words);
            case ATTACH -> throw new DecisionRefused("A letter belongs to the case it was written for.");
        };
    }
}
