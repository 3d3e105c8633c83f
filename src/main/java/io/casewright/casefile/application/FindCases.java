package io.casewright.casefile.application;

import io.casewright.access.Reach;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.casefile.persistence.SupportCases;
import io.casewright.casefile.persistence.Timeline;
import io.casewright.customer.CustomerDirectory;
import io.casewright.customer.Requester;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads cases. */
@Service
@Transactional(readOnly = true)
public class FindCases {

    private final SupportCases cases;
    private final Timeline timeline;
    private final CustomerDirectory directory;
    private final CaseAccess access;
    private final CaseSearch search;
    private final EntityManager entities;

    FindCases(
            SupportCases cases,
            Timeline timeline,
            CustomerDirectory directory,
            CaseAccess access,
            CaseSearch search,
            EntityManager entities) {
        this.access = access;
        this.cases = cases;
        this.timeline = timeline;
        this.directory = directory;
        this.search = search;
        this.entities = entities;
    }

    /**
     * What to look for; each part narrows the list.
     *
     * @param customer tenant id or domain
     * @param text what {@link CaseSearch} finds cases by
     */
    public record Filter(
            @Nullable CaseStatus status,
            @Nullable String customer,
            @Nullable String text) {}

    public Optional<SupportCase> byNumber(CaseNumber number) {
        return cases.findByNumber(number.value());
    }

    /** What happened to the case, the oldest first. */
    public Optional<List<TimelineEntry>> timelineOf(CaseNumber number) {
        return byNumber(number).map(found -> timeline.findByCaseIdOrderById(found.id()));
    }

    /** A page, counted as far as its description says. */
    public CaseList list(Filter filter, Reach reach, Pageable page) {
        var customers = access.customersOf(filter.customer(), reach);
        var found = found(filter, customers, reach.isWhole());
        var condition = matching(filter, customers, found);
        var slice =
                cases.findBy(condition, query -> query.sortBy(page.getSort()).slice(page));
        int most = found == null ? CaseList.MOST_COUNTED : CaseList.MOST_FOUND;
        long total = found == null ? count(condition) : found.size();
        return new CaseList(slice.getContent(), Math.min(total, most), total > most, slice.hasNext());
    }

    /**
     * What follows in a list, however long it is.
     *
     * @param place behind the last case that was read, by what is sorted by and the id
     */
    public Window<SupportCase> after(Filter filter, Reach reach, Sort sort, int atMost, KeysetScrollPosition place) {
        var customers = access.customersOf(filter.customer(), reach);
        return cases.findBy(
                matching(filter, customers, found(filter, customers, reach.isWhole())),
                query -> query.sortBy(sort).limit(atMost).scroll(place));
    }

    /** One more than are told, so that it is known whether there are more; null where no words are asked for. */
    private @Nullable List<Long> found(Filter filter, @Nullable Set<Long> customers, boolean isInside) {
        return filter.text() == null
                ? null
                : search.newest(
                        new CaseSearch.Question(filter.text(), customers, filter.status(), isInside),
                        CaseList.MOST_FOUND + 1);
    }

    private static Specification<SupportCase> matching(
            Filter filter, @Nullable Set<Long> customers, @Nullable List<Long> found) {
        var conditions = new ArrayList<Specification<SupportCase>>();
        if (customers != null) {
            conditions.add((root, query, cb) -> root.get("customerId").in(customers));
        }
        if (filter.status() != null) {
            conditions.add((root, query, cb) -> cb.equal(root.get("status"), filter.status()));
        }
        if (found != null) {
            var told = found.subList(0, Math.min(found.size(), CaseList.MOST_FOUND));
            conditions.add((root, query, cb) -> root.get("id").in(told));
        }
        return Specification.allOf(conditions);
    }

    /** One more than are counted tells that there are more. */
    private long count(Specification<SupportCase> condition) {
        var builder = entities.getCriteriaBuilder();
        var query = builder.createQuery(Long.class);
        var root = query.from(SupportCase.class);
        query.select(root.get("id"));
        // Null where nothing is asked for.
        var predicate = condition.toPredicate(root, query, builder);
        if (predicate != null) {
            query.where(predicate);
        }
        boolean isMore = !entities.createQuery(query)
                .setFirstResult(CaseList.MOST_COUNTED)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
        return isMore ? CaseList.MOST_COUNTED + 1 : cases.count(condition);
    }

    /** Who asks in each of the cases, by contact id. */
    public Map<Long, Requester> requestersOf(Collection<SupportCase> found) {
        return directory.contacts(
                found.stream().map(SupportCase::contactId).distinct().toList());
    }
}
