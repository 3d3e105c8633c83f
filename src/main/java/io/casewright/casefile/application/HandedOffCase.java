package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.message.LetterContent;
import io.casewright.message.PublicText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What those who work on a hand-off may see of the case and do to it. */
@Service
public class HandedOffCase {

    private final CaseSteps steps;
    private final Correspondence correspondence;

    HandedOffCase(CaseSteps steps, Correspondence correspondence) {
        this.steps = steps;
        this.correspondence = correspondence;
    }

    /** What the forms show of the case. */
    @Transactional(readOnly = true)
    public CaseFacts facts(CaseNumber number) {
        return steps.factsOf(steps.find(number));
    }

    /** Why nothing can be handed off any more, if that is so, as a sentence for the agent. */
    @Transactional(readOnly = true)
    public Optional<String> whyEnded(CaseNumber number) {
        var found = steps.find(number);
        return found.status().isEnded()
                ? Optional.of("The case is %s meanwhile; nothing was recorded.".formatted(found.status()))
                : Optional.empty();
    }

    /** Puts on the timeline what happened at this step; the same step does it once. */
    @Transactional
    public void note(CaseNumber number, Kind kind, @Nullable String agent, Step step, String text) {
        steps.once(
                steps.find(number),
                step,
                supportCase -> steps.record(supportCase, kind, Actor.agent(agent), step, AgentText.cut(text)));
    }

    /** Puts on the timeline what happened outside the process; whoever calls sees to it that it is told once. */
    @Transactional
    public void tell(CaseNumber number, Kind kind, String text) {
        steps.record(steps.find(number), kind, Actor.SYSTEM, null, AgentText.cut(text));
    }

    /** Asks the customer in the partner's words; the case stays where it is, and the reply comes as a message. */
    @Transactional
    public void ask(CaseNumber number, String question, @Nullable String agent, Step step) {
        steps.once(steps.find(number), step, supportCase -> {
            if (!supportCase.status().isEnded()) {
                correspondence.write(supportCase, new LetterContent.Question(new PublicText(question)), step);
                steps.record(supportCase, Kind.ASKED, Actor.agent(agent), step, question);
            }
        });
    }
}
