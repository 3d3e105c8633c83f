package io.casewright.charge.domain;

import io.casewright.charge.domain.CasePrice.Charge;
import io.casewright.charge.domain.ChargeLine.Kind;
import io.casewright.platform.text.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was charged so far for one thing that a case costs.
 *
 * @param lines on how many lines
 * @param minutes of them together; null where time does not count
 * @param amount of them together
 */
public record Charged(
        String source,
        Kind kind,
        int lines,
        @Nullable Integer minutes,
        Money unitPrice,
        Money amount,
        @Nullable Long timeEntry) {

    public boolean isNothing() {
        return amount.amount().signum() == 0 && countedMinutes() == 0;
    }

    public boolean isAll(Charge charge) {
        return restOf(charge).signum() == 0 && restOfMinutes(charge) == 0;
    }

    /** What is missing to a charge, with a minus where it was too much. */
    public Charge rest(Charge charge, LocalDate day) {
        return line(day, restOfMinutes(charge), new Money(restOf(charge), amount.currency()));
    }

    /** Takes all of it back. */
    public Charge back(LocalDate day) {
        return line(day, -countedMinutes(), amount.negated());
    }

    private Charge line(LocalDate day, int minutesOfLine, Money amountOfLine) {
        return new Charge(
                source, kind, day, minutes == null ? null : minutesOfLine, unitPrice, amountOfLine, timeEntry);
    }

    private BigDecimal restOf(Charge charge) {
        return charge.amount().amount().subtract(amount.amount());
    }

    private int restOfMinutes(Charge charge) {
        return (charge.minutes() == null ? 0 : charge.minutes()) - countedMinutes();
    }

    private int countedMinutes() {
        return minutes == null ? 0 : minutes;
    }
}
