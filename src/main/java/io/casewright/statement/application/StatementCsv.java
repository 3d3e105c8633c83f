package io.casewright.statement.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import io.casewright.platform.text.SpreadsheetText;
import io.casewright.statement.application.ReadStatements.Whole;
import io.casewright.statement.domain.StatementLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The lines of a statement as a table, named as programs name them, in which no text is a formula. */
public final class StatementCsv {

    private static final List<String> HEAD = List.of(
            "statement",
            "line",
            "day",
            "kind",
            "case",
            "minutes",
            "unit_price",
            "net",
            "currency",
            "tax",
            "tax_percent");

    private StatementCsv() {}

    /** Amounts with a point and all decimals of the currency, with a minus where they are taken back. */
    public static String of(Whole statement) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEAD);
        String number = Objects.requireNonNullElse(statement.statement().number(), "");
        statement.lines().forEach(line -> rows.add(row(number, line)));
        try {
            return SpreadsheetText.MARK + new CsvMapper().writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A table of texts cannot be written", e);
        }
    }

    private static List<String> row(String number, StatementLine line) {
        var charge = line.charge();
        var tax = charge.tax();
        return List.of(
                number,
                Integer.toString(line.position()),
                charge.day().toString(),
                charge.kind().name().toLowerCase(Locale.ROOT),
                Objects.requireNonNullElse(charge.caseNumber(), ""),
                charge.minutes() == null ? "" : charge.minutes().toString(),
                charge.unitPrice().amount().toPlainString(),
                charge.amount().amount().toPlainString(),
                charge.amount().currency().getCurrencyCode(),
                tax == null ? "" : SpreadsheetText.cell(tax.name()),
                tax == null ? "" : tax.percent().toPlainString());
    }
}
