package io.casewright.desk.domain;

import java.util.List;

/**
 * The rows of a page of a list.
 *
 * @param total how many there are on all pages
 */
public record DeskRows(List<DeskRow> rows, long total) {}
