package io.casewright.casefile.web;

import java.util.List;

/**
 * A part of a list of cases.
 *
 * @param page counted from 0
 * @param total number of cases on all pages
 */
record CasePage(List<CaseView> items, int page, int size, long total) {}
