package io.casewright.report.web;

import io.casewright.minutes.application.ReadMinutes;
import io.casewright.platform.web.RequestRefused;
import io.casewright.report.application.Period;
import io.casewright.report.application.ReadReports;
import io.casewright.report.application.ReadStanding;
import io.casewright.report.domain.Dimension;
import io.casewright.report.domain.Question;
import io.casewright.report.domain.Report;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/reports", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Reports")
class ReportApiController {

    private final ReadReports readReports;
    private final ReadMinutes readMinutes;
    private final ReadStanding readStanding;
    private final Period period;

    ReportApiController(ReadReports readReports, ReadMinutes readMinutes, ReadStanding readStanding, Period period) {
        this.readReports = readReports;
        this.readMinutes = readMinutes;
        this.readStanding = readStanding;
        this.period = period;
    }

    @GetMapping("/minutes")
    @Operation(
            summary = "Read who owned the minutes of all cases of a period",
            description = "In seconds, which add up; by customer, and by vendor what tickets and known issues took."
                    + " customer is a name, domain or tenant id. At most 366 days, each in the partner's zone.")
    MinutesSumView minutes(
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        var days = days(from, to);
        return MinutesSumView.of(
                readMinutes.between(days.from(), days.to(), blankToNull(customer)), days.first(), days.last());
    }

    @GetMapping("/standing")
    @Operation(
            summary = "Read how the partner stands with Microsoft, month by month",
            description =
                    "Tickets at Microsoft, cases that were to be handed off and ended without a ticket, first responses and"
                            + " ratings; for the support services designation. Months by UTC.")
    StandingView standing(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        var days = days(from, to);
        return StandingView.of(readStanding.between(days.from(), days.to()), days.first(), days.last());
    }

    @GetMapping("/{report}")
    @Operation(
            summary = "Count cases of a period",
            description =
                    "report is intake, backlog, promises, reopened, hand-offs or satisfaction; by is category,"
                            + " customer, queue or vendor. At most 366 days, each in the partner's zone. backlog is what is open now.")
    ReportView report(
            @PathVariable String report,
            @RequestParam(defaultValue = "category") String by,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String queue,
            @RequestParam(required = false) @Nullable String vendor) {
        var asked = Report.ofWord(report)
                .orElseThrow(() -> RequestRefused.notFound("There is no report %s; there are %s"
                        .formatted(
                                report,
                                Arrays.stream(Report.values()).map(Report::word).collect(Collectors.joining(", "))
                                        + ", minutes, standing")));
        var dimension = Dimension.ofWord(by)
                .orElseThrow(() -> RequestRefused.invalid("by", "must be category, customer, queue or vendor"));
        var days = days(from, to);
        var only = new EnumMap<Dimension, String>(Dimension.class);
        narrow(only, Dimension.CATEGORY, upper(category));
        narrow(only, Dimension.CUSTOMER, customer);
        narrow(only, Dimension.QUEUE, upper(queue));
        narrow(only, Dimension.VENDOR, upper(vendor));
        var question = new Question(days.from(), days.to(), dimension, only);
        return ReportView.of(readReports.of(asked, question), days.first(), days.last(), dimension);
    }

    private static void narrow(Map<Dimension, String> only, Dimension dimension, @Nullable String value) {
        if (blankToNull(value) != null) {
            only.put(dimension, String.valueOf(value).strip());
        }
    }

    private static @Nullable String upper(@Nullable String word) {
        return word == null ? null : word.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private Period.Days days(@Nullable String from, @Nullable String to) {
        try {
            return period.of(from, to);
        } catch (Period.Refused e) {
            throw RequestRefused.invalid(e.field(), String.valueOf(e.getMessage()));
        }
    }
}
