package io.casewright.handoff.application;

import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.handoff.domain.VendorTicket;
import io.casewright.handoff.domain.VendorTicketNote.Kind;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what is new at the vendor, and tells the hand-off what concerns it. */
@Service
public class FollowTicket {

    private final TicketSteps steps;
    private final HandOffProcess process;
    private final Clock clock;

    FollowTicket(TicketSteps steps, HandOffProcess process, Clock clock) {
        this.steps = steps;
        this.process = process;
        this.clock = clock;
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

    /**
     * What came of it.
     *
     * @param refusal why the news cannot be taken, as a sentence for the agent
     * @param closed whether the ticket is closed there; that of a case that ended is not, until its process has seen to it
     */
    public record Taken(@Nullable String refusal, boolean closed) {}

    @Transactional
    public Taken take(
            String reference, @Nullable News news, @Nullable String words, @Nullable String agent, Step step) {
        var ticket = steps.lock(reference);
        if (steps.isDone(ticket, step)) {
            return taken(ticket);
        }
        if (news == null) {
            return refused("What is new: choose one.");
        }
        var refusal = TicketWords.problemWith("What the vendor says", words, TicketWords.NEWS);
        if (refusal.isPresent() || words == null) {
            return refused(refusal.orElse(""));
        }
        steps.record(
                ticket,
                news.kind,
                news.ends() ? TimelineEntry.Kind.TICKET_CLOSED : TimelineEntry.Kind.TICKET_NEWS,
                words,
                words,
                agent,
                step);
        tell(ticket, news, words, step);
        return taken(ticket);
    }

    /** A ticket that its desk closed meanwhile has given its result already. */
    private void tell(VendorTicket ticket, News news, String words, Step step) {
        if (news.ends() && ticket.close(clock.instant())) {
            process.tellClosed(ticket.handOff(), news == News.SOLVED, words, step.key());
        } else if (news == News.QUESTION && !ticket.hasEnded()) {
            process.tellAsked(ticket, words, step.key());
        }
    }

    private static Taken taken(VendorTicket ticket) {
        return new Taken(null, ticket.isClosed());
    }

    private static Taken refused(String reason) {
        return new Taken(reason, false);
    }
}
