package io.casewright.casefile.application;

import io.casewright.casefile.application.UnheardMessages.UnheardMessage;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.deadletter.Crossing;
import io.casewright.platform.deadletter.DeadLetter;
import io.casewright.platform.deadletter.DeadLetter.Action;
import io.casewright.platform.deadletter.DecidedBy;
import io.casewright.platform.deadletter.DecisionRefused;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What customers wrote and nobody was told of. */
@Component
@Order(2)
class WordsOfCustomers implements Crossing {

    private final UnheardMessages unheard;
    private final SettleDeadLetters settle;

    WordsOfCustomers(UnheardMessages unheard, SettleDeadLetters settle) {
        this.unheard = unheard;
        this.settle = settle;
    }

    @Override
    public String id() {
        return "words";
    }

    @Override
    public String title() {
        return "Messages of customers";
    }

    @Override
    public List<DeadLetter> dead(int most) {
        var found = unheard.list().stream().limit(most).toList();
        var ended = settle.endedAmong(
                found.stream().map(message -> message.number().value()).toList());
        return found.stream().map(message -> dead(message, ended)).toList();
    }

    @Override
    public long count() {
        return unheard.list().size();
    }

    private static DeadLetter dead(UnheardMessage message, Set<String> ended) {
        var actions = EnumSet.of(Action.SEND_AGAIN, Action.ATTACH, Action.DISCARD);
        if (ended.contains(message.number().value())) {
            actions.add(Action.REOPEN);
        }
        return new DeadLetter(
                message.key(),
                "Message of a customer",
                message.number().value(),
                "It stands in the case, but no step of the case began with it, so nobody was told. Send it again to have somebody read it.",
                message.since(),
                actions);
    }

    @Override
    public boolean decide(DeadLetter letter, Action action, String target, String words, DecidedBy person) {
        return switch (action) {
            case SEND_AGAIN -> unheard.read(letter.key());
            case DISCARD -> unheard.discard(letter.key());
            case REOPEN ->
                unheard.read(letter.key())
                        && settle.reopen(new CaseNumber(String.valueOf(letter.place())), person.login(), words);
            case ATTACH -> unheard.attach(letter.key(), caseIn(target));
        };
    }

    private static CaseNumber caseIn(String target) {
        return CaseNumber.parse(target)
                .orElseThrow(() ->
                        new DecisionRefused("Say where it belongs by the number of a case, such as CW-2026-000042."));
    }
}
