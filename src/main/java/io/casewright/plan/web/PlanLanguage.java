package io.casewright.plan.web;

import io.casewright.plan.domain.PlanTerms;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In which of its languages a plan is told to a program. */
final class PlanLanguage {

    private PlanLanguage() {}

    /** What cannot be read asks for nothing. */
    static Locale of(@Nullable String acceptLanguage, PlanTerms terms) {
        if (acceptLanguage != null && acceptLanguage.length() < 500) {
            try {
                String wanted = Locale.lookupTag(
                        Locale.LanguageRange.parse(acceptLanguage),
                        terms.words().keySet());
                if (wanted != null) {
                    return Locale.of(wanted);
                }
            } catch (IllegalArgumentException e) {
                return Locale.ENGLISH;
            }
        }
        return Locale.ENGLISH;
    }
}
