package io.casewright.promise.pages;

import io.casewright.casefile.application.PromisedTimes;
import io.casewright.plan.application.KeepPlans;
import io.casewright.plan.domain.PlanDraft;
import io.casewright.plan.domain.PlanFields;
import io.casewright.plan.domain.TermsReading;
import io.casewright.platform.pages.Texts;
import io.casewright.platform.text.TypedNumber;
import io.casewright.platform.text.TypedNumber.NotUnderstood;
import io.casewright.promise.application.WhatIf;
import io.casewright.promise.application.WhatIf.Answer;
import io.casewright.promise.application.WhatIf.OfCustomer;
import io.casewright.promise.application.WhatIf.Turned;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the next version of a plan, as far as it is written, would have made of the promises of the last months. */
@Controller
class WhatIfController {

    private static final int LONGEST = 24;
    private static final int SHOWN_OF_EACH = 50;

    private final WhatIf whatIf;
    private final KeepPlans plans;
    private final Texts texts;

    WhatIfController(WhatIf whatIf, KeepPlans plans, Texts texts) {
        this.whatIf = whatIf;
        this.plans = plans;
        this.texts = texts;
    }

    /** A customer of whose promises some would have ended another way. */
    record Row(
            long customer,
            String name,
            int promises,
            int breachedThen,
            int breachedNow,
            int gained,
            int lost,
            List<Line> lines) {}

    /** A promise that would have ended another way. */
    record Line(String number, String promise, boolean isGained) {}

    @GetMapping("/desk/plans/{plan}/what-if")
    ModelAndView ask(@PathVariable long plan, @RequestParam(defaultValue = "3") String months) {
        var draft = plans.draft(plan);
        var faults = plans.faultsOf(plan, draft.fields());
        faults.remove(PlanFields.VALID_FROM);
        try {
            int asked = TypedNumber.whole(months, 1, LONGEST);
            var page = page(draft, months, HttpStatus.OK);
            if (faults.isEmpty()) {
                show(page, whatIf.ask(plan, TermsReading.of(draft.fields()), asked));
            } else {
                page.addObject(
                        "faults",
                        faults.entrySet().stream()
                                .map(fault -> texts.said(PlanFields.label(fault.getKey()) + " " + fault.getValue()))
                                .toList());
            }
            return page;
        } catch (NotUnderstood e) {
            var page = page(draft, months, HttpStatus.UNPROCESSABLE_ENTITY);
            page.addObject("problem", texts.said("Months: " + e.problem() + "."));
            return page;
        }
    }

    private static ModelAndView page(PlanDraft draft, String months, HttpStatus status) {
        var page = new ModelAndView("promise/what-if", status);
        page.addObject("plan", draft.plan());
        page.addObject("name", draft.planName());
        page.addObject("isWritten", draft.revision() != 0);
        page.addObject("months", months);
        page.addObject("faults", List.of());
        return page;
    }

    private void show(ModelAndView page, Answer answer) {
        page.addObject("answer", answer);
        page.addObject("then", sum(answer, OfCustomer::breachedThen));
        page.addObject("now", sum(answer, OfCustomer::breachedNow));
        page.addObject("notPromised", sum(answer, OfCustomer::notPromised));
        page.addObject("rows", answer.customers().stream().map(this::row).toList());
    }

    private static int sum(Answer answer, ToIntFunction<OfCustomer> figure) {
        return answer.customers().stream().mapToInt(figure).sum();
    }

    private Row row(OfCustomer told) {
        var gained = told.gained().stream().limit(SHOWN_OF_EACH).map(turned -> line(turned, true));
        var lost = told.lost().stream().limit(SHOWN_OF_EACH).map(turned -> line(turned, false));
        return new Row(
                told.customer(),
                told.name(),
                told.promises(),
                told.breachedThen(),
                told.breachedNow(),
                told.gained().size(),
                told.lost().size(),
                Stream.concat(gained, lost).toList());
    }

    private Line line(Turned turned, boolean isGained) {
        return new Line(
                turned.number().value(),
                texts.of(PromisedTimes.Kind.valueOf(turned.kind().name())),
                isGained);
    }
}
