package io.casewright.message;

import io.casewright.platform.text.Money;
import java.net.URI;
import java.time.Instant;
import java.time.YearMonth;

/**
 * Tells a customer what a month costs. It belongs to no case.
 *
 * @param key the same when it is sent again, so that a receiver knows a repetition
 * @param number of the statement
 * @param total with tax
 * @param link where the statement can be read, by whoever has it
 * @param validUntil when the link ends
 * @param lines the lines as CSV, which go along as a file
 */
public record StatementLetter(
        String key,
        Addressee addressee,
        String number,
        YearMonth month,
        Money total,
        URI link,
        Instant validUntil,
        String lines) {

    @Override
    public String toString() {
        return "StatementLetter[" + number + "]";
    }
}
