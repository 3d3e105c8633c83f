package io.casewright.statement.pages;

import io.casewright.platform.pages.Moment;
import io.casewright.statement.domain.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement as people read it; amounts with their currency.
 *
 * @param month in words
 * @param proposedAt null while it is a draft; likewise who and when decided
 */
record StatementPage(
        Statement statement,
        String month,
        List<Line> lines,
        List<Rate> rates,
        String net,
        String tax,
        String gross,
        @Nullable Moment proposedAt,
        @Nullable Moment decidedAt) {

    /**
     * @param what it is for, in words
     * @param caseNumber null where it is for no case
     * @param time empty where time does not count
     * @param tax empty where none comes on top
     */
    record Line(
            int position,
            String day,
            String what,
            @Nullable String caseNumber,
            String time,
            String unitPrice,
            String amount,
            String tax,
            List<String> disputes) {}

    /** What is taxed alike. */
    record Rate(String name, String net, String tax) {}
}
