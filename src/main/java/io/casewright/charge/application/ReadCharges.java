package io.casewright.charge.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.charge.domain.CaseVerdict;
import io.casewright.charge.domain.ChargeLine;
import io.casewright.charge.persistence.CaseCharges;
import io.casewright.charge.persistence.ChargeLines;
import io.casewright.platform.text.Money;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a case costs, and why. */
@Service
public class ReadCharges {

    private final CaseCharges charges;
    private final ChargeLines lines;

    ReadCharges(CaseCharges charges, ChargeLines lines) {
        this.charges = charges;
        this.lines = lines;
    }

    /**
     * What was charged for a case.
     *
     * @param lines in the order in which they were charged
     * @param total of them, without tax; null when nothing is charged
     */
    public record CaseCharge(
            CaseVerdict verdict,
            List<ChargeLine> lines,
            @Nullable Money total) {}

    /** Empty while nothing is decided, since the case goes on. */
    @Transactional(readOnly = true)
    public Optional<CaseCharge> of(CaseNumber number) {
        return charges.of(number.value()).map(verdict -> {
            var charged = lines.ofCase(number.value());
            var total =
                    charged.stream().map(ChargeLine::amount).reduce(Money::plus).orElse(null);
            return new CaseCharge(verdict, charged, total);
        });
    }
}
