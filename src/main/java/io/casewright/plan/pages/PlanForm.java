package io.casewright.plan.pages;

import io.casewright.plan.PlanFormFields;
import io.casewright.plan.PlanFormFields.Filled;
import io.casewright.plan.domain.PlanDraft;
import io.casewright.plan.domain.PlanFields;
import io.casewright.plan.pages.PlanFormPage.Group;
import io.casewright.platform.pages.Texts;
import java.util.ArrayList;
import java.util.Locale;
import java.util.function.Predicate;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Makes the form of a plan's next version. */
@Component
class PlanForm {

    private final PlanFormFields fields;
    private final Texts texts;

    PlanForm(PlanFormFields fields, Texts texts) {
        this.fields = fields;
        this.texts = texts;
    }

    PlanFormPage of(PlanDraft draft, Filled filled) {
        var groups = new ArrayList<Group>();
        groups.add(group(texts.of("plans.begins"), filled, PlanFields.VALID_FROM::equals));
        for (String language : PlanFields.LANGUAGES) {
            String name = Locale.of(language).getDisplayLanguage(LocaleContextHolder.getLocale());
            groups.add(group(name, filled, field -> field.startsWith(language + ".")));
        }
        groups.add(group(texts.of("plans.languages"), filled, "languages"::equals));
        groups.add(group(
                texts.of("customer.service-hours"),
                filled,
                field -> field.startsWith(PlanFields.CALENDAR) || field.equals(PlanFields.HOURS_AT)));
        groups.add(group(texts.of("plan.how-fast"), filled, field -> field.startsWith("targets.")));
        groups.add(group(texts.of("plan.what-it-costs"), filled, field -> field.startsWith("charging.")));
        groups.add(group(texts.of("plan.who-helps"), filled, field -> field.startsWith("delivery.")));
        return new PlanFormPage(
                draft.plan(),
                draft.planName(),
                draft.revision(),
                groups,
                filled.faults().size(),
                filled.problem());
    }

    private Group group(String title, Filled filled, Predicate<String> belongs) {
        return new Group(title, fields.of(filled, belongs));
    }
}
