package io.casewright.prepaid.pages;

import io.casewright.casefile.CaseSection;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.pages.Texts;
import io.casewright.prepaid.application.ReadPrepaidHours;
import io.casewright.prepaid.application.ReadPrepaidHours.OfCase;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How the case stands with its customer's prepaid hours, on the page of the case. */
@Component
class PrepaidSection implements CaseSection {

    private final ReadPrepaidHours readPrepaidHours;
    private final Texts texts;

    PrepaidSection(ReadPrepaidHours readPrepaidHours, Texts texts) {
        this.readPrepaidHours = readPrepaidHours;
        this.texts = texts;
    }

    /** @param isEmpty whether further work of the case finds no prepaid hours */
    record Shown(long customer, String held, String reserved, String used, String free, boolean isEmpty) {}

    @Override
    public String template() {
        return "prepaid/case";
    }

    @Override
    public Optional<Shown> of(CaseNumber number) {
        return readPrepaidHours.ofCase(number).map(this::shown);
    }

    private Shown shown(OfCase found) {
        return new Shown(
                found.customer(),
                HoursWords.of(found.balance().held(), texts),
                HoursWords.of(found.hours().reserved(), texts),
                HoursWords.of(found.hours().used(), texts),
                HoursWords.of(found.balance().free(), texts),
                found.balance().free() == 0 && found.hours().reserved() == 0);
    }
}
