package io.casewright.servicehealth;

import io.casewright.microsoft.MicrosoftRefused;
import io.casewright.microsoft.MicrosoftSettings;
import io.casewright.microsoft.MicrosoftUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Microsoft Graph as the source. Few questions serve many cases: an answer is kept, and after all issues have been read once only what
 * changed is asked for.
 */
@Component
class GraphServiceHealth implements ServiceHealth {

    /** Changes may become visible later than their own time says. */
    private static final Duration OVERLAP = Duration.ofHours(1);
    /** So many vanished issues are looked up one by one; more are left as they are until the next time. */
    private static final int LOOKED_UP = 20;

    private static final String PARTNER_WIDE = "partner";

    private final GraphIssues graph;
    private final IssueStore store;
    private final ServiceHealthSettings settings;
    private final MicrosoftSettings microsoft;
    private final Clock clock;
    private final Map<String, ReentrantLock> reading = new ConcurrentHashMap<>();

    GraphServiceHealth(
            GraphIssues graph,
            IssueStore store,
            ServiceHealthSettings settings,
            MicrosoftSettings microsoft,
            Clock clock) {
        this.graph = graph;
        this.store = store;
        this.settings = settings;
        this.microsoft = microsoft;
        this.clock = clock;
    }

    @Override
    public String source() {
        return isConfigured() ? "Microsoft service health" : "not configured";
    }

    @Override
    public boolean isConfigured() {
        return graph.isConfigured();
    }

    @Override
    public ServiceStatus.All statuses(String tenantId) {
        requireConfigured();
        Instant readAt = now();
        return new ServiceStatus.All(readAt, graph.statuses(tenantAsked(tenantId)));
    }

    @Override
    public Answer issues(String tenantId) {
        requireConfigured();
        String scope = settings.partnerWide() ? PARTNER_WIDE : tenantId;
        var kept = store.of(scope);
        if (isFresh(kept)) {
            return answer(kept);
        }
        var lock = reading.computeIfAbsent(scope, key -> new ReentrantLock());
        // Whoever has something to answer with does not wait for the one who reads.
        if (kept.readAt() == null) {
            lock.lock();
        } else if (!lock.tryLock()) {
            return answer(kept);
        }
        try {
            var now = store.of(scope);
            if (!isFresh(now)) {
                read(scope, tenantAsked(tenantId), now);
                now = store.of(scope);
            }
            return answer(now);
        } finally {
            lock.unlock();
        }
    }

    private boolean isFresh(KeptIssues kept) {
        return kept.isAskedSince(clock.instant().minus(settings.readEvery()));
    }

    private static Answer answer(KeptIssues kept) {
        if (kept.readAt() == null) {
            throw new ServiceHealthUnavailable(
                    kept.problem() == null ? "Service health has not been read yet." : kept.problem());
        }
        return new Answer(kept.readAt(), kept.issues(), kept.problem());
    }

    private void read(String scope, String tenantId, KeptIssues kept) {
        Instant startedAt = now();
        try {
            var newest = kept.newestChange();
            boolean all = newest.isEmpty() || !kept.isAllReadSince(startedAt.minus(settings.readAllEvery()));
            var read = all
                    ? graph.all(tenantId)
                    : graph.openOrChangedSince(tenantId, newest.get().minus(OVERLAP));
            var before = byId(kept.issues());
            var after = joined(tenantId, before, byId(read), all);
            var changed = after.values().stream()
                    .filter(issue -> !issue.equals(before.get(issue.id())))
                    .toList();
            var gone = before.keySet().stream()
                    .filter(id -> !after.containsKey(id))
                    .toList();
            store.keep(scope, startedAt, now(), all, changed, gone);
        } catch (MicrosoftRefused e) {
            store.refused(scope, now(), "The tenant does not let us read its service health. " + e.reason());
        } catch (MicrosoftUnavailable e) {
            store.unanswered(scope, now(), e.reason());
        } catch (ServiceHealthUnavailable e) {
            store.unanswered(scope, now(), e.reason());
        }
    }

    /**
     * What is kept after this reading. An open issue that is missing in an answer may have slipped through between two pages, so it is
     * looked up before it is given up.
     */
    private Map<String, ServiceIssue> joined(
            String tenantId, Map<String, ServiceIssue> before, Map<String, ServiceIssue> read, boolean all) {
        var after = new TreeMap<String, ServiceIssue>(all ? Map.of() : before);
        after.putAll(read);
        int lookedUp = 0;
        for (ServiceIssue issue : before.values()) {
            if (issue.isActive() && !read.containsKey(issue.id())) {
                after.put(issue.id(), issue);
                if (lookedUp++ < LOOKED_UP) {
                    graph.one(tenantId, issue.id())
                            .ifPresentOrElse(found -> after.put(issue.id(), found), () -> after.remove(issue.id()));
                }
            }
        }
        return after;
    }

    private static Map<String, ServiceIssue> byId(Collection<ServiceIssue> issues) {
        return issues.stream().collect(Collectors.toMap(ServiceIssue::id, issue -> issue));
    }

    private String tenantAsked(String tenantId) {
        return settings.partnerWide() ? microsoft.partnerTenant() : tenantId;
    }

    private void requireConfigured() {
        if (!isConfigured()) {
            throw new ServiceHealthUnavailable("No line to Microsoft is set up (casewright.microsoft.partner-tenant).");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
