package io.casewright.knownissue.application;

import io.casewright.casefile.application.Advice;
import io.casewright.casefile.application.AgentText;
import io.casewright.casefile.application.CaseSteps;
import io.casewright.casefile.application.Correspondence;
import io.casewright.casefile.application.Overtaken;
import io.casewright.casefile.application.OwnWords;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.knownissue.domain.KnownIssueWait;
import io.casewright.message.LetterContent;
import io.casewright.message.PublicText;
import io.casewright.servicehealth.IssueStanding;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Looks after the service incident that a case waits with, and does what an agent decides about it. */
@Service
public class WatchKnownIssue {

    private final CaseSteps steps;
    private final KnownIssueDesk desk;
    private final EndKnownIssue endKnownIssue;
    private final Correspondence correspondence;
    private final Advice advice;
    private final TransactionOperations transactions;
    private final Clock clock;

    WatchKnownIssue(
            CaseSteps steps,
            KnownIssueDesk desk,
            EndKnownIssue endKnownIssue,
            Correspondence correspondence,
            Advice advice,
            TransactionOperations transactions,
            Clock clock) {
        this.steps = steps;
        this.desk = desk;
        this.endKnownIssue = endKnownIssue;
        this.correspondence = correspondence;
        this.advice = advice;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What became of the issue a case waits with. */
    public enum State {
        ACTIVE,
        OVER,
        FALSE_ALARM,
        NOT_AWAITED
    }

    /** What an agent decides. */
    public enum Choice {
        /** The customer hears the news. */
        RELAY,
        /** The news are not for the customer. */
        WAIT,
        /** The issue is not behind this case. */
        UNLINK
    }

    /**
     * How the issue stands.
     *
     * @param news a text to begin with when there is something to tell the customer
     */
    public record Look(State state, WatchedIssue issue, Optional<String> news) {}

    /** What came of an agent's decision: whether the case still waits, and how the issue stands. */
    public record Outcome(boolean waiting, WatchedIssue issue) {}

    /** Looks once; while service health cannot be read, or does not list the issue, it counts as active. */
    public Look look(CaseNumber number, String knownIssue) {
        var asked = steps.find(number);
        if (!asked.waitsFor(knownIssue)) {
            return new Look(State.NOT_AWAITED, new WatchedIssue("", "", "", "", 0, ""), Optional.empty());
        }
        var standing = desk.standingOf(asked, knownIssue);
        return transactions.execute(status -> {
            var found = steps.find(number);
            var wait = desk.waitOf(found);
            wait.ifPresent(each -> desk.note(each, standing, clock.instant()));
            boolean news = wait.filter(KnownIssueWait::hasNews).isPresent();
            return new Look(
                    found.waitsFor(knownIssue) ? stateOf(standing) : State.NOT_AWAITED,
                    desk.show(found, wait, standing),
                    news ? Optional.of(advice.knownIssueNews(knownIssue, localeOf(found))) : Optional.empty());
        });
    }

    /**
     * Why the decision cannot be acted on, as a sentence for the agent; none when the case does not wait any more, since then
     * nothing is left to decide.
     */
    public Optional<String> problemWith(
            CaseNumber number, String knownIssue, @Nullable Choice choice, @Nullable String words) {
        var found = steps.find(number);
        return found.waitsFor(knownIssue)
                ? problemWith(choice, words, desk.standingOf(found, knownIssue))
                : Optional.empty();
    }

    /**
     * Does what the agent decided about the notice that was shown.
     *
     * @param words for the customer, when the news are to be told
     * @param shownAt Microsoft's time of the notice
     * @throws Overtaken when there is a problem with it meanwhile
     */
    public Outcome decide(
            CaseNumber number,
            String knownIssue,
            @Nullable Choice choice,
            @Nullable String words,
            @Nullable Instant shownAt,
            @Nullable String agent,
            Step step) {
        var standing = desk.standingOf(steps.find(number), knownIssue);
        return transactions.execute(status -> {
            var found = steps.find(number);
            if (!found.waitsFor(knownIssue)) {
                return new Outcome(false, desk.show(found, Optional.empty(), standing));
            }
            steps.once(found, step, supportCase -> {
                Overtaken.failOn(number, problemWith(choice, words, standing));
                act(supportCase, knownIssue, Objects.requireNonNull(choice), words, agent, step);
            });
            desk.waitOf(found).ifPresent(wait -> wait.settle(shownAt));
            return new Outcome(found.waitsFor(knownIssue), desk.show(found, desk.waitOf(found), standing));
        });
    }

    private void act(
            SupportCase supportCase,
            String knownIssue,
            Choice choice,
            @Nullable String words,
            @Nullable String agent,
            Step step) {
        if (choice == Choice.UNLINK) {
            endKnownIssue.unlink(supportCase, knownIssue, Actor.agent(agent), step);
        } else if (choice == Choice.RELAY && words != null) {
            correspondence.write(supportCase, new LetterContent.Update(new PublicText(words)), step);
            steps.record(supportCase, Kind.ISSUE_NEWS, Actor.agent(agent), step, words);
        }
    }

    private static Optional<String> problemWith(
            @Nullable Choice choice, @Nullable String words, IssueStanding standing) {
        if (choice == null) {
            return Optional.of("What to do: choose one.");
        }
        if (choice != Choice.RELAY) {
            return Optional.empty();
        }
        String label = "In our own words";
        var issue = standing.issue();
        var notices = issue == null
                ? Stream.<String>empty()
                : Stream.concat(
                        issue.posts().stream().map(post -> post.text()), Stream.of(issue.title(), issue.impact()));
        return AgentText.problemWith(label, words)
                .or(() -> OwnWords.problemWith(label, words == null ? "" : words, notices));
    }

    private static State stateOf(IssueStanding standing) {
        return switch (standing.state()) {
            case OVER -> State.OVER;
            case FALSE_ALARM -> State.FALSE_ALARM;
            case ACTIVE, NOT_LISTED, UNKNOWN -> State.ACTIVE;
        };
    }

    private static Locale localeOf(SupportCase supportCase) {
        return Locale.forLanguageTag(supportCase.request().locale());
    }
}
