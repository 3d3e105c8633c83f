package io.casewright.casefile.web;

import io.casewright.access.Caller;
import io.casewright.attachment.HandedFile;
import io.casewright.casefile.application.FilesOfCase;
import io.casewright.casefile.application.IntakeKeys;
import io.casewright.casefile.application.ReceiveMessage;
import io.casewright.casefile.application.ReceiveMessage.Arrived;
import io.casewright.casefile.application.ReplanCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Severity;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.message.InboundMessage;
import io.casewright.message.MessageKeyReused;
import io.casewright.platform.text.InputText;
import io.casewright.platform.text.Visible;
import io.casewright.platform.web.IdempotencyKey;
import io.casewright.platform.web.RequestRefused;
import io.casewright.platform.web.TakesFiles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What is said about a case after it was opened. */
@RestController
@RequestMapping(path = "/api/v1/cases/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Cases")
class CaseMessageController {

    private final ReceiveMessage receiveMessage;
    private final ReplanCase replanCase;
    private final FilesOfCase filesOfCase;
    private final IntakeKeys keys;
    private final CaseViews views;

    CaseMessageController(
            ReceiveMessage receiveMessage,
            ReplanCase replanCase,
            FilesOfCase filesOfCase,
            IntakeKeys keys,
            CaseViews views) {
        this.keys = keys;
        this.filesOfCase = filesOfCase;
        this.receiveMessage = receiveMessage;
        this.replanCase = replanCase;
        this.views = views;
    }

    enum Visibility {
        PUBLIC,
        INTERNAL
    }

    record Message(
            @NotBlank(message = "is required")
            @Size(max = InboundMessage.LONGEST, message = "must have at most {max} characters")
            @Visible
            @Pattern(regexp = InputText.LINES, message = InputText.NO_CONTROL_CHARACTERS)
            String text,

            @Nullable Visibility visibility,
            @Nullable Boolean automatic) {

        private boolean isAutomatic() {
            return Boolean.TRUE.equals(automatic);
        }

        private boolean isNote() {
            return visibility == Visibility.INTERNAL;
        }
    }

    record Impact(
            @NotNull(message = "is required: critical, moderate or minimal")
            Severity severity) {}

    @PostMapping(path = "/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Write about a case",
            description = "A customer's message (visibility public, the default) or a note among agents (internal). The"
                    + " answer is the case it reached: a message to a case that ended long ago opens a new one. What is"
                    + " marked as automatic, such as an out-of-office answer, is kept and moves nothing.")
    ResponseEntity<CaseView> write(
            @InReach SupportCase supportCase,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody Message message,
            Caller caller) {
        return write(supportCase, key, message, List.of(), caller);
    }

    @PostMapping(path = "/messages", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Write about a case, with files",
            description =
                    "As without files: the part message is the JSON, each part file one file. Either all is taken or"
                            + " nothing.")
    ResponseEntity<CaseView> writeWithFiles(
            @InReach SupportCase supportCase,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestPart("message") Message message,
            @RequestPart(value = "file", required = false) @Nullable List<MultipartFile> files,
            Caller caller) {
        return write(supportCase, key, message, HandedFile.of(files), caller);
    }

    private ResponseEntity<CaseView> write(
            SupportCase supportCase, @Nullable String key, Message message, List<HandedFile> files, Caller caller) {
        String messageKey = keys.ofMessage(caller.name(), IdempotencyKey.required(key));
        if (message.isNote() && !caller.isInside()) {
            throw RequestRefused.forbidden("Notes are for the partner's own people and programs.");
        }
        filesOfCase.problemWith(supportCase, files).ifPresent(problem -> {
            throw RequestRefused.unknown("file-refused", "file", problem);
        });
        try {
            return ResponseEntity.status(HttpStatus.CREATED)
                    .body(views.changed(
                            supportCase, caller, number -> keep(number, message, files, caller.name(), messageKey)));
        } catch (MessageKeyReused e) {
            throw RequestRefused.conflict("idempotency-key-reused", String.valueOf(e.getMessage()));
        }
    }

    private Optional<SupportCase> keep(
            CaseNumber number, Message message, List<HandedFile> files, String client, String key) {
        if (message.isNote()) {
            return receiveMessage.note(number, message.text(), client, key, files);
        }
        return receiveMessage
                .receive(
                        number,
                        at -> InboundMessage.fromPortal(at, client, message.text(), message.isAutomatic(), key),
                        files)
                .map(Arrived::supportCase);
    }

    @PostMapping("/severity")
    @Operation(
            summary = "Change the severity",
            description = "What is still to be done gets its new due date and priority. 409 when the case has ended.")
    CaseView reassess(@InReach SupportCase supportCase, @Valid @RequestBody Impact impact, Caller caller) {
        return views.changed(
                supportCase, caller, number -> replanCase.reassess(number, impact.severity(), caller.name()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Files {

        @Bean
        TakesFiles filesWithMessages() {
            return TakesFiles.at("/api/v1/cases/{number}/messages");
        }
    }
}
