package io.casewright.knownissue.application;

import io.casewright.casefile.application.AgentText;
import io.casewright.casefile.application.CaseSettings;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.customer.CustomerDirectory;
import io.casewright.knownissue.domain.KnownIssueWait;
import io.casewright.knownissue.persistence.KnownIssueWaits;
import io.casewright.platform.text.CutText;
import io.casewright.servicehealth.HealthCheck;
import io.casewright.servicehealth.IssueStanding;
import io.casewright.servicehealth.ServiceIssue;
import io.casewright.servicehealth.ServiceIssue.Post;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What all steps share that deal with a known issue: how it stands, who waits with it, and what the form shows of it. */
@Component
class KnownIssueDesk {

    private static final int SHOWN_OF_PROBLEM = 300;

    private final HealthCheck health;
    private final CustomerDirectory directory;
    private final KnownIssueWaits waits;
    private final CaseSettings settings;

    KnownIssueDesk(HealthCheck health, CustomerDirectory directory, KnownIssueWaits waits, CaseSettings settings) {
        this.health = health;
        this.directory = directory;
        this.waits = waits;
        this.settings = settings;
    }

    /** How the issue stands; may ask Microsoft, so outside of any transaction. */
    IssueStanding standingOf(SupportCase supportCase, String knownIssue) {
        return health.standingOf(directory.contact(supportCase.contactId()).tenantId(), knownIssue);
    }

    /** The wait of the case that goes on. */
    Optional<KnownIssueWait> waitOf(SupportCase supportCase) {
        return waits.findFirstByCaseIdAndEndedAtIsNullOrderByIdDesc(supportCase.id());
    }

    /** The wait remembers what was heard now. */
    void note(KnownIssueWait wait, IssueStanding standing, Instant now) {
        switch (standing.state()) {
            case NOT_LISTED -> wait.miss(now);
            case ACTIVE, OVER, FALSE_ALARM -> wait.hear(newestPostAt(standing), now);
            case UNKNOWN -> {}
        }
        if (standing.problem() == null) {
            wait.canRead(now);
        } else {
            wait.cannotRead(now, settings.newsTime());
        }
    }

    WatchedIssue show(SupportCase supportCase, Optional<KnownIssueWait> wait, IssueStanding standing) {
        var news = wait.filter(KnownIssueWait::hasNews);
        return new WatchedIssue(
                standing.issue() == null ? "" : standing.issue().title(),
                statusOf(standing),
                AgentText.shown(noticesToShow(wait, standing)),
                newestPost(standing).map(Post::at).map(Instant::toString).orElse(""),
                news.isPresent()
                        ? settings.priority().of(supportCase.severity())
                        : settings.priority().quiet(),
                news.flatMap(KnownIssueWait::newsSince)
                        .map(since -> since.plus(settings.newsTime()).toString())
                        .orElse(""));
    }

    /** Several are told apart by their times; the form shows the time of the newest anyway. */
    private static List<String> noticesToShow(Optional<KnownIssueWait> wait, IssueStanding standing) {
        var issue = standing.issue();
        var settled = wait.flatMap(KnownIssueWait::settledPostAt).orElse(Instant.MIN);
        var unsettled = wait.isEmpty() || issue == null
                ? List.<Post>of()
                : issue.posts().stream()
                        .filter(post -> post.at() != null && post.at().isAfter(settled))
                        .toList();
        return unsettled.size() > 1
                ? unsettled.stream().map(post -> post.at() + ": " + post.text()).toList()
                : newestPost(standing).map(Post::text).stream().toList();
    }

    private static @Nullable Instant newestPostAt(IssueStanding standing) {
        return newestPost(standing).map(Post::at).orElse(null);
    }

    static @Nullable Instant newestPostUntil(Instant until, IssueStanding standing) {
        return Stream.ofNullable(standing.issue())
                .flatMap(issue -> issue.posts().stream())
                .map(Post::at)
                .filter(at -> at != null && !at.isAfter(until))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Optional<Post> newestPost(IssueStanding standing) {
        return Optional.ofNullable(standing.issue()).flatMap(ServiceIssue::newestPost);
    }

    private static String statusOf(IssueStanding standing) {
        String said = switch (standing.state()) {
            case UNKNOWN -> "Not known now.";
            case NOT_LISTED ->
                "Microsoft does not list it, or no longer. See whether the case still waits for something.";
            case ACTIVE, OVER, FALSE_ALARM ->
                "%s, as read %s."
                        .formatted(
                                standing.issue() == null
                                        ? "Not known"
                                        : standing.issue().status().words(),
                                standing.readAt() == null
                                        ? "at an unknown time"
                                        : standing.readAt().truncatedTo(ChronoUnit.MINUTES));
        };
        return standing.problem() == null
                ? said
                : said + " Nothing newer: " + CutText.upTo(SHOWN_OF_PROBLEM, standing.problem());
    }
}
