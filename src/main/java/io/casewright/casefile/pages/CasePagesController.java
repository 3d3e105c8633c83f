package io.casewright.casefile.pages;

import io.casewright.access.Reach;
import io.casewright.attachment.Attachments;
import io.casewright.casefile.CaseSection;
import io.casewright.casefile.FileDownload;
import io.casewright.casefile.application.CaseList;
import io.casewright.casefile.application.FindCases;
import io.casewright.casefile.application.ReadCaseFile;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of the case file. They only read; every change is made in a task or through the REST interface. */
@Controller
class CasePagesController {

    static final int PAGE_SIZE = 20;
    private static final int LAST_PAGE = CaseList.MOST_COUNTED / PAGE_SIZE;
    private static final int LONGEST_SEARCH = 200;
    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "receivedAt", "id");

    private final FindCases findCases;
    private final ReadCaseFile readCaseFile;
    private final CaseListPages lists;
    private final CaseFilePages files;
    private final List<CaseSection> sections;
    private final Attachments attachments;

    CasePagesController(
            FindCases findCases,
            ReadCaseFile readCaseFile,
            CaseListPages lists,
            CaseFilePages files,
            List<CaseSection> sections,
            Attachments attachments) {
        this.findCases = findCases;
        this.readCaseFile = readCaseFile;
        this.lists = lists;
        this.files = files;
        this.sections = sections;
        this.attachments = attachments;
    }

    /** Pages are counted from 1, as people count. */
    @GetMapping("/cases")
    ModelAndView list(
            @RequestParam(required = false) @Nullable CaseStatus status,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page) {
        if (page < 1 || page > LAST_PAGE) {
            throw PageRefused.parameter("page", "must be from 1 to " + LAST_PAGE);
        }
        String text = q.strip();
        if (text.length() > LONGEST_SEARCH) {
            throw PageRefused.parameter("q", "must have at most " + LONGEST_SEARCH + " characters");
        }
        var found = findCases.list(
                new FindCases.Filter(status, null, text.isEmpty() ? null : text),
                Reach.WHOLE,
                PageRequest.of(page - 1, PAGE_SIZE, NEWEST_FIRST));
        return new ModelAndView("casefile/list", "list", lists.of(found, page, status, text));
    }

    @GetMapping("/cases/{number}")
    ModelAndView read(@PathVariable String number) {
        return CaseNumber.parse(number)
                .flatMap(readCaseFile::read)
                .map(file -> new ModelAndView("casefile/case", "file", files.of(file))
                        .addObject("sections", sectionsOf(file.supportCase().number())))
                .orElseThrow(() -> PageRefused.noSuchCase(number));
    }

    @GetMapping("/cases/{number}/files/{id}")
    ResponseEntity<Resource> file(@PathVariable String number, @PathVariable long id) throws IOException {
        var file = attachments.find(number, id).filter(each -> each.fileId() != null);
        return FileDownload.of(file.orElseThrow(() -> PageRefused.noSuchCase(number)), attachments);
    }

    /** By the template that shows it. */
    private Map<String, Object> sectionsOf(CaseNumber number) {
        var shown = new LinkedHashMap<String, Object>();
        sections.forEach(section -> section.of(number).ifPresent(each -> shown.put(section.template(), each)));
        return shown;
    }
}
