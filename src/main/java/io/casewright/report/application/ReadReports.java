package io.casewright.report.application;

import io.casewright.report.domain.Figures;
import io.casewright.report.domain.Question;
import io.casewright.report.domain.Report;
import io.casewright.report.persistence.ReportQueries;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts, and shows what was counted. */
@Service
public class ReadReports {

    /** So many cases are shown behind a figure. */
    public static final int MOST_CASES = 500;

    private final ReportQueries queries;
    private final Clock clock;

    ReadReports(ReportQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /** A case behind a figure, with how often it was counted. */
    public record Counted(
            String number, String subject, String customer, String status, Instant receivedAt, long times) {}

    @Transactional(readOnly = true)
    public Figures of(Report report, Question question) {
        return queries.count(report, question, clock.instant());
    }

    /**
     * The newest cases of a figure.
     *
     * @param part of which row; empty for all
     * @param column empty for all
     */
    @Transactional(readOnly = true)
    public List<Counted> cases(Report report, Question question, String part, String column) {
        return queries.cases(report, question, clock.instant(), part, column, MOST_CASES).stream()
                .map(each -> new Counted(
                        each.number(), each.subject(), each.customer(), each.status(), each.receivedAt(), each.times()))
                .toList();
    }
}
