package io.casewright.charge.web;

import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.web.InReach;
import io.casewright.charge.application.BookTime;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/cases/{number}/time-entries", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Cases")
class TimeEntryController {

    private final BookTime bookTime;

    TimeEntryController(BookTime bookTime) {
        this.bookTime = bookTime;
    }

    @GetMapping
    @Operation(
            summary = "Read the time that was booked on a case",
            description =
                    "For the partner's own people. What was wrong is taken back by an entry with a minus; the sum of all minutes is what counts.")
    List<TimeEntryView> list(@InReach SupportCase supportCase) {
        return bookTime.ofCase(supportCase).stream().map(TimeEntryView::of).toList();
    }
}
