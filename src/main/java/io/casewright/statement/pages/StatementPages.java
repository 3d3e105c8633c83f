package io.casewright.statement.pages;

import io.casewright.plan.domain.Charging.Tax;
import io.casewright.platform.pages.Moment;
import io.casewright.platform.pages.Moments;
import io.casewright.platform.pages.Texts;
import io.casewright.statement.LineWords;
import io.casewright.statement.application.ReadStatements.Whole;
import io.casewright.statement.domain.StatementLine;
import io.casewright.statement.domain.Totals.OfRate;
import io.casewright.statement.pages.StatementPage.Line;
import io.casewright.statement.pages.StatementPage.Rate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows statements in words. */
@Component
class StatementPages {

    private final LineWords words;
    private final Moments moments;
    private final Texts texts;

    StatementPages(LineWords words, Moments moments, Texts texts) {
        this.words = words;
        this.moments = moments;
        this.texts = texts;
    }

    StatementPage of(Whole whole) {
        var statement = whole.statement();
        var totals = whole.totals();
        return new StatementPage(
                statement,
                words.month(statement.month()),
                whole.lines().stream().map(this::line).toList(),
                totals.rates().stream().map(this::rate).toList(),
                totals.net().toString(),
                totals.tax().toString(),
                totals.gross().toString(),
                moment(statement.proposedAt()),
                moment(statement.decidedAt()));
    }

    private Line line(StatementLine line) {
        var charge = line.charge();
        return new Line(
                line.position(),
                moments.dayOf(charge.day()),
                words.of(charge),
                charge.caseNumber(),
                LineWords.time(charge),
                charge.unitPrice().toString(),
                charge.amount().toString(),
                charge.tax() == null ? "" : percent(charge.tax()),
                line.disputes());
    }

    private Rate rate(OfRate rate) {
        return new Rate(
                rate.tax() == null ? texts.of("statement.no-tax") : percent(rate.tax()),
                rate.net().toString(),
                rate.amount().toString());
    }

    /** The percentage as its plan writes it. */
    private String percent(Tax tax) {
        return texts.of(
                "statement.tax", tax.name(), tax.percent().stripTrailingZeros().toPlainString());
    }

    private @Nullable Moment moment(@Nullable Instant instant) {
        return instant == null ? null : moments.of(instant);
    }
}
