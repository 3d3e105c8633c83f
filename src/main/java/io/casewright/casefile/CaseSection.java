package io.casewright.casefile;

import io.casewright.casefile.domain.CaseNumber;
import java.util.Optional;

/** What another module shows on the page of a case. */
public interface CaseSection {

    /** The template whose fragment {@code section(shown)} shows it. */
    String template();

    /** What the fragment is given; empty when there is nothing to show for this case. */
    Optional<?> of(CaseNumber number);
}
