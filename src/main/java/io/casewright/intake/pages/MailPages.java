package io.casewright.intake.pages;

import io.casewright.intake.application.ReadMail;
import io.casewright.intake.domain.IncomingMail;
import io.casewright.platform.pages.Moments;
import io.casewright.platform.pages.Texts;
import io.casewright.platform.text.ReplyText;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows mails as they came. */
@Component
class MailPages {

    private final Moments moments;
    private final Texts texts;

    MailPages(Moments moments, Texts texts) {
        this.moments = moments;
        this.texts = texts;
    }

    ModelAndView list(List<IncomingMail> mails) {
        var page = new ModelAndView("intake/list");
        page.addObject("mails", mails.stream().map(this::line).toList());
        return page;
    }

    ModelAndView show(ReadMail.Whole whole) {
        var mail = whole.mail();
        var text = ReplyText.parted(whole.text());
        var page = new ModelAndView("intake/mail");
        page.addObject(
                "page",
                new MailPage.Whole(
                        line(mail),
                        mail.isAside() && mail.asideReason() != null
                                ? texts.said(mail.asideReason().words())
                                : null,
                        mail.senderProven(),
                        String.join(", ", whole.to()),
                        text.own(),
                        text.history(),
                        whole.files().stream()
                                .map(name -> name.isEmpty() ? texts.of("mails.file-without-name") : name)
                                .toList(),
                        mail.decision() == null
                                ? null
                                : mail.decidedBy() == null
                                        ? mail.decision()
                                        : texts.of("mails.decision", mail.decidedBy(), mail.decision()),
                        mail.fileId() != null));
        return page;
    }

    private MailPage.Line line(IncomingMail mail) {
        return new MailPage.Line(
                mail.id(),
                moments.of(mail.receivedAt()),
                mail.senderName().isEmpty() ? mail.sender() : "%s <%s>".formatted(mail.senderName(), mail.sender()),
                mail.subject().isEmpty() ? texts.of("mails.no-subject") : mail.subject(),
                texts.of(mail.fate()),
                mail.caseNumber());
    }
}
