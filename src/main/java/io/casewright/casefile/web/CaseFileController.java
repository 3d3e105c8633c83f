package io.casewright.casefile.web;

import io.casewright.access.Caller;
import io.casewright.attachment.Attachment;
import io.casewright.attachment.Attachments;
import io.casewright.casefile.FileDownload;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.message.CaseMessage;
import io.casewright.message.Messages;
import io.casewright.platform.web.RequestRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The files of a case. Those of notes are for the partner's own people and programs. */
@RestController
@RequestMapping(path = "/api/v1/cases/{number}/attachments")
@Tag(name = "Cases")
class CaseFileController {

    private final Attachments attachments;
    private final Messages messages;

    CaseFileController(Attachments attachments, Messages messages) {
        this.attachments = attachments;
        this.messages = messages;
    }

    /** @param refusal why it was not taken; then it cannot be fetched */
    record AttachmentView(
            long id,
            long messageId,
            String name,
            String mediaType,
            long size,
            Instant keptAt,
            @Nullable String refusal) {

        private static AttachmentView of(Attachment file) {
            return new AttachmentView(
                    file.id(),
                    file.messageId(),
                    file.name(),
                    file.mediaType(),
                    file.size(),
                    file.keptAt(),
                    file.refusal());
        }
    }

    @GetMapping
    @Operation(summary = "The files of the case", description = "Each with the id of the message that it came with.")
    List<AttachmentView> list(@InReach SupportCase supportCase, Caller caller) {
        return seen(supportCase, caller).stream().map(AttachmentView::of).toList();
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "One file",
            description = "Its content as it was sent, always to be saved and never to be shown.")
    ResponseEntity<Resource> read(@InReach SupportCase supportCase, @PathVariable long id, Caller caller)
            throws IOException {
        var file = seen(supportCase, caller).stream()
                .filter(each -> each.id() == id && each.fileId() != null)
                .findFirst()
                .orElseThrow(() -> RequestRefused.notFound("The case has no file of this number."));
        return FileDownload.of(file, attachments);
    }

    private List<Attachment> seen(SupportCase supportCase, Caller caller) {
        String number = supportCase.number().value();
        var all = attachments.of(number);
        if (caller.isInside() || all.isEmpty()) {
            return all;
        }
        Set<Long> open = messages.of(number).stream()
                .filter(CaseMessage::isForCustomers)
                .map(CaseMessage::id)
                .collect(Collectors.toSet());
        return all.stream().filter(file -> open.contains(file.messageId())).toList();
    }
}
