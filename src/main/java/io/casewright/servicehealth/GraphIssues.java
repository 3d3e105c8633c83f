package io.casewright.servicehealth;

import io.casewright.microsoft.Api;
import io.casewright.microsoft.Call;
import io.casewright.microsoft.MicrosoftLine;
import io.casewright.microsoft.MicrosoftRefused;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The calls to Microsoft Graph's service communications. All may throw {@link io.casewright.microsoft.MicrosoftTrouble}, or
 * {@link ServiceHealthUnavailable} when the answer is none to the question. */
@Component
class GraphIssues {

    private static final String ROOT = "/v1.0/admin/serviceAnnouncement";
    private static final String PAGE_SIZE = "odata.maxpagesize=500";
    private static final int PAGES = 100;
    private static final int NOT_FOUND = 404;

    private final MicrosoftLine line;

    GraphIssues(MicrosoftLine line) {
        this.line = line;
    }

    boolean isConfigured() {
        return line.isConfigured();
    }

    /** All issues that the tenant knows of. */
    Collection<ServiceIssue> all(String tenantId) {
        return issues(tenantId, Call.get(Api.GRAPH, tenantId, ROOT + "/issues"));
    }

    /** The issues that changed since then, and all that are open. */
    Collection<ServiceIssue> openOrChangedSince(String tenantId, Instant since) {
        String filter =
                "lastModifiedDateTime ge %s or isResolved eq false".formatted(since.truncatedTo(ChronoUnit.SECONDS));
        return issues(tenantId, Call.get(Api.GRAPH, tenantId, ROOT + "/issues").query("$filter", filter));
    }

    /** One issue; nothing when the tenant does not know it. */
    Optional<ServiceIssue> one(String tenantId, String issueId) {
        try {
            var call = Call.get(Api.GRAPH, tenantId, ROOT + "/issues/{id}", issueId);
            return Optional.ofNullable(line.send(call, HealthWire.Issue.class).content())
                    .flatMap(IssueReader::issue);
        } catch (MicrosoftRefused e) {
            if (e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** How the tenant's services stand, by name. */
    List<ServiceStatus> statuses(String tenantId) {
        return pages(
                        tenantId,
                        Call.get(Api.GRAPH, tenantId, ROOT + "/healthOverviews"),
                        HealthWire.Overviews.class,
                        HealthWire.Overviews::value,
                        HealthWire.Overviews::nextLink)
                .stream()
                .map(overview -> new ServiceStatus(
                        IssueReader.text(overview.service(), 120), IssueReader.status(overview.status())))
                .filter(status -> !status.service().isEmpty())
                .distinct()
                .sorted(Comparator.comparing(ServiceStatus::service))
                .toList();
    }

    /** Pages shift when something changes while they are read, so an issue may come twice: its newest state counts. */
    private Collection<ServiceIssue> issues(String tenantId, Call first) {
        Map<String, ServiceIssue> issues = new LinkedHashMap<>();
        pages(tenantId, first, HealthWire.Issues.class, HealthWire.Issues::value, HealthWire.Issues::nextLink).stream()
                .flatMap(wire -> IssueReader.issue(wire).stream())
                .forEach(
                        issue -> issues.merge(issue.id(), issue, (one, other) -> other.isOlderThan(one) ? one : other));
        return issues.values();
    }

    private <P, I> List<I> pages(
            String tenantId,
            Call first,
            Class<P> page,
            Function<P, @Nullable List<@Nullable I>> items,
            Function<P, @Nullable URI> next) {
        var all = new ArrayList<I>();
        Call call = first;
        for (int read = 0; read < PAGES; read++) {
            P content = line.send(call.header("Prefer", PAGE_SIZE), page).content();
            var found = content == null ? null : items.apply(content);
            if (content == null || found == null) {
                throw new ServiceHealthUnavailable("Microsoft's answer has no list of issues or services.");
            }
            found.stream().filter(Objects::nonNull).forEach(all::add);
            URI link = next.apply(content);
            if (link == null) {
                return all;
            }
            call = Call.follow(Api.GRAPH, tenantId, link);
        }
        throw new ServiceHealthUnavailable("Microsoft's list does not end after %d pages.".formatted(PAGES));
    }
}
