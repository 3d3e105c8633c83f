package io.casewright.plan.web;

import io.casewright.plan.application.NoSuchPlan;
import io.casewright.plan.application.Plans;
import io.casewright.plan.application.ToldPlans;
import io.casewright.plan.domain.PlanVersion;
import io.casewright.platform.text.PublicAddress;
import io.casewright.platform.web.RequestRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/plans/{plan}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Plans")
class PlanController {

    private final Plans plans;
    private final ToldPlans told;
    private final PublicAddress address;

    PlanController(Plans plans, ToldPlans told, PublicAddress address) {
        this.plans = plans;
        this.told = told;
        this.address = address;
    }

    @GetMapping
    @SecurityRequirements
    @Operation(
            summary = "Read the terms of a support plan",
            description = "Needs no login. A version never changes and stays readable for ever.")
    ResponseEntity<PlanView> read(
            @PathVariable String plan,
            @RequestParam(required = false) @Nullable String version,
            @Parameter(description = "Which of the plan's languages to answer in; English otherwise")
                    @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
                    @Nullable
                    String acceptLanguage) {
        var found = found(() -> plans.asked(plan, version));
        var language = PlanLanguage.of(acceptLanguage, found.terms());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(PlanView.of(
                        found, language, plans.validUntil(found).orElse(null), plans.hasBegun(found), address));
    }

    @GetMapping("/told")
    @Operation(
            summary = "Read to whom a version of a plan was told",
            description = "For the partner's own people and programs. The newest 500.")
    List<ToldView> told(@PathVariable String plan, @RequestParam(required = false) @Nullable String version) {
        var found = found(() -> plans.asked(plan, version));
        return told.of(found).stream().map(ToldView::of).toList();
    }

    private static PlanVersion found(Supplier<PlanVersion> asked) {
        try {
            return asked.get();
        } catch (NoSuchPlan e) {
            throw RequestRefused.notFound(String.valueOf(e.getMessage()));
        }
    }
}
