package io.casewright.plan.pages;

import io.casewright.plan.PlanFormFields;
import io.casewright.plan.PlanFormFields.Change;
import io.casewright.plan.application.KeepPlans;
import io.casewright.plan.application.Plans;
import io.casewright.plan.application.ToldPlans;
import io.casewright.plan.domain.PlanFields;
import io.casewright.plan.domain.PlanVersion;
import io.casewright.plan.domain.ToldVersion;
import io.casewright.platform.pages.Moment;
import io.casewright.platform.pages.Moments;
import io.casewright.platform.pages.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows plans to who works with them. */
@Component
class PlanDeskPages {

    private final KeepPlans keep;
    private final Plans plans;
    private final ToldPlans told;
    private final PlanFormFields fields;
    private final Moments moments;
    private final Texts texts;

    PlanDeskPages(KeepPlans keep, Plans plans, ToldPlans told, PlanFormFields fields, Moments moments, Texts texts) {
        this.keep = keep;
        this.plans = plans;
        this.told = told;
        this.fields = fields;
        this.moments = moments;
        this.texts = texts;
    }

    /**
     * A version with what is another than before.
     *
     * @param from null when it holds from the beginning
     * @param announced to whom, with when
     */
    record Shown(
            int number,
            @Nullable Moment from,
            boolean holds,
            @Nullable String proposedBy,
            @Nullable String approvedBy,
            List<Change> changes,
            List<Announced> announced,
            long withCases) {}

    record Announced(ToldVersion version, @Nullable Moment at) {}

    /** @param refused name and fault of a plan that could not be added; null otherwise */
    ModelAndView list(boolean keeps, @Nullable Map<String, String> refused, HttpStatus status) {
        var page = new ModelAndView("plan/list", status);
        page.addObject("plans", keep.plans());
        page.addObject("keeps", keeps);
        page.addObject("refused", refused);
        return page;
    }

    ModelAndView plan(long plan, boolean keeps) {
        var draft = keep.draft(plan);
        var versions = plans.versions(plan);
        var page = new ModelAndView("plan/versions");
        page.addObject("id", plan);
        page.addObject("draft", draft);
        page.addObject("keeps", keeps);
        page.addObject(
                "changes",
                draft.revision() == 0
                        ? List.of()
                        : fields.changes(
                                versions.isEmpty()
                                        ? new PlanFields(Map.of())
                                        : versions.getFirst().fields(),
                                draft.fields()));
        page.addObject("versions", shown(plan, versions));
        return page;
    }

    private List<Shown> shown(long plan, List<PlanVersion> versions) {
        int holding = plans.now(plan).map(PlanVersion::number).orElse(0);
        var shown = new ArrayList<Shown>();
        for (int at = 0; at < versions.size(); at++) {
            var version = versions.get(at);
            var before = at + 1 < versions.size() ? versions.get(at + 1).fields() : null;
            var approval = plans.approvalOf(version);
            var toldOnes = told.of(version);
            shown.add(new Shown(
                    version.number(),
                    version.validFrom().equals(Instant.EPOCH) ? null : moments.of(version.validFrom()),
                    version.number() == holding,
                    approval.map(each -> each.proposedBy()).orElse(null),
                    approval.map(each -> each.approvedBy()).orElse(null),
                    before == null ? List.of() : fields.changes(before, version.fields()),
                    toldOnes.stream()
                            .filter(each -> each.caseNumber() == null)
                            .map(each -> new Announced(each, each.at() == null ? null : moments.of(each.at())))
                            .toList(),
                    toldOnes.stream().filter(each -> each.caseNumber() != null).count()));
        }
        return shown;
    }

    /** What is wrong with fields that the form has not. */
    List<String> elsewhere(Map<String, String> faults) {
        var known = PlanFields.names();
        return faults.entrySet().stream()
                .filter(fault -> !known.contains(fault.getKey()))
                .map(fault -> texts.of("field.fault", fault.getKey(), texts.said(fault.getValue())))
                .toList();
    }
}
