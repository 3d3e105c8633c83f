package io.casewright.charge.domain;

import io.casewright.plan.domain.Charging.Tax;
import io.casewright.platform.text.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that a customer pays. It never changes: a wrong one is taken back by another that has its amount with a minus.
 *
 * @param caseNumber null where it is for no case
 * @param day on which it came up, in the partner's zone
 * @param minutes those that are charged, with a minus where they are taken back; null where time does not count
 * @param unitPrice of a case, a month or a package, or of an hour
 * @param amount without tax, in whole units of the currency's smallest
 * @param tax that comes on top; null for none
 * @param plan with its version, the terms it was charged by
 */
public record ChargeLine(
        long id,
        long customer,
        @Nullable String caseNumber,
        Kind kind,
        LocalDate day,
        @Nullable Integer minutes,
        Money unitPrice,
        Money amount,
        @Nullable Tax tax,
        long plan,
        int planVersion) {

    /** What is paid for. */
    public enum Kind {
        INCIDENT,
        TIME,
        AFTER_HOURS,
        BEYOND_PACKAGE,
        MONTH,
        PACKAGE
    }
}
