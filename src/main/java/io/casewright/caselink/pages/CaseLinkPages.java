package io.casewright.caselink.pages;

import io.casewright.attachment.Attachment;
import io.casewright.attachment.Attachments;
import io.casewright.casefile.Words;
import io.casewright.caselink.application.OpenByLink.Opened;
import io.casewright.message.CaseMessage;
import io.casewright.platform.pages.Moment;
import io.casewright.platform.pages.Moments;
import io.casewright.platform.pages.Texts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Shows a case to its customer: what was asked, what was said, and what it may answer. */
@Component
class CaseLinkPages {

    private static final Set<String> DONE = Set.of("written", "other-case", "solved", "not-solved");

    private final Moments moments;
    private final Texts texts;

    CaseLinkPages(Moments moments, Texts texts) {
        this.moments = moments;
        this.texts = texts;
    }

    /** @param side style of whose message it is: {@code inbound} or {@code outbound} */
    record Line(String side, String author, Moment at, String text, String history, List<File> files) {}

    /** @param link null when it was not taken, for the reason */
    record File(
            String name,
            String size,
            @Nullable String link,
            @Nullable String refusal) {}

    /** @param done what was just done; anything else counts as nothing */
    ModelAndView of(String token, Opened opened, String done) {
        return page(token, opened, Typed.nothing(), HttpStatus.OK).addObject("done", DONE.contains(done) ? done : null);
    }

    ModelAndView refused(String token, Opened opened, Typed typed) {
        return page(token, opened, typed, HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private ModelAndView page(String token, Opened opened, Typed typed, HttpStatus status) {
        var supportCase = opened.supportCase();
        var files = opened.attachments().stream().collect(Collectors.groupingBy(Attachment::messageId));
        return new ModelAndView("caselink/case", status)
                .addObject("token", token)
                .addObject("number", supportCase.number().value())
                .addObject("subject", supportCase.request().subject())
                .addObject("description", supportCase.request().description())
                .addObject("partner", opened.reader().partnerName())
                .addObject("reader", opened.reader().contactName())
                .addObject("status", supportCase.status().name())
                .addObject("mayConfirm", opened.mayConfirm())
                .addObject("validUntil", moments.of(opened.validUntil()))
                .addObject(
                        "messages",
                        opened.messages().stream()
                                .map(message -> line(token, message, files))
                                .toList())
                .addObject("typed", typed);
    }

    private Line line(String token, CaseMessage message, Map<Long, List<Attachment>> files) {
        var text = Words.partedOf(message);
        return new Line(
                Words.sideOf(message),
                message.authorName(),
                moments.of(message.createdAt()),
                text.own(),
                text.history(),
                files.getOrDefault(message.id(), List.of()).stream()
                        .map(file -> file(token, file))
                        .toList());
    }

    private File file(String token, Attachment file) {
        return new File(
                file.name(),
                Attachments.inWords(file.size()),
                file.fileId() == null ? null : "/my-case/%s/files/%d".formatted(token, file.id()),
                file.refusal() == null ? null : texts.said(file.refusal()));
    }

    /** After something was done, so that loading the page again does not do it again. */
    ModelAndView back(String token, String done) {
        return new ModelAndView("redirect:"
                + UriComponentsBuilder.fromPath("/my-case/{token}")
                        .queryParam("language", LocaleContextHolder.getLocale().getLanguage())
                        .queryParam("done", done)
                        .build(token));
    }

    ModelAndView notice(String key, HttpStatus status) {
        return new ModelAndView("caselink/notice", Map.of("key", key), status);
    }
}
