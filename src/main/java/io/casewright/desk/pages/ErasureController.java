package io.casewright.desk.pages;

import io.casewright.access.Person;
import io.casewright.desk.application.DeskRights;
import io.casewright.platform.pages.Moment;
import io.casewright.platform.pages.Moments;
import io.casewright.platform.pages.Texts;
import io.casewright.retention.Certificate;
import io.casewright.retention.Certificates;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The certificates of what was erased. */
@Controller
@RequestMapping(ErasureController.ADDRESS)
class ErasureController {

    static final String ADDRESS = "/desk/erasures";

    private static final int PAGE_SIZE = 50;
    private static final int MOST_PAGES = 10_000;

    private final Certificates certificates;
    private final Moments moments;
    private final Texts texts;

    ErasureController(Certificates certificates, Moments moments, Texts texts) {
        this.texts = texts;
        this.certificates = certificates;
        this.moments = moments;
    }

    /** A certificate as it is shown. */
    record Shown(Certificate certificate, String number, Moment at, String cause, String who) {}

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "1") int page, Person person) {
        requireReader(person);
        if (page < 1 || page > MOST_PAGES) {
            throw DeskRefused.address("page", "must be a number from 1 to " + MOST_PAGES);
        }
        var rows = certificates.list((page - 1) * PAGE_SIZE, PAGE_SIZE + 1).stream()
                .map(this::shown)
                .toList();
        var shown = new ModelAndView("desk/erasures");
        shown.addObject("rows", rows.subList(0, Math.min(rows.size(), PAGE_SIZE)));
        shown.addObject("hasMore", rows.size() > PAGE_SIZE);
        shown.addObject("page", page);
        return shown;
    }

    @GetMapping("/{certificate}")
    ModelAndView one(@PathVariable long certificate, Person person) {
        requireReader(person);
        return new ModelAndView("desk/erasure", "shown", find(certificate));
    }

    @GetMapping("/{certificate}/certificate.txt")
    ResponseEntity<byte[]> file(@PathVariable long certificate, Person person) {
        requireReader(person);
        var found = find(certificate);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(found.number() + ".txt")
                                .build()
                                .toString())
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(text(found).getBytes(StandardCharsets.UTF_8));
    }

    private String text(Shown shown) {
        var certificate = shown.certificate();
        return texts.of(
                "erasure.file",
                shown.number(),
                certificate.customerName(),
                certificate.pseudonym(),
                shown.at().words(),
                shown.cause(),
                shown.who(),
                certificate.counts().entrySet().stream()
                        .map(each -> "- " + texts.said(each.getKey()) + ": " + each.getValue())
                        .collect(Collectors.joining("\n")));
    }

    private Shown find(long id) {
        return certificates.find(id).map(this::shown).orElseThrow(DeskRefused::noSuchCertificate);
    }

    private Shown shown(Certificate certificate) {
        String person = certificate.person();
        return new Shown(
                certificate,
                certificate.number(),
                moments.of(certificate.erasedAt()),
                texts.of(certificate.cause()),
                person == null ? texts.of("erasure.the-schedule") : person);
    }

    private static void requireReader(Person person) {
        if (!DeskRights.seesErasures(person)) {
            throw DeskRefused.onlyForErasures();
        }
    }
}
