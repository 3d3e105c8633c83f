package io.casewright.handoff.application;

import io.casewright.casefile.application.Overtaken;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.handoff.domain.VendorTicket;
import io.casewright.handoff.domain.VendorTicketNote.Kind;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what is new at the vendor, and tells the hand-off what concerns it. */
@Service
public class FollowTicket {

    private final TicketSteps steps;
    private final HandOffProcess process;

    FollowTicket(TicketSteps steps, HandOffProcess process) {
        this.steps = steps;
        this.process = process;
    }

    /** What can be new at the vendor. */
    public enum News {
        NOTE(Kind.NOTE),
        QUESTION(Kind.QUESTION),
        SOLVED(Kind.SOLVED),
        NOT_SOLVED(Kind.NOT_SOLVED);

        private final Kind kind;

        News(Kind kind) {
            this.kind = kind;
        }

        /** The ticket is closed there with it. */
        public boolean ends() {
            return this == SOLVED || this == NOT_SOLVED;
        }
    }

    /** Why the news cannot be taken, as a sentence for the agent. */
    public Optional<String> problemWith(@Nullable News news, @Nullable String words) {
        return news == null
                ? Optional.of("What is new: choose one.")
                : TicketWords.problemWith("What the vendor says", words, TicketWords.NEWS);
    }

    /**
     * Takes the news.
     *
     * @return whether the ticket is closed there; that of a case that ended is not, until its process has seen to it
     * @throws Overtaken when there is a problem with them
     */
    @Transactional
    public boolean take(
            String reference, @Nullable News news, @Nullable String words, @Nullable String agent, Step step) {
        var ticket = steps.lock(reference);
        if (!steps.isDone(ticket, step)) {
            Overtaken.failOn(reference, problemWith(news, words));
            record(ticket, Objects.requireNonNull(news), Objects.requireNonNull(words), agent, step);
        }
        return ticket.isClosed();
    }

    private void record(VendorTicket ticket, News news, String words, @Nullable String agent, Step step) {
        steps.record(
                ticket,
                news.kind,
                news.ends() ? TimelineEntry.Kind.TICKET_CLOSED : TimelineEntry.Kind.TICKET_NEWS,
                words,
                words,
                agent,
                step);
        tell(ticket, news, words, step);
    }

    /** A ticket that its desk closed meanwhile has given its result already. */
    private void tell(VendorTicket ticket, News news, String words, Step step) {
        if (news.ends() && steps.close(ticket)) {
            process.tellClosed(ticket.handOff(), news == News.SOLVED, words, step.key());
        } else if (news == News.QUESTION && !ticket.hasEnded()) {
            ticket.theyAsk();
            process.tellAsked(ticket, words, step.key());
        }
    }
}
