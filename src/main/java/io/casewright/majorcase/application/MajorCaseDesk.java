package io.casewright.majorcase.application;

import io.casewright.casefile.application.FindTrouble;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.majorcase.domain.MajorCase;
import io.casewright.majorcase.domain.MajorCaseChild;
import io.casewright.majorcase.domain.MajorCaseNumber;
import io.casewright.majorcase.persistence.MajorCaseChildren;
import io.casewright.majorcase.persistence.MajorCases;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Component;

/** What all steps of the process share: find the major case, its children, and what the forms show of them. */
@Component
class MajorCaseDesk {

    private final MajorCases majorCases;
    private final MajorCaseChildren children;
    private final FindTrouble trouble;

    MajorCaseDesk(MajorCases majorCases, MajorCaseChildren children, FindTrouble trouble) {
        this.majorCases = majorCases;
        this.children = children;
        this.trouble = trouble;
    }

    MajorCase find(MajorCaseNumber number) {
        return majorCases
                .findById(number.id())
                .orElseThrow(() -> new NoSuchElementException("There is no major case " + number));
    }

    /** All cases that show it, adopted or not, without those that were left out. */
    List<MajorCaseChild> childrenOf(MajorCase majorCase) {
        return children.findByMajorCaseIdOrderById(majorCase.number().id()).stream()
                .filter(child -> !child.isLeftOut())
                .toList();
    }

    List<CaseNumber> adoptedBy(MajorCase majorCase) {
        return childrenOf(majorCase).stream()
                .filter(MajorCaseChild::hasJoined)
                .map(child -> new CaseNumber(child.caseNumber()))
                .toList();
    }

    List<FindTrouble.Line> casesOf(MajorCase majorCase) {
        return trouble.lines(childrenOf(majorCase).stream()
                .map(child -> new CaseNumber(child.caseNumber()))
                .toList());
    }

    MajorCaseFacts factsOf(MajorCase majorCase, Instant due) {
        return MajorCaseFacts.of(majorCase, casesOf(majorCase), due);
    }
}
