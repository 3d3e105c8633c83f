package io.casewright.platform.pages;

import io.casewright.platform.database.DatabaseAway;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Answers a reader with a page where the REST interface would answer with a problem detail: what all pages do alike. */
public abstract class Faults {

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final String view;
    private final String away;
    private final String awayReason;
    private final String unexpectedReason;

    /**
     * @param view of the page, with a title and a reason
     * @param away title of what is told while the database cannot be had
     * @param awayReason what to do then, as sentences
     * @param unexpectedReason what to do when nobody knows why it failed, as sentences
     */
    protected Faults(String view, String away, String awayReason, String unexpectedReason) {
        this.view = view;
        this.away = away;
        this.awayReason = awayReason;
        this.unexpectedReason = unexpectedReason;
    }

    @ExceptionHandler
    ModelAndView unexpected(Exception e, HttpServletResponse response) {
        if (DatabaseAway.isToldBy(e)) {
            log.warn("A page was put off, the database cannot be had: {}", DatabaseAway.reason(e));
            response.setIntHeader(HttpHeaders.RETRY_AFTER, (int) DatabaseAway.TRY_AGAIN_AFTER.toSeconds());
            return page(HttpStatus.SERVICE_UNAVAILABLE, away, awayReason);
        }
        var mistake = SendersFault.statusOf(e);
        if (mistake.isPresent()) {
            return page(mistake.get(), SendersFault.TITLE, SendersFault.REASON);
        }
        log.error("A page failed", e);
        return page(HttpStatus.INTERNAL_SERVER_ERROR, "This page cannot be shown now", unexpectedReason);
    }

    protected final ModelAndView page(HttpStatus status, String title, String reason) {
        var page = new ModelAndView(view, status);
        page.addObject("title", title);
        page.addObject("reason", reason);
        return page;
    }
}
