package io.casewright.promise.web;

import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.web.InReach;
import io.casewright.platform.web.RequestRefused;
import io.casewright.promise.application.ReadPromises;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/cases/{number}/promises", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Cases")
class PromiseController {

    private final ReadPromises readPromises;

    PromiseController(ReadPromises readPromises) {
        this.readPromises = readPromises;
    }

    @GetMapping
    @Operation(summary = "Read what was promised for a case, and how it stands")
    List<PromiseView> list(@InReach SupportCase supportCase) {
        return readPromises.of(supportCase.number()).stream()
                .map(PromiseView::of)
                .toList();
    }

    @GetMapping("/{promise}/explanation")
    @Operation(
            summary = "Read where the time of a promise went",
            description =
                    "Segments without a gap from the start to its end, or to now. Their lengths add up to the second.")
    ExplanationView explain(@InReach SupportCase supportCase, @PathVariable long promise) {
        return readPromises.of(supportCase.number()).stream()
                .filter(told -> told.id() == promise)
                .findFirst()
                .map(ExplanationView::of)
                .orElseThrow(() -> RequestRefused.notFound(
                        "There is no promise %d of case %s; GET /api/v1/cases/%s/promises lists them"
                                .formatted(promise, supportCase.number(), supportCase.number())));
    }
}
