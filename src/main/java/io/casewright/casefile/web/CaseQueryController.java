package io.casewright.casefile.web;

import io.casewright.access.Caller;
import io.casewright.casefile.application.CaseList;
import io.casewright.casefile.application.FindCases;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.platform.web.RequestRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/cases", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Cases")
class CaseQueryController {

    private static final int LARGEST_PAGE = 200;

    private static final Map<String, String> SORTABLE = Map.of(
            "number",
            "number",
            "receivedAt",
            "receivedAt",
            "status",
            "status",
            "severity",
            "severity",
            "subject",
            "subject");

    private final FindCases findCases;
    private final CaseViews views;

    CaseQueryController(FindCases findCases, CaseViews views) {
        this.findCases = findCases;
        this.views = views;
    }

    @GetMapping("/{number}")
    @Operation(summary = "Read a case")
    CaseView read(@InReach SupportCase supportCase, Caller caller) {
        return views.of(supportCase, caller);
    }

    @GetMapping("/{number}/timeline")
    @Operation(summary = "Read what happened to a case, oldest first")
    List<TimelineView> timeline(@InReach SupportCase supportCase, Caller caller) {
        return findCases.timelineOf(supportCase.number()).stream()
                .flatMap(List::stream)
                .filter(entry -> caller.isInside() || TimelineView.isForCustomers(entry))
                .map(entry -> caller.isInside() ? TimelineView.of(entry) : TimelineView.forCustomers(entry))
                .toList();
    }

    @GetMapping
    @Operation(
            summary = "Search cases",
            description =
                    "Newest first unless sorted, e.g. sort=severity,asc. To read on, ask again with cursor=next of the answer"
                            + " before: that misses no case and tells none twice, however long the list is. Pages by number end at"
                            + " 10,000 cases, and total counts up to there; totalIsMore says whether there are more. A search (q) is"
                            + " for the number of a case, your own reference of one, or words, of which the beginnings are enough, of"
                            + " the subject, the description, the customer and the contact; it finds the newest 1,000 that have all of"
                            + " them.")
    CasePage list(
            @RequestParam(required = false) @Nullable CaseStatus status,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            @RequestParam(defaultValue = "receivedAt,desc") String sort,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw RequestRefused.invalid("size", "must be from 1 to " + LARGEST_PAGE);
        }
        if (page < 0 || (long) page * size > CaseList.MOST_COUNTED) {
            throw RequestRefused.invalid(
                    "page",
                    "must be from 0 to %,d at this size; narrow the search".formatted(CaseList.MOST_COUNTED / size));
        }
        var filter = new FindCases.Filter(status, blankToNull(customer), blankToNull(q));
        var order = sortOf(sort);
        if (cursor != null) {
            if (page != 0) {
                throw RequestRefused.invalid("page", "must be left out with a cursor");
            }
            var found = findCases.after(filter, caller.reach(), order, size, CaseCursor.position(cursor, sort));
            return page(found.getContent(), null, size, null, null, found.hasNext(), sort, caller);
        }
        var found = findCases.list(filter, caller.reach(), PageRequest.of(page, size, order));
        return page(found.cases(), page, size, found.total(), found.isTotalMore(), found.goesOn(), sort, caller);
    }

    private CasePage page(
            List<SupportCase> found,
            @Nullable Integer page,
            int size,
            @Nullable Long total,
            @Nullable Boolean totalIsMore,
            boolean isMore,
            String sort,
            Caller caller) {
        String next = isMore ? CaseCursor.behind(found.getLast(), sort) : null;
        return new CasePage(views.of(found, caller), page, size, total, totalIsMore, next);
    }

    private static Sort sortOf(String sort) {
        String[] parts = sort.split(",", 2);
        String property = SORTABLE.get(parts[0]);
        String direction = parts.length == 1 ? "asc" : parts[1];
        if (property == null || Sort.Direction.fromOptionalString(direction).isEmpty()) {
            throw RequestRefused.invalid(
                    "sort",
                    "must be one of "
                            + String.join(
                                    ", ", SORTABLE.keySet().stream().sorted().toList())
                            + ", with ,asc or ,desc after it");
        }
        // The same direction for both, so that an index has them in this order.
        return Sort.by(Sort.Direction.fromString(direction), property, "id");
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
