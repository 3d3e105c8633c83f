package io.casewright.desk.pages;

import io.casewright.attachment.Attachment;
import io.casewright.attachment.Attachments;
import io.casewright.casefile.Words;
import io.casewright.desk.pages.TaskPage.FileLink;
import io.casewright.desk.pages.TaskPage.Letter;
import io.casewright.message.CaseMessage;
import io.casewright.platform.pages.Moments;
import io.casewright.platform.pages.Texts;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Shows messages in words, each with its files. */
@Component
class MessageLines {

    private final Attachments attachments;
    private final Moments moments;
    private final Texts texts;

    MessageLines(Attachments attachments, Moments moments, Texts texts) {
        this.attachments = attachments;
        this.moments = moments;
        this.texts = texts;
    }

    /** @param messages all of one case */
    List<Letter> of(List<CaseMessage> messages) {
        if (messages.isEmpty()) {
            return List.of();
        }
        var files = attachments.of(messages.getFirst().caseNumber()).stream()
                .collect(Collectors.groupingBy(Attachment::messageId));
        return messages.stream().map(message -> line(message, files)).toList();
    }

    private Letter line(CaseMessage message, Map<Long, List<Attachment>> files) {
        var text = Words.partedOf(message);
        return new Letter(
                moments.of(message.createdAt()),
                texts.of(Words.wayOf(message)),
                Words.sideOf(message),
                texts.of(message.kind()),
                message.authorName(),
                message.subject(),
                text.own(),
                text.history(),
                message.failure() == null ? null : texts.said(message.failure()),
                files.getOrDefault(message.id(), List.of()).stream()
                        .map(MessageLines::link)
                        .toList());
    }

    private static FileLink link(Attachment file) {
        return new FileLink(
                file.name(),
                file.fileId() == null ? null : "/cases/%s/files/%d".formatted(file.caseNumber(), file.id()));
    }
}
