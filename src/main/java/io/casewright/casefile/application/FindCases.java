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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.Page;
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

    FindCases(SupportCases cases, Timeline timeline, CustomerDirectory directory, CaseAccess access) {
        this.access = access;
        this.cases = cases;
        this.timeline = timeline;
        this.directory = directory;
    }

    /**
     * What to look for; each part narrows the list.
     *
     * @param customer tenant id or domain
     * @param text part of the subject or description, or a whole case number or external reference
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

    public Page<SupportCase> list(Filter filter, Reach reach, Pageable page) {
        return cases.findAll(matching(filter, reach), page);
    }

    /**
     * What follows in a list, however long it is.
     *
     * @param place behind the last case that was read, by what is sorted by and the id
     */
    public Window<SupportCase> after(Filter filter, Reach reach, Sort sort, int atMost, KeysetScrollPosition place) {
        return cases.findBy(
                matching(filter, reach),
                query -> query.sortBy(sort).limit(atMost).scroll(place));
    }

    private Specification<SupportCase> matching(Filter filter, Reach reach) {
        var conditions = new ArrayList<Specification<SupportCase>>();
        conditions.add(access.within(reach));
        if (filter.status() != null) {
            conditions.add((root, query, cb) -> cb.equal(root.get("status"), filter.status()));
        }
        if (filter.customer() != null) {
            // Also one who left: its cases are still there.
            var customerIds = directory.findEver(filter.customer());
            conditions.add((root, query, cb) -> root.get("customerId").in(customerIds));
        }
        if (filter.text() != null) {
            String part = "%"
                    + filter.text().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
            conditions.add((root, query, cb) -> cb.or(
                    cb.like(root.get("subject"), part, '\\'),
                    cb.like(root.get("description"), part, '\\'),
                    cb.equal(root.get("number"), filter.text()),
                    cb.equal(root.get("externalReference"), filter.text())));
        }
        return Specification.allOf(conditions);
    }

    /** Who asks in each of the cases, by contact id. */
    public Map<Long, Requester> requestersOf(Collection<SupportCase> found) {
        return directory.contacts(
                found.stream().map(SupportCase::contactId).distinct().toList());
    }
}
