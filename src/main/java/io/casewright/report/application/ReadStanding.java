package io.casewright.report.application;

import io.casewright.report.domain.Standing;
import io.casewright.report.persistence.StandingQueries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the partner stands with Microsoft, and the cases that prove it. */
@Service
public class ReadStanding {

    private final StandingQueries queries;
    private final StandingSettings settings;

    ReadStanding(StandingQueries queries, StandingSettings settings) {
        this.queries = queries;
        this.settings = settings;
    }

    @Transactional(readOnly = true)
    public Standing between(Instant from, Instant to) {
        return new Standing(
                queries.customers(),
                queries.months(from, to),
                new Standing.Thresholds(settings.mostTickets(), settings.firstResponseKept(), settings.satisfaction()));
    }

    /** What an auditor reads, one line for each ticket at Microsoft, under the names of the columns. */
    @Transactional(readOnly = true)
    public List<List<String>> auditPack(Instant from, Instant to) {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of(
                "case",
                "customer",
                "ticket",
                "category",
                "channel",
                "number_there",
                "prepared_at",
                "opened_at",
                "ended_at",
                "health_checked_at",
                "troubleshooting_roles",
                "pieces_of_evidence",
                "first_response",
                "rating"));
        queries.proofs(from, to)
                .forEach(proof -> lines.add(List.of(
                        proof.number(),
                        proof.customer(),
                        proof.reference(),
                        text(proof.category()),
                        proof.channel(),
                        text(proof.numberThere()),
                        text(proof.preparedAt()),
                        text(proof.openedAt()),
                        text(proof.endedAt()),
                        text(proof.healthCheckedAt()),
                        text(proof.roles()),
                        text(proof.evidence()),
                        text(proof.firstResponse()),
                        text(proof.rating()))));
        return lines;
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
