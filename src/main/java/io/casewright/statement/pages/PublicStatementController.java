package io.casewright.statement.pages;

import io.casewright.casefile.application.UnknownRequester;
import io.casewright.platform.pages.Moments;
import io.casewright.platform.text.InputText;
import io.casewright.statement.LineWords;
import io.casewright.statement.application.DisputeLine;
import io.casewright.statement.application.OpenStatement;
import io.casewright.statement.application.OpenStatement.LinkOver;
import io.casewright.statement.application.OpenStatement.Opened;
import io.casewright.statement.domain.StatementLine;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where the link of a letter leads: one statement, which whoever has the letter may read and object to. It needs no login. */
@Controller
class PublicStatementController {

    private final OpenStatement open;
    private final DisputeLine disputes;
    private final StatementPages pages;
    private final LineWords words;
    private final Moments moments;

    PublicStatementController(
            OpenStatement open, DisputeLine disputes, StatementPages pages, LineWords words, Moments moments) {
        this.open = open;
        this.disputes = disputes;
        this.pages = pages;
        this.words = words;
        this.moments = moments;
    }

    /** What was typed, and what is wrong with it; the fault is the end of a key of a sentence. */
    record Typed(String line, String words, @Nullable String fault) {}

    @GetMapping("/statements/{token}")
    ModelAndView read(@PathVariable String token) {
        return behind(token, opened -> page(opened, HttpStatus.OK, new Typed("", "", null), null));
    }

    @PostMapping("/statements/{token}")
    ModelAndView dispute(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String line,
            @RequestParam(defaultValue = "") String words) {
        return behind(token, opened -> dispute(opened, line, words));
    }

    private ModelAndView dispute(Opened opened, String line, String typed) {
        var found = lineOf(opened, line);
        String fault = found.isEmpty() ? "line" : faultOf(typed).orElse(null);
        if (found.isEmpty() || fault != null) {
            return page(opened, HttpStatus.UNPROCESSABLE_ENTITY, new Typed(line, typed, fault), null);
        }
        var disputed = found.get();
        try {
            var receipt = disputes.dispute(
                    words.dispute(opened.whole().statement(), disputed.position(), disputed.charge(), typed),
                    opened.contact());
            return page(
                    opened,
                    HttpStatus.OK,
                    new Typed("", "", null),
                    receipt.supportCase().number().value());
        } catch (UnknownRequester e) {
            return page(opened, HttpStatus.UNPROCESSABLE_ENTITY, new Typed(line, typed, "contact"), null);
        }
    }

    private static Optional<StatementLine> lineOf(Opened opened, String typed) {
        return opened.whole().lines().stream()
                .filter(line -> Integer.toString(line.position()).equals(typed))
                .findFirst();
    }

    private static Optional<String> faultOf(String typed) {
        if (typed.isBlank()) {
            return Optional.of("words");
        }
        if (typed.length() > DisputeLine.LONGEST_WORDS) {
            return Optional.of("too-long");
        }
        return InputText.problemWith(typed).map(problem -> "unreadable");
    }

    private ModelAndView page(Opened opened, HttpStatus status, Typed typed, @Nullable String disputedIn) {
        return new ModelAndView("statement/public", status)
                .addObject("shown", pages.of(opened.whole()))
                .addObject("validUntil", moments.of(opened.validUntil()))
                .addObject("typed", typed)
                .addObject("disputedIn", disputedIn);
    }

    private ModelAndView behind(String token, Function<Opened, ModelAndView> page) {
        try {
            return open.open(token).map(page).orElseGet(() -> notice("unknown", HttpStatus.NOT_FOUND));
        } catch (LinkOver e) {
            return notice("expired", HttpStatus.GONE);
        }
    }

    private static ModelAndView notice(String key, HttpStatus status) {
        return new ModelAndView("statement/notice", Map.of("key", key), status);
    }
}
