package io.casewright.statement;

import io.casewright.charge.domain.ChargeLine;
import io.casewright.charge.domain.ChargeLine.Kind;
import io.casewright.platform.pages.Moments;
import io.casewright.platform.pages.Texts;
import io.casewright.statement.application.DisputeLine.Dispute;
import io.casewright.statement.domain.Statement;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a line is for, by its kind and in the reader's language; never what an agent wrote. */
@Component
public class LineWords {

    private final Texts texts;
    private final Moments moments;

    LineWords(Texts texts, Moments moments) {
        this.texts = texts;
        this.moments = moments;
    }

    /** Without its amount, and without its case where it has one. */
    public String of(ChargeLine line) {
        String what = line.kind() == Kind.MONTH
                ? texts.of("statement.line.MONTH", month(YearMonth.from(line.day())))
                : texts.of("statement.line." + line.kind().name());
        return line.amount().amount().signum() < 0 ? texts.of("statement.line.taken-back", what) : what;
    }

    /** Hours and minutes, such as {@code 1:30}; empty where time does not count. */
    public static String time(ChargeLine line) {
        Integer minutes = line.minutes();
        if (minutes == null) {
            return "";
        }
        int all = Math.abs(minutes);
        return "%s%d:%02d".formatted(minutes < 0 ? "−" : "", all / 60, all % 60);
    }

    public String month(YearMonth month) {
        Locale reader = LocaleContextHolder.getLocale();
        return DateTimeFormatter.ofPattern("LLLL yyyy", reader).format(month);
    }

    /** What the case says in which the line is disputed. */
    public Dispute dispute(Statement statement, int position, ChargeLine line, String words) {
        String amount = line.amount().toString();
        String number = Objects.requireNonNull(statement.number());
        return new Dispute(
                statement,
                position,
                texts.of("statement.dispute.subject", number, Integer.toString(position), amount),
                texts.of(
                        "statement.dispute.about",
                        number,
                        Integer.toString(position),
                        of(line) + (line.caseNumber() == null ? "" : " " + line.caseNumber()),
                        moments.dayOf(line.day()),
                        amount),
                words);
    }
}
