package io.casewright.report.pages;

import io.casewright.report.application.Period;
import io.casewright.report.application.ReadStanding;
import io.casewright.report.domain.Report;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Figures for duty managers and process owners; each opens its cases, and all are files as well. */
@Controller
@RequestMapping(ReportPages.HOME)
class ReportController {

    private final Period period;
    private final ReportPages pages;
    private final ReadStanding readStanding;

    ReportController(Period period, ReportPages pages, ReadStanding readStanding) {
        this.readStanding = readStanding;
        this.period = period;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView first(@RequestParam MultiValueMap<String, String> parameters) {
        return one(Report.INTAKE.word(), parameters);
    }

    @GetMapping("/{report}")
    ModelAndView one(@PathVariable String report, @RequestParam MultiValueMap<String, String> parameters) {
        return new ModelAndView("report/report", "shown", page(report, ReportAddress.of(period, parameters)))
                .addObject("word", report);
    }

    @GetMapping("/{report}.csv")
    ResponseEntity<byte[]> file(@PathVariable String report, @RequestParam MultiValueMap<String, String> parameters) {
        var address = ReportAddress.of(period, parameters);
        return CsvFile.of(ReportPages.fileName(report, address), pages.lines(page(report, address)));
    }

    @GetMapping("/{report}/cases")
    ModelAndView cases(
            @PathVariable String report,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String column) {
        var address = ReportAddress.of(period, parameters);
        return new ModelAndView("report/cases", "shown", pages.casesOf(reportOf(report), address, part, column));
    }

    @GetMapping("/{report}/cases.csv")
    ResponseEntity<byte[]> casesFile(
            @PathVariable String report,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String column) {
        var address = ReportAddress.of(period, parameters);
        return CsvFile.of(
                ReportPages.fileName(report + "-cases", address),
                pages.lines(pages.casesOf(reportOf(report), address, part, column)));
    }

    /** What an auditor of Microsoft's reads. */
    @GetMapping("/standing/audit-pack.csv")
    ResponseEntity<byte[]> auditPack(@RequestParam MultiValueMap<String, String> parameters) {
        var address = ReportAddress.of(period, parameters);
        return CsvFile.of(
                ReportPages.fileName("audit-pack", address),
                readStanding.auditPack(address.days().from(), address.days().to()));
    }

    private ReportPage page(String report, ReportAddress address) {
        return switch (report) {
            case ReportPages.MINUTES -> pages.ofMinutes(address);
            case ReportPages.STANDING -> pages.ofStanding(address);
            default -> pages.of(reportOf(report), address);
        };
    }

    private static Report reportOf(String word) {
        return Report.ofWord(word).orElseThrow(ReportFaults.NoSuchReport::new);
    }
}
