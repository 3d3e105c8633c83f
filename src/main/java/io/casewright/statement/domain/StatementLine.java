package io.casewright.statement.domain;

import io.casewright.charge.domain.ChargeLine;
import java.util.List;

/**
 * A charge on a statement.
 *
 * @param position the first is 1
 * @param disputes numbers of the cases in which the customer disputes it
 */
public record StatementLine(int position, ChargeLine charge, List<String> disputes) {

    public StatementLine {
        disputes = List.copyOf(disputes);
    }
}
