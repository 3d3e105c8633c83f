package io.casewright.casefile.pages;

import io.casewright.attachment.Attachment;
import io.casewright.attachment.Attachments;
import io.casewright.casefile.CaseSection;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.pages.Moment;
import io.casewright.platform.pages.Moments;
import io.casewright.platform.pages.Texts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The files of a case. */
@Component
class FilesSection implements CaseSection {

    private final Attachments attachments;
    private final Moments moments;
    private final Texts texts;

    FilesSection(Attachments attachments, Moments moments, Texts texts) {
        this.attachments = attachments;
        this.moments = moments;
        this.texts = texts;
    }

    /** @param link null when it was not taken, for the reason */
    record Line(
            String name,
            String size,
            String type,
            Moment at,
            @Nullable String link,
            @Nullable String refusal) {}

    @Override
    public String template() {
        return "casefile/files";
    }

    @Override
    public Optional<Object> of(CaseNumber number) {
        List<Line> lines =
                attachments.of(number.value()).stream().map(this::line).toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
    }

    private Line line(Attachment file) {
        return new Line(
                file.name(),
                Attachments.inWords(file.size()),
                file.mediaType(),
                moments.of(file.keptAt()),
                file.fileId() == null ? null : "/cases/%s/files/%d".formatted(file.caseNumber(), file.id()),
                file.refusal() == null ? null : texts.said(file.refusal()));
    }
}
