package io.casewright.minutes.web;

import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.web.InReach;
import io.casewright.minutes.application.ReadMinutes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Cases")
class MinutesController {

    private final ReadMinutes readMinutes;

    MinutesController(ReadMinutes readMinutes) {
        this.readMinutes = readMinutes;
    }

    @GetMapping(path = "/api/v1/cases/{number}/minutes", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Read who owned the minutes of a case",
            description =
                    "Every second from its receipt to its end, or to now, belongs to exactly one owner: who had to act,"
                            + " or closed hours. The time between an end and a reopening is nobody's and is not counted.")
    MinutesView read(@InReach SupportCase supportCase) {
        return MinutesView.of(
                supportCase.number().value(),
                readMinutes.of(supportCase.number()).orElseThrow());
    }
}
