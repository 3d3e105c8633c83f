package io.casewright.casefile.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list of cases.
 *
 * @param page counted from 0; only where it was asked for by its number
 * @param total number of cases on all pages; counted only then
 * @param next the cursor of what follows; absent at the end
 */
record CasePage(
        List<CaseView> items,
        @Nullable Integer page,
        int size,
        @Nullable Long total,
        @Nullable String next) {}
