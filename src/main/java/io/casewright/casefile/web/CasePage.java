package io.casewright.casefile.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list of cases.
 *
 * @param page counted from 0; only where it was asked for by its number
 * @param total number of cases on all pages, counted up to 10,000, or 1,000 of a search; counted only then
 * @param totalIsMore whether there are more than were counted
 * @param next the cursor of what follows; absent at the end, unless one may ask with it again for what changed since
 */
record CasePage(
        List<CaseView> items,
        @Nullable Integer page,
        int size,
        @Nullable Long total,
        @Nullable Boolean totalIsMore,
        @Nullable String next) {}
