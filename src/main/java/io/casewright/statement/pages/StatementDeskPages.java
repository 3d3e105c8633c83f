package io.casewright.statement.pages;

import io.casewright.platform.pages.Moment;
import io.casewright.platform.pages.Moments;
import io.casewright.statement.LineWords;
import io.casewright.statement.application.MakeDrafts;
import io.casewright.statement.application.ReadStatements;
import io.casewright.statement.application.ReadStatements.Letter;
import io.casewright.statement.application.ReadStatements.Summed;
import io.casewright.statement.application.ReadStatements.Whole;
import io.casewright.statement.domain.Statement;
import io.casewright.statement.domain.Statement.State;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows statements to who works with them. */
@Component
class StatementDeskPages {

    private final ReadStatements read;
    private final MakeDrafts drafts;
    private final StatementPages pages;
    private final LineWords words;
    private final Moments moments;

    StatementDeskPages(ReadStatements read, MakeDrafts drafts, StatementPages pages, LineWords words, Moments moments) {
        this.read = read;
        this.drafts = drafts;
        this.pages = pages;
        this.words = words;
        this.moments = moments;
    }

    record Row(Statement statement, int lines, String net, String gross) {}

    record ShownLetter(
            String contactName,
            Moment askedAt,
            @Nullable Moment toldAt,
            @Nullable String failure) {}

    /** @param problem why drafts could not be made; null otherwise */
    ModelAndView list(YearMonth month, @Nullable State state, HttpStatus status, @Nullable String problem) {
        return new ModelAndView("statement/list", status)
                .addObject("month", month.toString())
                .addObject("monthInWords", words.month(month))
                .addObject("isOver", !month.isAfter(drafts.pastMonth()))
                .addObject("state", state == null ? "" : state.name())
                .addObject("states", State.values())
                .addObject(
                        "rows",
                        read.of(month, state).stream()
                                .map(StatementDeskPages::row)
                                .toList())
                .addObject("problem", problem);
    }

    private static Row row(Summed summed) {
        var totals = summed.totals();
        return new Row(
                summed.statement(),
                summed.lines(),
                totals.net().toString(),
                totals.gross().toString());
    }

    /** @param problem why something could not be done; null otherwise */
    ModelAndView statement(Whole whole, HttpStatus status, @Nullable String problem) {
        var statement = whole.statement();
        var letters = letters(statement.id());
        return new ModelAndView("statement/statement", status)
                .addObject("shown", pages.of(whole))
                .addObject("letters", letters)
                .addObject(
                        "maySend",
                        statement.is(State.APPROVED)
                                && letters.stream()
                                        .noneMatch(letter -> letter.toldAt() == null && letter.failure() == null))
                .addObject("task", read.decision(statement).orElse(null))
                .addObject("problem", problem);
    }

    private List<ShownLetter> letters(long statement) {
        return read.letters(statement).stream().map(this::shown).toList();
    }

    private ShownLetter shown(Letter letter) {
        return new ShownLetter(
                letter.contactName(),
                moments.of(letter.askedAt()),
                letter.toldAt() == null ? null : moments.of(letter.toldAt()),
                letter.failure());
    }
}
