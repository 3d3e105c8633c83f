package io.casewright.casefile.web;

import io.casewright.access.Caller;
import io.casewright.casefile.application.ChangedCases;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.platform.web.RequestRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which cases changed, for programs that keep a copy of them. */
@RestController
@RequestMapping(path = "/api/v1/cases", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Cases")
class CaseChangeController {

    private static final int LARGEST_PAGE = 200;
    private static final PositionCursor CURSOR = new PositionCursor("change", "with updatedSince");

    private final ChangedCases changed;
    private final CaseViews views;

    CaseChangeController(ChangedCases changed, CaseViews views) {
        this.changed = changed;
        this.views = views;
    }

    @GetMapping(params = "updatedSince")
    @Operation(
            summary = "Cases that changed",
            description =
                    "With updatedSince: those that changed at this time or after it, each as it is now and at its last"
                            + " change: another status, severity or queue, a public message, somebody in copy. Ask again with"
                            + " cursor=next of the answer before; no items means that this was all. Keep the last next, and ask with"
                            + " it later for what changed meanwhile: no change is missed.")
    CasePage list(
            @RequestParam String updatedSince,
            @RequestParam(required = false) @Nullable CaseStatus status,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "20") int size,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        requireNone("q", q);
        requireNone("page", page);
        requireNone("sort", sort);
        if (size < 1 || size > LARGEST_PAGE) {
            throw RequestRefused.invalid("size", "must be from 1 to " + LARGEST_PAGE);
        }
        var found = changed.since(
                instant(updatedSince),
                CURSOR.position(cursor),
                customer == null || customer.isBlank() ? null : customer.strip(),
                status,
                caller.reach(),
                size);
        return new CasePage(views.of(found.cases(), caller), null, size, null, null, CURSOR.behind(found.position()));
    }

    private static void requireNone(String name, @Nullable String value) {
        if (value != null) {
            throw RequestRefused.invalid(name, "must be left out with updatedSince");
        }
    }

    private static Instant instant(String updatedSince) {
        try {
            return OffsetDateTime.parse(updatedSince.strip()).toInstant();
        } catch (DateTimeException e) {
            throw RequestRefused.invalid("updatedSince", "must be a time with its zone, such as 2026-12-01T09:30:00Z");
        }
    }
}
