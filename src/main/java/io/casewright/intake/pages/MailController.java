package io.casewright.intake.pages;

import io.casewright.intake.application.ReadMail;
import java.io.IOException;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Mails that came in, to be read as they came; what comes of one is decided by its task. */
@Controller
class MailController {

    private static final String ADDRESS = "/desk/mails";

    private final ReadMail read;
    private final MailPages pages;

    MailController(ReadMail read, MailPages pages) {
        this.read = read;
        this.pages = pages;
    }

    @GetMapping(ADDRESS)
    ModelAndView list() {
        return pages.list(read.latest());
    }

    @GetMapping(ADDRESS + "/{mail}")
    ModelAndView show(@PathVariable("mail") long id) {
        return pages.show(read.whole(id).orElseThrow(NoSuchMail::new));
    }

    /** Never shown by a browser: it may hold anything. */
    @GetMapping(ADDRESS + "/{mail}.eml")
    ResponseEntity<Resource> raw(@PathVariable("mail") long id) throws IOException {
        var mail = read.find(id).filter(found -> found.fileId() != null).orElseThrow(NoSuchMail::new);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("mail-%d.eml".formatted(id))
                                .build()
                                .toString())
                .header("Content-Security-Policy", "sandbox")
                .contentType(MediaType.parseMediaType("message/rfc822"))
                .body(new InputStreamResource(read.raw(mail)));
    }

    /** There is none of this number, or it is erased. */
    static final class NoSuchMail extends RuntimeException {}
}
