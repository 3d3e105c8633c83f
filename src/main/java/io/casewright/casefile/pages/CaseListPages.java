package io.casewright.casefile.pages;

import io.casewright.casefile.application.CaseList;
import io.casewright.casefile.application.FindCases;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.pages.CaseListPage.Choice;
import io.casewright.casefile.pages.CaseListPage.Row;
import io.casewright.customer.Requester;
import io.casewright.platform.pages.Moments;
import io.casewright.platform.pages.Texts;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows lists of cases together with whose they are. */
@Component
class CaseListPages {

    private final FindCases findCases;
    private final Moments moments;
    private final Texts texts;

    CaseListPages(FindCases findCases, Moments moments, Texts texts) {
        this.texts = texts;
        this.findCases = findCases;
        this.moments = moments;
    }

    CaseListPage of(CaseList found, int page, @Nullable CaseStatus status, String text) {
        var requesters = findCases.requestersOf(found.cases());
        return new CaseListPage(
                found.cases().stream()
                        .map(supportCase ->
                                row(supportCase, Objects.requireNonNull(requesters.get(supportCase.contactId()))))
                        .toList(),
                Arrays.stream(CaseStatus.values())
                        .map(choice -> new Choice(choice.name(), texts.of(choice)))
                        .toList(),
                status == null ? "" : status.name(),
                text,
                page,
                (int) Math.ceilDiv(found.total(), CasePagesController.PAGE_SIZE),
                found.total(),
                found.isTotalMore());
    }

    private Row row(SupportCase supportCase, Requester requester) {
        return new Row(
                supportCase.number().value(),
                supportCase.request().subject(),
                texts.of(supportCase.status()),
                supportCase.status().name(),
                requester.customerName(),
                texts.of(supportCase.severity()),
                texts.of(supportCase.queue()),
                moments.of(supportCase.receivedAt()));
    }
}
