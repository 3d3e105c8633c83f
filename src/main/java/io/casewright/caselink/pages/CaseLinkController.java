package io.casewright.caselink.pages;

import io.casewright.attachment.Attachments;
import io.casewright.attachment.HandedFile;
import io.casewright.casefile.FileDownload;
import io.casewright.casefile.domain.CustomerAnswer;
import io.casewright.casefile.domain.NotPossibleNow;
import io.casewright.caselink.application.AnswerByLink;
import io.casewright.caselink.application.AnswerByLink.Fault;
import io.casewright.caselink.application.LinkOver;
import io.casewright.caselink.application.OpenByLink;
import io.casewright.caselink.application.OpenByLink.Opened;
import io.casewright.platform.pages.Texts;
import io.casewright.platform.web.TakesFiles;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Where the link of a letter leads. It needs no login; to open it changes nothing, so a scanner of mails may. */
@Controller
@RequestMapping("/my-case/{token}")
class CaseLinkController {

    private static final Map<String, CustomerAnswer> ANSWERS =
            Map.of("yes", CustomerAnswer.SOLVED, "no", CustomerAnswer.NOT_SOLVED);

    private final OpenByLink open;
    private final AnswerByLink answer;
    private final CaseLinkPages pages;
    private final Attachments attachments;
    private final Texts texts;

    CaseLinkController(
            OpenByLink open, AnswerByLink answer, CaseLinkPages pages, Attachments attachments, Texts texts) {
        this.open = open;
        this.answer = answer;
        this.pages = pages;
        this.attachments = attachments;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView read(@PathVariable String token, @RequestParam(defaultValue = "") String done) {
        return behind(token, opened -> pages.of(token, opened, done));
    }

    @GetMapping("/files/{id}")
    ResponseEntity<Resource> file(@PathVariable String token, @PathVariable long id) throws IOException {
        var found = open.open(token).stream()
                .flatMap(opened -> opened.attachments().stream())
                .filter(each -> each.id() == id && each.fileId() != null)
                .findFirst();
        return found.isPresent()
                ? FileDownload.of(found.get(), attachments)
                : ResponseEntity.notFound().build();
    }

    @PostMapping("/messages")
    ModelAndView write(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(required = false) @Nullable List<MultipartFile> file) {
        return behind(token, opened -> write(token, opened, new Typed(text, key, null, null), HandedFile.of(file)));
    }

    private ModelAndView write(String token, Opened opened, Typed typed, List<HandedFile> files) {
        var fault = AnswerByLink.faultOf(typed.text(), files);
        if (fault.isPresent()) {
            return pages.refused(token, opened, typed.with(fault.get()));
        }
        var problem = answer.problemWith(opened, files);
        if (problem.isPresent()) {
            return pages.refused(token, opened, typed.withFiles(problem.get()));
        }
        String text = typed.text().isBlank() ? texts.of("case-link.only-files") : typed.text();
        try {
            var reached = answer.write(opened, text, typed.key(), files);
            boolean isSame = reached.number().equals(opened.supportCase().number());
            return pages.back(token, isSame ? "written" : "other-case");
        } catch (NotPossibleNow e) {
            return pages.notice("expired", HttpStatus.GONE);
        }
    }

    @PostMapping("/answer")
    ModelAndView confirm(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String solved,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String key) {
        return behind(token, opened -> confirm(token, opened, solved, new Typed(text, key, null, null)));
    }

    private ModelAndView confirm(String token, Opened opened, String solved, Typed typed) {
        var chosen = ANSWERS.get(solved);
        var fault = AnswerByLink.faultOf(opened, chosen, typed.text());
        if (fault.isPresent()) {
            return pages.refused(token, opened, typed.with(fault.get()));
        }
        try {
            answer.confirm(opened, Objects.requireNonNull(chosen), typed.text(), typed.key());
            return pages.back(token, chosen == CustomerAnswer.SOLVED ? "solved" : "not-solved");
        } catch (NotPossibleNow e) {
            return pages.refused(token, opened, typed.with(Fault.TOO_LATE));
        }
    }

    private ModelAndView behind(String token, Function<Opened, ModelAndView> page) {
        try {
            return open.open(token).map(page).orElseGet(() -> pages.notice("unknown", HttpStatus.NOT_FOUND));
        } catch (LinkOver e) {
            return pages.notice("expired", HttpStatus.GONE);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Files {

        @Bean
        TakesFiles filesByLink() {
            return TakesFiles.at("/my-case/{token}/messages");
        }
    }
}
