package io.casewright.charge.web;

import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.web.InReach;
import io.casewright.charge.application.ReadCharges;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Cases")
class ChargeController {

    private final ReadCharges readCharges;

    ChargeController(ReadCharges readCharges) {
        this.readCharges = readCharges;
    }

    @GetMapping(path = "/api/v1/cases/{number}/charges", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Read what a case costs",
            description =
                    "For the partner's own people. Decided when the case ends, by the plan it began under, and anew when time is booked"
                            + " afterwards; a line that was wrong is taken back by one with a minus. Amounts are without tax.")
    CaseChargeView read(@InReach SupportCase supportCase) {
        return CaseChargeView.of(readCharges.of(supportCase.number()));
    }
}
